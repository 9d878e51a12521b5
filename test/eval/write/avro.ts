import { deflateRawSync } from "node:zlib";
import type { Sheet } from "../make/content.ts";

/** An Avro object container file (Avro 1.11): one record a row, every field a string or null. */
export function avro({ columns, rows }: Sheet, codec: "null" | "deflate"): Buffer {
  const fields = columns.map((name, at) => ({ name: avroName(name, at), type: ["null", "string"], doc: name }));
  const schema = JSON.stringify({ type: "record", name: "row", fields });
  const sync = Buffer.from("0123456789abcdef");
  const metadata = [long(2), text("avro.schema"), text(schema), text("avro.codec"), text(codec), long(0)];
  const parts: Buffer[] = [Buffer.from("Obj\x01", "latin1"), ...metadata, sync];
  for (let from = 0; from < rows.length; from += 200) {
    const some = rows.slice(from, from + 200);
    const plain = Buffer.concat(some.flatMap((row) => columns.map((_, at) => value(row[at] ?? ""))));
    const block = codec === "deflate" ? deflateRawSync(plain) : plain;
    parts.push(long(some.length), long(block.length), block, sync);
  }
  return Buffer.concat(parts);
}

/** Names in Avro are letters, digits and underscores of ASCII. */
function avroName(name: string, at: number): string {
  return /^[A-Za-z_]\w*$/.test(name) ? name : `f${at + 1}`;
}

function value(cell: string): Buffer {
  return cell === "" ? long(0) : Buffer.concat([long(1), text(cell)]);
}

function text(of: string): Buffer {
  const bytes = Buffer.from(of);
  return Buffer.concat([long(bytes.length), bytes]);
}

/** Zigzag, seven bits at a time. */
function long(number: number): Buffer {
  const bytes: number[] = [];
  let rest = number * 2;
  while (rest >= 128) {
    bytes.push((rest % 128) | 128);
    rest = Math.floor(rest / 128);
  }
  return Buffer.from([...bytes, rest]);
}
