import { describe, expect, it } from "vitest";
import { readingOf } from "../support/read-pieces.ts";
import { type Random, seededRandom } from "../support/seeded-random.ts";

const rows = [0, 1, 2, 3, 4, 5, 6, 7];
const phone = (row: number): string => `1380013800${row}`;

const samples: Readonly<Record<string, string>> = {
  csv: `id,name,phone\n${rows.map((row) => `${row},"a, ""b""\n${row}",${phone(row)}`).join("\n")}\n`,
  json: JSON.stringify({ list: rows.map((row) => ({ id: row, phone: phone(row), tags: ["x", '"'] })) }),
  jsonl: `${rows.map((row) => JSON.stringify({ id: row, phone: phone(row) })).join("\n")}\n`,
  xml: `<?xml version="1.0"?><list>${rows.map((row) => `<row id="${row}"><phone>${phone(row)}</phone><!-- c --><![CDATA[x]]></row>`).join("")}</list>`,
  html: `<html><title>t</title><table><tr><th>phone</th></tr>${rows.map((row) => `<tr><td>${phone(row)}</td></tr>`).join("")}</table><script>x</script></html>`,
  sql: `CREATE TABLE t (id int, phone text);\nINSERT INTO t VALUES ${rows.map((row) => `(${row},'it''s ${phone(row)}')`).join(",")};\nCOPY t (id, phone) FROM stdin;\n1\t${phone(1)}\n\\.\n`,
  yaml: `---\nlist:\n${rows.map((row) => `- id: ${row}\n  phone: "${phone(row)}"\n  flow: {a: [${row}, ${phone(row)}]}\n  text: |\n    more\n`).join("")}`,
  log: rows
    .map((row) => `2026-01-02 03:04:0${row} INFO user="a ${row}" phone=${phone(row)} {"k":"${phone(row)}"}\n`)
    .join(""),
  markdown: `# Title\n\n## Next\n\n| id | phone |\n|----|-------|\n${rows.map((row) => `| ${row} | ${phone(row)} |\n`).join("")}`,
  properties: rows.map((row) => `phone.${row} = ${phone(row)}\n`).join(""),
  vcard: rows.map((row) => `BEGIN:VCARD\nTEL;TYPE=CELL:${phone(row)}\nEND:VCARD\n`).join(""),
  text: rows.map((row) => `Some words and ${phone(row)} in a line.\n`).join(""),
};

const noise = [
  '"',
  "'",
  "\n",
  "\r\n",
  ",",
  ";",
  "<",
  ">",
  "</",
  "{",
  "}",
  "[",
  "]",
  "\\",
  ":",
  "=",
  "(",
  ")",
  "-- ",
  "/*",
  "|",
  "#",
  "\t",
  "&",
  "汉",
  " ",
];

describe("mangled text", () => {
  it.each(Object.keys(samples))("is read to its end and the same from any chunks: %s", async (format) => {
    const sample = samples[format] ?? "";
    expect((await readingOf(sample)).format).toBe(format);
    for (let seed = 1; seed <= 60; seed++) {
      const content = mangled(sample, seededRandom(seed));
      const expected = Buffer.byteLength(content);
      const numbers = [...content.matchAll(/(?<!\d)\d{11}(?!\d)/g)].map(([number]) => number);
      const whole = await readingOf(content);
      expect(whole.bytes, `seed ${seed}`).toBe(expected);
      expect(
        whole.attributed.map((one) => one.slice(0, 11)),
        `seed ${seed}`,
      ).toEqual(numbers);
      expect(await readingOf(content, { chunk: 7 }), `seed ${seed}`).toEqual(whole);
      const cut = await readingOf(content, { chunk: 1, limits: { lineBytes: 40 } });
      expect(cut.bytes, `seed ${seed}, cut`).toBe(expected);
      expect(
        cut.attributed.map((one) => one.slice(0, 11)),
        `seed ${seed}, cut`,
      ).toEqual(numbers);
    }
  });
});

/** Some pieces of syntax put in, some characters taken out, digits left alone. */
function mangled(sample: string, random: Random): string {
  let content = sample;
  for (let change = 0; change < 1 + random.below(6); change++) {
    const at = random.below(content.length);
    const isDigit = /\d/.test(content.slice(at - 1, at + 1));
    if (isDigit) continue;
    const rest = random.chance(0.5) && !/\d/.test(content[at] ?? "") ? at + 1 : at;
    content = content.slice(0, at) + (random.chance(0.8) ? random.pick(noise) : "") + content.slice(rest);
  }
  return content;
}
