import { deflateRawSync } from "node:zlib";
import type { Sheet } from "../make/content.ts";

/** An ORC file (ORC v1 specification): one stripe, strings in DIRECT_V2, nulls in PRESENT streams. */
export function orc({ columns, rows }: Sheet, compression: "none" | "zlib"): Buffer {
  const pack = compression === "zlib" ? chunked : (bytes: Buffer): Buffer => bytes;
  const streams: { readonly kind: number; readonly column: number; readonly bytes: Buffer }[] = [];
  for (const [at] of columns.entries()) {
    const cells = rows.map((row) => row[at] ?? "");
    const held = cells.filter((cell) => cell !== "").map((cell) => Buffer.from(cell));
    if (held.length < cells.length) streams.push({ kind: 0, column: at + 1, bytes: pack(present(cells)) });
    streams.push({ kind: 1, column: at + 1, bytes: pack(Buffer.concat(held)) });
    streams.push({ kind: 2, column: at + 1, bytes: pack(lengths(held.map(({ length }) => length))) });
  }
  const data = Buffer.concat(streams.map(({ bytes }) => bytes));
  const stripeFooter = pack(
    Buffer.concat([
      ...streams.map(({ kind, column, bytes }) =>
        nested(1, [number(1, kind), number(2, column), number(3, bytes.length)]),
      ),
      nested(2, [number(1, 0)]),
      ...columns.map(() => nested(2, [number(1, 2)])),
      bytesField(3, Buffer.from("UTC")),
    ]),
  );
  const header = Buffer.from("ORC");
  const footer = pack(
    Buffer.concat([
      number(1, header.length),
      number(2, header.length + data.length + stripeFooter.length),
      nested(3, [
        number(1, header.length),
        number(2, 0),
        number(3, data.length),
        number(4, stripeFooter.length),
        number(5, rows.length),
      ]),
      nested(4, [
        number(1, 12),
        ...columns.map((_, at) => number(2, at + 1)),
        ...columns.map((name) => bytesField(3, Buffer.from(name))),
      ]),
      ...columns.map(() => nested(4, [number(1, 7)])),
      number(6, rows.length),
      number(8, 0),
    ]),
  );
  const postscript = Buffer.concat([
    number(1, footer.length),
    number(2, compression === "zlib" ? 1 : 0),
    number(3, 262_144),
    bytesField(4, Buffer.from([0, 12])),
    number(5, 0),
    number(6, 6),
    bytesField(8000, Buffer.from("ORC")),
  ]);
  return Buffer.concat([header, data, stripeFooter, footer, postscript, Buffer.from([postscript.length])]);
}

/** Bits from the highest, as runs of literal bytes. */
function present(cells: readonly string[]): Buffer {
  const bits = Buffer.alloc(Math.ceil(cells.length / 8));
  for (const [at, cell] of cells.entries()) if (cell !== "") bits[at >> 3] = (bits[at >> 3] ?? 0) | (128 >> (at & 7));
  const parts: Buffer[] = [];
  for (let from = 0; from < bits.length; from += 128) {
    const run = bits.subarray(from, from + 128);
    parts.push(Buffer.from([256 - run.length]), run);
  }
  return Buffer.concat(parts);
}

/** Run length encoding v2, DIRECT with sixteen bits each. */
function lengths(values: readonly number[]): Buffer {
  const parts: Buffer[] = [];
  for (let from = 0; from < values.length; from += 512) {
    const run = values.slice(from, from + 512);
    const count = run.length - 1;
    const body = Buffer.alloc(run.length * 2);
    for (const [at, length] of run.entries()) body.writeUInt16BE(length, at * 2);
    parts.push(Buffer.from([0x40 | (15 << 1) | (count >> 8), count & 255]), body);
  }
  return Buffer.concat(parts);
}

/** Compressed in chunks of at most 256 KiB, each behind three bytes of length and whether it is as it was. */
function chunked(bytes: Buffer): Buffer {
  const parts: Buffer[] = [];
  for (let from = 0; from < bytes.length; from += 262_144) {
    const plain = bytes.subarray(from, from + 262_144);
    const packed = deflateRawSync(plain);
    const isSmaller = packed.length < plain.length;
    const chosen = isSmaller ? packed : plain;
    const header = Buffer.alloc(3);
    header.writeUIntLE(chosen.length * 2 + (isSmaller ? 0 : 1), 0, 3);
    parts.push(header, chosen);
  }
  return Buffer.concat(parts);
}

function varint(value: number): Buffer {
  const bytes: number[] = [];
  let rest = value;
  while (rest >= 128) {
    bytes.push((rest % 128) | 128);
    rest = Math.floor(rest / 128);
  }
  return Buffer.from([...bytes, rest]);
}

function number(field: number, value: number): Buffer {
  return Buffer.concat([varint(field * 8), varint(value)]);
}

function bytesField(field: number, bytes: Buffer): Buffer {
  return Buffer.concat([varint(field * 8 + 2), varint(bytes.length), bytes]);
}

function nested(field: number, parts: readonly Buffer[]): Buffer {
  return bytesField(field, Buffer.concat(parts));
}
