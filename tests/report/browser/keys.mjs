import assert from "node:assert/strict";
import { test } from "node:test";
import { open, subjects } from "./pages.mjs";

const focused = (page) => page.evaluate(() => document.activeElement.querySelector("h3 code")?.textContent);
const isOpen = (page) => page.evaluate(() => document.activeElement.parentElement.open);

test("j and k and the arrows go from change to change, Enter opens", async () => {
  const page = await open("bookshop.html");
  const all = await subjects(page);
  await page.keyboard.press("j");
  assert.equal(await focused(page), all[0]);
  await page.keyboard.press("j");
  await page.keyboard.press("ArrowDown");
  assert.equal(await focused(page), all[2]);
  await page.keyboard.press("k");
  await page.keyboard.press("ArrowUp");
  await page.keyboard.press("k");
  assert.equal(await focused(page), all[0]);
  await page.keyboard.press("Enter");
  assert.ok(await isOpen(page));
  await page.keyboard.press("j");
  assert.equal(await focused(page), all[1]);
  for (const _ of all) await page.keyboard.press("j");
  assert.equal(await focused(page), all.at(-1));
  const box = await page.locator(".change").last().boundingBox();
  assert.ok(box.y > 0 && box.y < 800);
  page.quiet();
  await page.context().close();
});

test("only what is shown is gone to", async () => {
  const page = await open("bookshop.html", { hash: "#?level=patch" });
  const all = await subjects(page);
  await page.keyboard.press("j");
  await page.keyboard.press("j");
  assert.equal(await focused(page), all[1]);
  await page.context().close();
});

test("the slash searches, Escape leaves, Enter goes to the first", async () => {
  const page = await open("bookshop.html");
  await page.keyboard.press("/");
  await page.keyboard.type("book.j");
  assert.equal(await page.getByRole("searchbox").inputValue(), "book.j");
  await page.keyboard.press("Backspace");
  await page.keyboard.press("Escape");
  assert.equal(await page.evaluate(() => document.activeElement.tagName), "BODY");
  await page.keyboard.press("/");
  await page.keyboard.press("Enter");
  assert.equal(await focused(page), (await subjects(page))[0]);
  await page.keyboard.press("x");
  assert.equal(await page.getByRole("searchbox").inputValue(), "");
  await page.context().close();
});

test("e opens all and closes all, t turns light into dark", async () => {
  const page = await open("bookshop.html", { colorScheme: "light" });
  const opened = () => page.locator(".change > details[open]").count();
  await page.keyboard.press("e");
  assert.equal(await opened(), await page.locator(".change").count());
  await page.keyboard.press("e");
  assert.equal(await opened(), 0);
  const paper = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  const light = await paper();
  await page.keyboard.press("t");
  assert.notEqual(await paper(), light);
  assert.equal(await page.getByRole("button", { name: "Dark" }).getAttribute("aria-pressed"), "true");
  const dark = await paper();
  await page.reload();
  assert.equal(await paper(), dark);
  await page.context().close();
});

test("? shows the keys, which can be turned off", async () => {
  const page = await open("bookshop.html");
  await page.keyboard.press("?");
  const dialog = page.getByRole("dialog", { name: "Keys" });
  assert.ok(await dialog.isVisible());
  await dialog.getByRole("checkbox").uncheck();
  await page.keyboard.press("Escape");
  assert.ok(!(await dialog.isVisible()));
  await page.keyboard.press("e");
  assert.equal(await page.locator(".change > details[open]").count(), 0);
  await page.context().close();
});

test("Tab reaches every control, and it is seen where it is", async () => {
  const page = await open("bookshop.html");
  const seen = new Set();
  for (let step = 0; step < 80; step += 1) {
    await page.keyboard.press("Tab");
    const found = await page.evaluate(() => {
      const element = document.activeElement;
      if (element === document.body) return null;
      // The box of a chip is not painted, what stands for it is.
      const painted = element.matches(".chip input") ? element.nextElementSibling : element;
      const { outlineStyle, outlineWidth } = getComputedStyle(painted);
      return [element.id || element.value || element.textContent.trim().slice(0, 40), outlineStyle, outlineWidth];
    });
    if (!found) break;
    assert.equal(found[1], "solid", found[0]);
    assert.equal(found[2], "2px", found[0]);
    seen.add(found[0]);
  }
  for (const name of ["theme", "help-open", "search", "major", "breaking", "request", "fold"]) {
    assert.ok(seen.has(name), name);
  }
  const heads = await page.locator(".change > details > summary").count();
  assert.ok(seen.size >= heads + 10, `${seen.size}`);
  await page.context().close();
});
