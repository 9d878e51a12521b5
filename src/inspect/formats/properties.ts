import type { Reader } from "../reader.ts";
import { asBuffer, decodeUtf8 } from "./bytes.ts";
import { decodeJson } from "./json-scanner.ts";
import { createKeyColumns } from "./key-columns.ts";
import { lineLayout } from "./line-layout.ts";
import { linePieces } from "./line-pieces.ts";
import { isLikeData, tidyName } from "./names.ts";

const pair = /^\s*(?:export\s+|set\s+)?([A-Za-z_\x80-\xff][\w\x80-\xff .\-[\]]{0,100}?)\s*=/;

/** Settings of `.ini`, `.properties` and `.env` files: a key and a value on every line. */
export const properties: Reader = {
  format: "properties",
  recognises(head, path) {
    const lines = asBuffer(head)
      .toString("latin1", 0, 8_192)
      .split(/\r?\n/, 200)
      .filter((line) => line.trim() !== "" && !/^\s*[#;!]/.test(line));
    const isNamed = /\.(ini|properties|env|cfg|conf)$/i.test(path);
    const good = lines.filter((line) => pair.test(line.slice(0, 400)) || /^\s*\[[^\]]{1,100}\]\s*$/.test(line)).length;
    const pairs = lines.filter((line) => pair.test(line.slice(0, 400))).length;
    const code = lines.filter((line) => /[;{]\s*$/.test(line.slice(-100))).length;
    if (!isNamed && code > lines.length * 0.2) return 0;
    return pairs >= (isNamed ? 1 : 2) && good >= lines.length * (isNamed ? 0.5 : 0.9) ? 2 : 0;
  },
  async *read(input) {
    const columns = createKeyColumns((bytes, from, to) => {
      const name = tidyName(decodeUtf8(bytes, from, to));
      return name === "" || isLikeData(name) ? undefined : name;
    });
    const layout = lineLayout({
      format: "properties",
      table: "",
      columns: columns.names,
      split(bytes, from, to, spans) {
        const found = pair.exec(asBuffer(bytes).toString("latin1", from, Math.min(to, from + 400)));
        if (found === null) return;
        const [whole, key = ""] = found;
        let start = from + whole.length;
        let end = to;
        while (start < end && isBlank(bytes[start])) start++;
        while (end > start && isBlank(bytes[end - 1])) end--;
        const quote = bytes[start];
        const isQuoted = (quote === 0x22 || quote === 0x27) && end - start > 1 && bytes[end - 1] === quote;
        if (isQuoted) [start, end] = [start + 1, end - 1];
        const keyFrom = from + whole.lastIndexOf(key);
        if (end > start) spans.add(start, end, columns.at(bytes, keyFrom, keyFrom + key.length));
      },
      decode: (bytes, from, to) =>
        asBuffer(bytes).subarray(from, to).includes("\\u") ? decodeJson(bytes, from, to) : decodeUtf8(bytes, from, to),
    });
    yield* linePieces(input, layout);
  },
};

function isBlank(byte: number | undefined): boolean {
  return byte !== undefined && byte <= 0x20;
}
