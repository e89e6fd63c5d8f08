import assert from "node:assert/strict";
import { test } from "node:test";
import { open } from "./pages.mjs";

const narrow = { viewport: { width: 390, height: 800 } };

test("on a telephone, no heading is broken inside a word", async () => {
  const page = await open("bookshop.html", narrow);
  const broken = await page.evaluate(() => {
    const found = [];
    for (const heading of document.querySelectorAll("h1, h2, h3")) {
      const nodes = document.createTreeWalker(heading, NodeFilter.SHOW_TEXT);
      while (nodes.nextNode()) {
        for (const { 0: word, index } of nodes.currentNode.data.matchAll(/[a-z]+|[A-Z][a-z]*|[0-9]+/g)) {
          const range = document.createRange();
          range.setStart(nodes.currentNode, index);
          range.setEnd(nodes.currentNode, index + word.length);
          if (range.getClientRects().length > 1) found.push(`${heading.textContent}: ${word}`);
        }
      }
    }
    return found;
  });
  assert.deepEqual(broken, []);
  await page.context().close();
});

test("on a telephone, a long path leaves room for the changes", async () => {
  const page = await open("deep.html", narrow);
  const box = await page.locator("header.page").boundingBox();
  assert.ok(box.height < 200, `${box.height}`);
  assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth));
  await page.context().close();
});
