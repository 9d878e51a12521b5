import { mkdir } from "node:fs/promises";
import { dirname, resolve } from "node:path";
import { startBrowser } from "../support/browser.ts";

/**
 * Takes the README's picture of a report, as the bundled Chromium draws it in the light theme:
 * `node test/browser/screenshot.ts jingnei-report/report.html [assets/report.png [WIDTH [HEIGHT]]]`
 */
const [report, picture = "assets/report.png", width = "1280", height = "1500"] = process.argv.slice(2);
if (report === undefined) {
  process.stderr.write("Name the report.html to take a picture of; `npm run demo` writes one.\n");
  process.exit(2);
}
const browser = await startBrowser({ width: Number(width), height: Number(height), colorScheme: "light" });
try {
  const page = await browser.open(resolve(report));
  await mkdir(dirname(picture), { recursive: true });
  await page.screenshot({ path: picture, animations: "disabled" });
} finally {
  await browser.close();
}
for (const complaint of [...browser.requests, ...browser.errors]) process.stderr.write(`${complaint}\n`);
if (browser.requests.length + browser.errors.length > 0) process.exitCode = 1;
