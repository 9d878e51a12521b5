import { gzipSync, zstdCompressSync } from "node:zlib";
import { type Random, seededRandom } from "../../support/seeded-random.ts";
import { avro } from "../write/avro.ts";
import { type Encoding, encode, encodings, rare } from "../write/encode.ts";
import { mail } from "../write/mail.ts";
import { document, workbook } from "../write/office.ts";
import { orc } from "../write/orc.ts";
import { parquet } from "../write/parquet.ts";
import { pdf } from "../write/pdf.ts";
import { sqlite } from "../write/sqlite.ts";
import * as write from "../write/text-tables.ts";
import { type Member, tar, zip } from "../write/zip.ts";
import type { Content, Script } from "./content.ts";
import type { TrueClass } from "./recipe.ts";
import { recipes } from "./recipes.ts";

/** A file with its true class. */
export interface LabelledFile {
  readonly path: string;
  readonly format: string;
  readonly encoding: Encoding | "binary";
  readonly recipe: string;
  readonly class: TrueClass;
  readonly bytes: Uint8Array;
}

/** Names tell nothing of the content, and every ninth has none of the usual endings. */
export function* labelledFiles(count: number, seed: number): Generator<LabelledFile> {
  const random = seededRandom(seed);
  const makers = [...textMakers, ...binaryMakers];
  const begin = random.below(recipes.length);
  for (let at = 0; at < count; at++) {
    const maker = makers[at % makers.length];
    if (maker === undefined) return;
    const { format, encoding } = maker;
    const script: Script = encoding === "big5" ? "traditional" : "simplified";
    const fitting = recipes.filter(
      ({ scripts, id, isBook }) => scripts.includes(script) && maker.takes(isBook === true ? "book" : contentKind(id)),
    );
    // Each pass over the formats goes on through the recipes from where the seed begins, so that every format meets every class.
    const pass = Math.floor(at / makers.length);
    const recipe = fitting[(begin * 7 + pass * 3 + at) % fitting.length] ?? fitting[0];
    if (recipe === undefined) continue;
    const content = withNotes(recipe.make(random, script), encoding, script, random);
    const path = `part-${String(at).padStart(4, "0")}${at % 9 === 0 ? "" : `.${format}`}`;
    yield { path, format, encoding, recipe: recipe.id, class: recipe.class, bytes: maker.write(content, random) };
  }
}

const textual: ReadonlySet<string> = new Set(
  recipes
    .filter((recipe) => recipe.make(seededRandom(1), recipe.scripts[0] ?? "simplified").sheets.length === 0)
    .map(({ id }) => id),
);
const contentKind = (recipe: string): "text" | "table" => (textual.has(recipe) ? "text" : "table");

const notes: Readonly<Record<Script, readonly string[]>> = {
  simplified: ["加急", "已核对", "无", "见附件", "补发", "赠品"],
  traditional: ["加急", "已核對", "無", "見附件", "補發", "贈品"],
};

/** With a column of remarks, so that every file has characters that its encoding matters for; in GB 18030 one that GBK lacks. */
function withNotes(content: Content, encoding: Encoding | "binary", script: Script, random: Random): Content {
  if (encoding === "binary") return content;
  const rareOne = encoding === "gb18030" ? (rare[0] ?? "") : "";
  const sheets = content.sheets.map(({ name, columns, rows }) => ({
    name,
    columns: [...columns, "note"],
    rows: rows.map((row, at) => [
      ...row,
      at % 10 === 3 ? random.pick(notes[script]) + rareOne : at % 3 === 0 ? random.pick(notes[script]) : "",
    ]),
  }));
  return { ...content, paragraphs: content.paragraphs.map((text, at) => (at === 1 ? text + rareOne : text)), sheets };
}

interface FileMaker {
  readonly format: string;
  readonly encoding: Encoding | "binary";
  readonly takes: (kind: "text" | "table" | "book") => boolean;
  readonly write: (content: Content, random: Random) => Uint8Array;
}

const any = (): boolean => true;
const one = (kind: string): boolean => kind !== "book";
const tables = (kind: string): boolean => kind === "table";
const texts = (kind: string): boolean => kind === "text";

const asText: readonly (readonly [
  format: string,
  takes: FileMaker["takes"],
  (content: Content, encoding: Encoding) => string,
])[] = [
  ["csv", tables, (content) => write.delimited(content, ",")],
  ["tsv", tables, (content) => write.delimited(content, "\t")],
  ["json", any, write.json],
  ["jsonl", any, write.jsonLines],
  ["xml", any, write.xml],
  ["yaml", any, write.yaml],
  ["sql", any, write.sqlDump],
  ["log", one, write.log],
  ["txt", one, write.plain],
];

const textMakers: readonly FileMaker[] = encodings.flatMap((encoding) =>
  asText.map(([format, takes, write]) => ({
    format,
    encoding,
    takes,
    write: (content: Content) => encode(write(content, encoding), encoding),
  })),
);

const first = ({ sheets }: Content) => sheets[0] ?? { name: "none", columns: ["none"], rows: [] };
const binary = (format: string, takes: FileMaker["takes"], write: FileMaker["write"]): FileMaker => ({
  format,
  encoding: "binary",
  takes,
  write,
});
const csv = (content: Content): Buffer => Buffer.from(write.delimited(content, ","));
/** A file for each table, or one of text. */
const members = (content: Content): readonly Member[] =>
  content.sheets.length === 0
    ? [{ name: "data/1.txt", bytes: Buffer.from(write.plain(content)) }]
    : content.sheets.map((sheet, at) => ({ name: `data/${at + 1}.csv`, bytes: csv({ ...content, sheets: [sheet] }) }));

const binaryMakers: readonly FileMaker[] = [
  binary("parquet", tables, (content) => parquet(first(content))),
  binary("avro", tables, (content, random) => avro(first(content), random.pick(["null", "deflate"]))),
  binary("orc", tables, (content, random) => orc(first(content), random.pick(["none", "zlib"]))),
  binary("sqlite", any, sqlite),
  binary("xlsx", any, workbook),
  binary("docx", any, document),
  binary("eml", any, (content, random) => mail(content, random.pick(["utf-8", "gbk"]))),
  binary("pdf", texts, (content) => pdf(write.proseOf(content))),
  binary("csv.gz", tables, (content) => gzipSync(csv(content))),
  binary("jsonl.zst", any, (content) => zstdCompressSync(Buffer.from(write.jsonLines(content)))),
  binary("zip", any, (content) =>
    zip([{ name: "readme.txt", bytes: Buffer.from("Exported by the nightly job.\n") }, ...members(content)]),
  ),
  binary("tar.gz", any, (content) => gzipSync(tar(members(content)))),
];
