import { closeSync, ftruncateSync, openSync, writeSync } from "node:fs";
import { join } from "node:path";
import { constants, deflateRawSync, gzipSync } from "node:zlib";
import { tarOf } from "./tar-writer.ts";
import { thriftOf, varint } from "./thrift-writer.ts";
import { storedZip } from "./zip-writer.ts";

const mebi = 1024 ** 2;

/** Files that would take all memory or never end, by what they are. Returns their paths. */
export function writeHostileFiles(folder: string): Readonly<Record<string, string>> {
  const paths: Record<string, string> = {};
  const write = (name: string, chunks: Iterable<Uint8Array>, length?: number): void => {
    const path = join(folder, name);
    const file = openSync(path, "w");
    for (const chunk of chunks) writeSync(file, chunk);
    if (length !== undefined) ftruncateSync(file, length);
    closeSync(file);
    paths[name] = path;
  };

  const bomb = deflated(Buffer.alloc(mebi, "a"), 4_095);
  write("bomb.zip", [storedZip([{ name: "a.txt", packed: bomb, bytes: 4_095 * mebi, method: 8 }])]);
  write("bomb-overlapping.zip", [overlapping(bomb.subarray(0, 64 * 1024), 2_000)]);
  write("bomb-nested.zip", [nestedBombs(deflated(Buffer.alloc(mebi, "a"), 256), 4)]);
  write("bomb.txt.gz", [gzipHead, deflated(Buffer.alloc(mebi, "a"), 4_095), Buffer.alloc(8)]);
  write("bomb.xlsx", [workbookBomb()]);

  write("sparse.bin", [], 4 * 1024 * mebi);
  write("sparse.db", [sqliteHead()], 4 * 1024 * mebi);
  write(
    "sparse.tar",
    [tarOf([{ name: "a", content: Buffer.from("a") }]).subarray(0, 1_024), tarHead(8 * 1024 ** 3 - 1)],
    4 * 1024 * mebi,
  );
  write("sparse.parquet", [Buffer.from("PAR1")], 4 * 1024 * mebi);
  write("sparse.csv", [Buffer.from("name,phone\nwang,13800138000\n".repeat(3_000))], 1024 * mebi);

  write("line.txt", repeated(Buffer.alloc(mebi, "abc 12345 "), 200));
  write("line.json", [Buffer.from('{"a":"'), ...repeated(Buffer.alloc(mebi, "x"), 200), Buffer.from('"}')]);
  write("line.csv", [Buffer.from('a,b\n1,"'), ...repeated(Buffer.alloc(mebi, 'x""'), 200)]);

  // Nothing in them but what costs most of all by the byte.
  write("numbers.json", [Buffer.from("["), ...repeated(Buffer.alloc(mebi, "1,"), 64), Buffer.from("1]")]);
  write("commas.csv", [Buffer.from("a,b,c\n1,2,3\n"), ...repeated(Buffer.alloc(mebi, ","), 64)]);
  write("members.zip", [membersBomb(20_000)]);
  write("repeated.xlsx", [repeatedCells()]);

  write("deep.zip", [nested(50, (inner) => storedZip([{ name: "in.zip", packed: inner }]))]);
  write("deep-large.zip", [
    nested(7, (inner) => storedZip([{ name: "in.zip", packed: inner }]), Buffer.alloc(60 * mebi, 1)),
  ]);
  write("deep.gz", [nested(50, (inner) => gzipSync(inner))]);
  write("deep.tar", [nested(50, (inner) => tarOf([{ name: "in.tar", content: inner }]))]);

  for (const [name, footer] of Object.entries(footers())) write(`footer-${name}.parquet`, [footer]);
  return paths;
}

const gzipHead = Buffer.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 3]);

function* repeated(chunk: Buffer, times: number): Iterable<Buffer> {
  for (let time = 0; time < times; time++) yield chunk;
}

/** A deflate stream of the same bytes again and again: whole blocks may follow each other. */
function deflated(bytes: Buffer, times: number): Buffer {
  const block = deflateRawSync(bytes, { level: 9, finishFlush: constants.Z_FULL_FLUSH });
  return Buffer.concat([...Array.from({ length: times }, () => block), deflateRawSync(Buffer.alloc(0))]);
}

/** Many members that all are the same bytes of the archive. */
function overlapping(packed: Buffer, times: number): Buffer {
  return storedZip([
    { name: "0", packed, bytes: 64 * mebi, method: 8 },
    ...Array.from({ length: times }, (_, at) => ({
      name: String(at + 1),
      packed: Buffer.alloc(0),
      packedBytes: packed.length,
      bytes: 64 * mebi,
      method: 8,
      at: 0,
    })),
  ]);
}

/** Archives of ten archives each, and at the bottom a member that unpacks to 256 MiB: 2.5 TB in all. */
function nestedBombs(bottom: Buffer, levels: number): Buffer {
  let archive = storedZip([{ name: "a.txt", packed: bottom, bytes: 256 * mebi, method: 8 }]);
  for (let level = 0; level < levels; level++) {
    const packed = deflateRawSync(archive);
    const bytes = archive.length;
    archive = storedZip(Array.from({ length: 10 }, (_, at) => ({ name: `${at}.zip`, packed, bytes, method: 8 })));
  }
  return archive;
}

/** Shared strings without end. */
function workbookBomb(): Buffer {
  const head = deflateRawSync("<sst>", { finishFlush: constants.Z_FULL_FLUSH });
  const strings = deflated(Buffer.from("<si><t>x</t></si>".repeat(60_000)), 1_024);
  return storedZip([
    { name: "[Content_Types].xml", packed: Buffer.from("<Types/>") },
    { name: "xl/workbook.xml", packed: Buffer.from("<workbook/>") },
    { name: "xl/sharedStrings.xml", packed: Buffer.concat([head, strings]), bytes: 1_024 * mebi, method: 8 },
    {
      name: "xl/worksheets/sheet1.xml",
      packed: Buffer.concat([head, deflated(Buffer.from('<row><c r="BXX1"><v>1</v></c></row>'.repeat(30_000)), 512)]),
      bytes: 512 * mebi,
      method: 8,
    },
  ]);
}

/** Members that hardly hold anything. */
function membersBomb(count: number): Buffer {
  return storedZip(
    Array.from({ length: count }, (_, at) => {
      const content = Buffer.from(`hello ${at}\n`);
      return { name: `${at}.txt`, packed: deflateRawSync(content), bytes: content.length, method: 8 };
    }),
  );
}

/** One long text, and 300,000 cells that all are it. */
function repeatedCells(): Buffer {
  const head = deflateRawSync("<worksheet><sheetData>", { finishFlush: constants.Z_FULL_FLUSH });
  const row = Buffer.from(`<row>${'<c t="s"><v>0</v></c>'.repeat(100)}</row>`);
  const strings = `<sst><si><t>${"call 13800138000 now ".repeat(1_500)}</t></si></sst>`;
  return storedZip([
    { name: "[Content_Types].xml", packed: Buffer.from("<Types/>") },
    { name: "xl/workbook.xml", packed: Buffer.from("<workbook/>") },
    { name: "xl/sharedStrings.xml", packed: Buffer.from(strings) },
    {
      name: "xl/worksheets/sheet1.xml",
      packed: Buffer.concat([head, deflated(Buffer.concat(Array.from({ length: 100 }, () => row)), 30)]),
      bytes: row.length * 3_000,
      method: 8,
    },
  ]);
}

function sqliteHead(): Buffer {
  const page = Buffer.alloc(4_096);
  page.write("SQLite format 3\0");
  page.writeUInt16BE(4_096, 16);
  page.writeUInt8(5, 100);
  page.writeUInt16BE(1, 103);
  page.writeUInt16BE(2_000, 112);
  // The only child of the root, and what follows behind it, is the root.
  page.writeUInt32BE(1, 108);
  page.writeUInt32BE(1, 2_000);
  return page;
}

function tarHead(size: number): Buffer {
  const header = tarOf([{ name: "large" }]).subarray(0, 512);
  header.write(`${size.toString(8).padStart(11, "0")}\0`, 124);
  header.fill(" ", 148, 156);
  const sum = header.reduce((total, byte) => total + byte, 0);
  header.write(`${sum.toString(8).padStart(6, "0")}\0 `, 148);
  return header;
}

function nested(
  levels: number,
  wrap: (inner: Buffer) => Buffer,
  innermost = Buffer.from("name,phone\nwang,13800138000\n"),
): Buffer {
  let content: Buffer = innermost;
  for (let level = 0; level < levels; level++) content = wrap(content);
  return content;
}

function footers(): Readonly<Record<string, Buffer>> {
  const file = (footer: Buffer, length = footer.length, magic = "PAR1"): Buffer => {
    const tail = Buffer.alloc(8);
    tail.writeUInt32LE(length >>> 0, 0);
    tail.write(magic, 4);
    return Buffer.concat([Buffer.from("PAR1"), Buffer.alloc(64), footer, tail]);
  };
  const list = (count: number): Buffer => Buffer.concat([Buffer.from([0x15, 2, 0x19, 0xfc]), varint(count)]);
  return {
    "longer-than-file": file(Buffer.alloc(9), 2 ** 31),
    negative: file(Buffer.alloc(9), -1),
    encrypted: file(Buffer.alloc(9), 9, "PARE"),
    cut: file(Buffer.alloc(9), 9, "PAR"),
    "list-of-2-30": file(list(2 ** 30)),
    "lists-in-lists": file(Buffer.concat([list(2 ** 24), Buffer.alloc(2 ** 22, 0x19)])),
    "columns-in-columns": file(
      thriftOf({
        1: { i32: 1 },
        2: { list: Array.from({ length: 5_000 }, () => ({ struct: { 4: { text: "a" }, 5: { i32: 2 ** 30 } } })) },
      }),
    ),
  };
}
