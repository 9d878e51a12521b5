import type { ReportOptions, ReportSource } from "../../src/model/index.ts";
import { readAssets } from "./assets.ts";
import { contents, languageAndTheme } from "./controls.ts";
import { coverageSection } from "./coverage.ts";
import { both, html, raw, write } from "./escape.ts";
import { findingsSection } from "./findings.ts";
import { flowsSection } from "./flows.ts";
import { inspectionsSection } from "./inspections.ts";
import { accountRows, inventorySection } from "./inventory.ts";
import { matrixSection } from "./matrix.ts";
import { opening } from "./opening.ts";
import { text } from "./text.ts";

/** The page in pieces, in reading order. Coverage stands before the findings: what was not seen qualifies all that follows. */
export function* renderPage(source: ReportSource, options: ReportOptions): Generator<string> {
  const assets = readAssets();
  const inventory = accountRows(source);
  yield write(html`<!doctype html>
<html lang="${options.lang === "zh" ? "zh-CN" : "en"}" data-title-en="${text.title.en}" data-title-zh="${text.title.zh}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${raw(assets.policy)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<meta name="robots" content="noindex">
<title>${text.title[options.lang]}</title>
<style>${raw(assets.style)}</style>
</head>
<body>
<a class="skip" href="#findings">${both(text.skip)}</a>
${languageAndTheme(options.lang)}
<main>
`);
  yield write(opening(source));
  yield write(contents(source.inspections !== undefined));
  yield write(coverageSection(source.coverage, inventory));
  yield write(matrixSection(source.summary));
  yield write(inspectionsSection(source));
  yield write(flowsSection(source.summary));
  yield* findingsSection(source);
  yield write(inventorySection(inventory));
  yield write(html`</main>
<footer><p>${both(source.tool.disclaimer)}</p></footer>
<script>${raw(assets.script)}</script>
</body>
</html>
`);
}
