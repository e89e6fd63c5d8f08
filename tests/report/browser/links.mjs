import assert from "node:assert/strict";
import { test } from "node:test";
import { hash, open, subjects } from "./pages.mjs";

test("a link to a change opens it, below the filters", async () => {
  const first = await open("bookshop.html");
  const ids = await first.locator(".change").evaluateAll((all) => all.map((change) => change.id));
  await first.context().close();
  assert.equal(new Set(ids).size, ids.length);
  assert.ok(ids.every((id) => /^change-[0-9a-f]{12}$/.test(id)), ids);

  for (const id of [ids[0], ids.at(-1), ids[7]]) {
    const page = await open("bookshop.html", { hash: `#${id}` });
    const change = page.locator(`#${id}`);
    await page.waitForTimeout(100);
    assert.deepEqual(await page.locator(".change:has(details[open])").evaluateAll((all) => all.map((one) => one.id)), [id]);
    const box = await change.boundingBox();
    const filters = await page.locator("#filters").boundingBox();
    assert.ok(box.y >= filters.y + filters.height && box.y < 800, `${box.y}`);
    assert.ok(await change.evaluate((one) => one.classList.contains("is-current")));
    page.quiet();
    await page.context().close();
  }
});

test("a change shows a link to itself, and following it keeps the filters", async () => {
  const page = await open("bookshop.html", { hash: "#?level=major" });
  const change = page.locator(".change", { hasText: "DELETE /books/{id}" });
  await change.locator("summary").first().click();
  await change.getByRole("link").click();
  const id = await change.getAttribute("id");
  await page.waitForFunction((id) => location.hash === `#${id}?level=major`, id);
  assert.ok((await subjects(page)).length > 1);

  await page.reload();
  assert.equal(await hash(page), `#${id}?level=major`);
  assert.equal(await page.locator(".change:visible").count(), await page.locator(".change[data-level=major]").count());
  assert.ok(await change.locator("details").first().evaluate((details) => details.open));
  await page.context().close();
});

test("a link to a change that its filters hide shows the change", async () => {
  const first = await open("bookshop.html");
  const id = await first.locator(".change[data-level=major]").first().getAttribute("id");
  await first.context().close();
  const page = await open("bookshop.html", { hash: `#${id}?level=minor` });
  assert.ok(await page.locator(`#${id} table`).first().isVisible());
  await page.context().close();
});

test("a link to nothing is no trouble", async () => {
  const page = await open("bookshop.html", { hash: "#change-%00</script>?level" });
  assert.equal(await page.locator(".change:visible").count(), await page.locator(".change").count());
  page.quiet();
  await page.context().close();
});
