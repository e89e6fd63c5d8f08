import assert from "node:assert/strict";
import { test } from "node:test";
import { open, read, subjects } from "./pages.mjs";

test("a page asks for nothing and complains about nothing", async () => {
  for (const name of ["bookshop.html", "nothing.html"]) {
    const page = await open(name);
    await page.waitForTimeout(200);
    page.quiet();
    await page.context().close();
  }
});

test("the policy of the page forbids whatever is not in it", async () => {
  const page = await open("bookshop.html");
  const ran = await page.evaluate(() => {
    const script = document.createElement("script");
    script.append("window.pwned = true");
    try { document.body.append(script); } catch { /* Trusted types. */ }
    const style = document.createElement("style");
    style.append("body { display: none }");
    document.body.append(style);
    const image = new Image();
    image.src = "https://pwned.example/a.png";
    document.body.append(image);
    return [window.pwned, getComputedStyle(document.body).display];
  });
  assert.deepEqual(ran, [undefined, "block"]);
  await page.context().close();
});

test("everything can be read without scripts", async () => {
  const page = await open("bookshop.html", { javaScriptEnabled: false });
  assert.ok(await page.getByRole("heading", { name: "Major 6" }).isVisible());
  assert.ok(!(await page.locator("#filters").isVisible()));
  const change = page.locator(".change", { hasText: "NewOrder.reader_id" }).first();
  await change.locator("summary").first().click();
  assert.ok(await change.getByText("pub reader_id").first().isVisible());
  page.quiet();
  await page.context().close();
});

test("what changed stands side by side, with the words that changed", async () => {
  const page = await open("bookshop.html");
  const change = page.locator(".change", { hasText: "Book.price" }).first();
  await change.locator("summary").first().click();
  const [document, code] = await change.locator("table").all();
  const marked = async (within, tag) => (await within.locator(tag).allTextContents()).join(" ");
  assert.match(await marked(document, "del"), /integer/);
  assert.match(await marked(document, "ins"), /string/);
  assert.equal(await code.locator("tr", { hasText: "pub price" }).locator("del").first().textContent(), "i64");
  const cells = await document.locator("tr", { hasText: "integer" }).first().locator("td").all();
  const [left, right] = await Promise.all(cells.map((cell) => cell.boundingBox()));
  assert.equal(left.y, right.y);
  assert.ok(left.x + left.width <= right.x + 1);

  await page.setViewportSize({ width: 400, height: 800 });
  const [above, below] = await Promise.all(cells.map((cell) => cell.boundingBox()));
  assert.ok(above.y + above.height <= below.y + 1);
  assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth));
  await page.context().close();
});

test("paper has all of what is shown, and no controls", async () => {
  const page = await open("bookshop.html", { hash: "#?q=NewOrder.reader_id&level=major" });
  await page.emulateMedia({ media: "print" });
  assert.deepEqual(await subjects(page), ["NewOrder.reader_id"]);
  assert.ok(await page.getByText("pub reader_id").first().isVisible());
  assert.ok(!(await page.locator("#filters").isVisible()));
  await page.context().close();
});

test("a report without changes says so", async () => {
  const page = await open("nothing.html");
  assert.ok(await page.locator("#changes").getByText("Nothing changed.").isVisible());
  assert.ok(!(await page.locator("#nothing").isVisible()));
  assert.equal(await page.locator(".change").count(), 0);
  assert.equal(await page.locator(".verdict .word").first().textContent(), "none");
  assert.ok(read("nothing.html").length < 40_000);
  await page.context().close();
});
