// Opens pages of the folder `PAGES`, and notes whatever a page asks for or complains about.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { after } from "node:test";
import { chromium } from "playwright-core";

const folder = process.env.PAGES;
assert.ok(folder, "cargo test --package tintype-report-tests --test report");

const browser = await chromium.launch({
  executablePath: "/usr/bin/chromium",
  args: [
    // Containers have no room for the sandbox, and no name leads anywhere.
    "--no-sandbox", "--disable-dev-shm-usage", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
    "--host-resolver-rules=MAP * ~NOTFOUND",
  ],
});
after(() => browser.close());

/** A file of the folder. */
export const read = (name) => readFileSync(join(folder, name), "utf8");

/** Opens a page; `quiet()` fails if it asked for anything but itself, or complained. */
export const open = async (name, { hash = "", ...options } = {}) => {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, ...options });
  const page = await context.newPage();
  const asked = [];
  const complaints = [];
  page.on("request", (request) => asked.push(request.url().split("#")[0]));
  page.on("console", (message) => complaints.push(`${message.type()}: ${message.text()}`));
  page.on("pageerror", (error) => complaints.push(String(error)));
  page.on("dialog", (dialog) => { complaints.push(`dialog: ${dialog.message()}`); dialog.dismiss(); });
  const url = pathToFileURL(join(folder, name)).href;
  await page.goto(url + hash);
  page.quiet = () => {
    assert.deepEqual(complaints, []);
    assert.deepEqual([...new Set(asked)], [url]);
  };
  return page;
};

/** What the visible changes are about, in their order. */
export const subjects = (page) =>
  page.locator(".change:visible h3 code").allTextContents();

/** Opens all that can be opened. */
export const unfold = (page) =>
  page.locator("details").evaluateAll((all) => { for (const one of all) one.open = true; });

/** Where the page is, without the file. */
export const hash = (page) => page.evaluate(() => location.hash);
