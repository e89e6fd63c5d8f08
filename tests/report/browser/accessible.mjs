import assert from "node:assert/strict";
import { test } from "node:test";
import axe from "axe-core";
import { open, unfold } from "./pages.mjs";

const serious = async (page) => {
  const { violations } = await page.evaluate(async () => axe.run(document, { resultTypes: ["violations"] }));
  return violations
    .filter(({ impact }) => impact === "serious" || impact === "critical")
    .map(({ id, nodes }) => `${id}: ${nodes.slice(0, 3).map((node) => `${node.html.slice(0, 200)} ${node.failureSummary}`).join("\n")}`);
};

for (const colorScheme of ["light", "dark"]) {
  for (const width of [1280, 400]) {
    test(`axe finds nothing serious: ${colorScheme}, ${width} wide`, async () => {
      for (const name of ["bookshop.html", "nothing.html"]) {
        // The policy lets nothing in; the judge is let in by the browser.
        const page = await open(name, { colorScheme, viewport: { width, height: 800 }, bypassCSP: true });
        await page.evaluate(axe.source);
        assert.deepEqual(await serious(page), []);
        await unfold(page);
        assert.deepEqual(await serious(page), []);
        await page.keyboard.press("?");
        assert.deepEqual(await serious(page), []);
        await page.context().close();
      }
    });
  }
}
