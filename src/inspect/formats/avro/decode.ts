import { bigEndian, dayText, decimalText, instantText } from "../binary/dates.ts";
import { malformed } from "../binary/gap.ts";
import { textIfAny, textValue } from "../binary/text-value.ts";
import type { AvroBytes } from "./byte-reader.ts";
import type { AvroNode } from "./schema.ts";

const deepest = 200;

/**
 * Takes one value from the bytes and hands its parts to `put`, each with its column.
 * @throws ContentError
 */
export function decodeAvro(
  node: AvroNode,
  bytes: AvroBytes,
  put: (column: number, value: string) => void,
  depth = 0,
): void {
  bytes.count();
  if (depth > deepest) throw malformed("has values that are nested too deep");
  if (node.kind === "record") {
    for (const field of node.fields) decodeAvro(field, bytes, put, depth + 1);
  } else if (node.kind === "union") {
    const option = node.options[Number(bytes.long())];
    if (option === undefined) throw malformed("has a value of no known kind");
    decodeAvro(option, bytes, put, depth + 1);
  } else if (node.kind === "array" || node.kind === "map") {
    for (let left = blockCount(bytes); left > 0n; left = blockCount(bytes)) {
      for (; left > 0n; left--) {
        if (node.kind === "map") put(node.keys, textValue(bytes.take(bytes.length())));
        decodeAvro(node.items, bytes, put, depth + 1);
      }
    }
  } else {
    const value = scalar(node, bytes);
    if (value !== null) put(node.column, value);
  }
}

/** A negative count is followed by the bytes of the block. */
function blockCount(bytes: AvroBytes): bigint {
  const count = bytes.long();
  if (count >= 0n) return count;
  bytes.long();
  return -count;
}

type Scalar = Exclude<AvroNode, { readonly kind: "array" | "map" | "record" | "union" }>;

function scalar(node: Scalar, bytes: AvroBytes): string | null {
  if (node.kind === "null") return null;
  if (node.kind === "int") return whole(bytes.long(), node.meaning);
  if (node.kind === "string") return textValue(bytes.take(bytes.length()));
  if (node.kind === "boolean") return bytes.take(1)[0] === 1 ? "true" : "false";
  if (node.kind === "enum") return node.symbols[Number(bytes.long())] ?? null;
  if (node.kind === "float" || node.kind === "double") {
    const own = bytes.take(node.kind === "float" ? 4 : 8);
    const view = new DataView(own.buffer, own.byteOffset);
    return String(node.kind === "float" ? view.getFloat32(0, true) : view.getFloat64(0, true));
  }
  if (!("scale" in node)) return null;
  const own = bytes.take(node.kind === "fixed" ? node.size : bytes.length());
  return node.meaning === "decimal" ? decimalText(bigEndian(own), node.scale) : textIfAny(own);
}

function whole(value: bigint, meaning: string): string {
  if (meaning === "date") return dayText(Number(value));
  if (meaning.endsWith("timestamp-millis")) return instantText(Number(value));
  if (meaning.endsWith("timestamp-micros")) return instantText(Math.floor(Number(value) / 1e3));
  if (meaning.endsWith("timestamp-nanos")) return instantText(Math.floor(Number(value) / 1e6));
  return String(value);
}
