import assert from "node:assert/strict";
import { test } from "node:test";
import { hash, open, subjects } from "./pages.mjs";

const shown = (page) => page.locator("#shown").textContent();
const chip = (page, name) => page.getByRole("checkbox", { name });

test("each filter leaves what it names, and together they leave what all name", async () => {
  const page = await open("bookshop.html");
  const all = await page.locator(".change").count();
  assert.equal(await shown(page), `${all} changes`);
  assert.equal((await subjects(page)).length, all);

  for (const [name, attribute, value] of [
    [/^major/, "level", "major"],
    [/^minor/, "level", "minor"],
    [/^patch/, "level", "patch"],
    [/^breaks the wire/, "wire", "breaking"],
    [/^request/, "direction", "request"],
    [/^response/, "direction", "response"],
  ]) {
    await chip(page, name).check();
    const expected = await page.locator(`.change[data-${attribute}=${value}]`).count();
    assert.ok(expected > 0 && expected < all, value);
    assert.equal(await page.locator(".change:visible").count(), expected, value);
    assert.equal(await page.locator(`.change[data-${attribute}=${value}]:visible`).count(), expected, value);
    assert.equal(await shown(page), `${expected} of ${all} changes`);
    await page.getByRole("button", { name: "Reset" }).click();
    assert.equal(await page.locator(".change:visible").count(), all);
  }

  await chip(page, /^major/).check();
  await chip(page, /^minor/).check();
  const either = await page.locator(".change[data-level=major], .change[data-level=minor]").count();
  assert.equal(await page.locator(".change:visible").count(), either);
  assert.ok(!(await page.getByRole("heading", { name: /^Patch/ }).isVisible()));
  await chip(page, /^response/).check();
  await page.getByRole("combobox", { name: "Resource" }).selectOption("books");
  const both = page.locator(".change[data-direction=response][data-resources~=books]:visible");
  assert.ok((await both.count()) > 0);
  assert.equal(await page.locator(".change:visible").count(), await both.count());
  page.quiet();
  await page.context().close();
});

test("the search looks for all of its words, in names, reasons, rules and places", async () => {
  const page = await open("bookshop.html");
  const search = page.getByRole("searchbox");
  await search.fill("reader_ID required");
  assert.deepEqual(await subjects(page), ["NewOrder.reader_id"]);
  await search.fill("limits-tightened");
  assert.deepEqual(await subjects(page), ["NewOrder.note"]);
  await search.fill("schemas/Reader/properties");
  assert.deepEqual(await subjects(page), ["Reader.email"]);
  await search.fill("no such thing <b>");
  assert.ok(await page.getByText("No change fits these filters.").isVisible());
  page.quiet();
  await page.context().close();
});

test("filters stand in the address, and the address sets them", async () => {
  const page = await open("bookshop.html");
  await chip(page, /^major/).check();
  await page.getByRole("searchbox").fill("a & b=c");
  assert.equal(await hash(page), "#?q=a+%26+b%3Dc&level=major");
  await page.context().close();

  const again = await open("bookshop.html", { hash: "#?level=major&level=patch&resource=orders&q=order&level=<b>" });
  assert.ok(await chip(again, /^major/).isChecked());
  assert.ok(await chip(again, /^patch/).isChecked());
  assert.ok(!(await chip(again, /^minor/).isChecked()));
  assert.equal(await again.getByRole("combobox").inputValue(), "orders");
  const visible = await subjects(again);
  assert.ok(visible.length > 0 && visible.every((subject) => /order/i.test(subject)), visible);
  again.quiet();
  await again.context().close();
});

test("a resource of the summary leaves its changes", async () => {
  const page = await open("bookshop.html");
  await page.getByRole("link", { name: "readers" }).click();
  await page.waitForFunction(() => document.querySelector("select").value === "readers");
  assert.equal(
    await page.locator(".change:visible").count(),
    await page.locator(".change[data-resources~=readers]").count(),
  );
  await page.context().close();
});
