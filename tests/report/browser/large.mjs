import assert from "node:assert/strict";
import { test } from "node:test";
import { open, read, subjects } from "./pages.mjs";

test("a large page has the lines of every change, packed until somebody opens it", async () => {
  assert.ok(read("large.html").length < 5_000_000);
  const page = await open("large.html");
  const articles = page.locator(".change");
  assert.equal(await articles.count(), 3000);
  for (const name of ["Schema0.field_0", "Schema59.field_49"]) {
    const change = page.locator(".change", { has: page.locator("h3 code", { hasText: new RegExp(`^${name}$`) }) });
    await change.locator("summary").first().click();
    await change.locator("table").first().waitFor();
    assert.match(await change.locator("del").first().textContent(), /string|String/);
    assert.match(await change.textContent(), /which <b>is<\/b> & stays/);
    assert.equal(await change.locator("b", { hasText: /^is$/ }).count(), 0);
  }
  page.quiet();
  await page.context().close();
});

test("a search in a large page takes less than 0.3 seconds", async () => {
  const page = await open("large.html");
  await page.waitForTimeout(500);
  const taken = await page.evaluate(() => {
    const search = document.getElementById("search");
    const begun = performance.now();
    search.value = "schema7.field_7 components";
    search.dispatchEvent(new Event("input", { bubbles: true }));
    document.body.getBoundingClientRect();
    return performance.now() - begun;
  });
  assert.deepEqual(await subjects(page), ["Schema7.field_7"]);
  assert.ok(taken < 300, `${taken}`);
  await page.context().close();
});
