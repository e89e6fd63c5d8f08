import assert from "node:assert/strict";
import { test } from "node:test";
import { open, read, unfold } from "./pages.mjs";

const payloads = JSON.parse(read("payloads.json"));

// A character that is not seen shows its number.
const visible = (text) => text.replace(/[\u200b\u2028\u202e]/g, (letter) =>
  `U+${letter.codePointAt(0).toString(16).toUpperCase().padStart(4, "0")}`);

// The second time without the policy: what is escaped does not need it.
for (const bypassCSP of [false, true]) {
  test(`a hostile document is text${bypassCSP ? ", also without the policy" : ""}`, async () => {
    const page = await open("hostile.html", { bypassCSP });
    await unfold(page);
    await page.waitForTimeout(300);
    const found = await page.evaluate(() => ({
      pwned: window.pwned,
      strange: [...document.body.querySelectorAll("*")]
        .filter((element) => element.matches("script, style, img, iframe, base, meta, link, object, template, textarea, title")
          || [...element.attributes].some(({ name, value }) => name.startsWith("on") || name === "style" || /^\s*javascript:/i.test(value))
          || (element.matches("a") && !element.getAttribute("href").startsWith("#")))
        .map((element) => element.outerHTML.slice(0, 100)),
      heads: document.head.querySelectorAll("script, style, base, link, meta[http-equiv=refresh]").length,
      text: document.body.textContent,
      title: document.title,
    }));
    assert.equal(found.pwned, undefined);
    assert.deepEqual(found.strange, []);
    assert.equal(found.heads, 2);
    assert.equal(found.title, "API changes: major");
    for (const payload of payloads) {
      assert.ok(found.text.includes(visible(payload)), payload.slice(0, 80));
    }
    await page.mouse.move(600, 500);
    assert.equal(await page.evaluate(() => window.pwned), undefined);
    page.quiet();
    await page.context().close();
  });
}

test("very long words do not make the page wider", async () => {
  for (const width of [400, 1280]) {
    const page = await open("hostile.html", { viewport: { width, height: 800 } });
    await unfold(page);
    const [content, window] = await page.evaluate(() => [document.documentElement.scrollWidth, innerWidth]);
    assert.ok(content <= window, `${content} > ${window}`);
    await page.context().close();
  }
});
