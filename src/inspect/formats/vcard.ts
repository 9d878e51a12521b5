import type { Reader } from "../reader.ts";
import { asBuffer, decodeUtf8 } from "./bytes.ts";
import { createKeyColumns } from "./key-columns.ts";
import { lineLayout } from "./line-layout.ts";
import { linePieces } from "./line-pieces.ts";
import { isLikeData } from "./names.ts";

/** `TEL;TYPE=CELL:138…`, `item1.EMAIL:…`: the property is the column, what qualifies it is not. */
const property = /^(?:[\w-]{1,40}\.)?([A-Za-z][\w-]{0,60})((?:;[^:]{1,300})?):/;

/** Contacts and calendars: a property and its value on every line. */
export const vcard: Reader = {
  format: "vcard",
  recognises: (head) => (/^\s*BEGIN:V(CARD|CALENDAR)\r?\n/i.test(asBuffer(head).toString("latin1", 0, 200)) ? 3 : 0),
  async *read(input) {
    const columns = createKeyColumns((bytes, from, to) => {
      const name = decodeUtf8(bytes, from, to).toUpperCase();
      return isLikeData(name) ? undefined : name;
    });
    const layout = lineLayout({
      format: "vcard",
      table: "",
      columns: columns.names,
      split(bytes, from, to, spans) {
        const found = property.exec(asBuffer(bytes).toString("latin1", from, Math.min(to, from + 500)));
        if (found === null) return;
        const end = bytes[to - 1] === 0x0d ? to - 1 : to;
        const [whole, name = ""] = found;
        const start = from + whole.length;
        const nameFrom = from + whole.indexOf(name);
        if (end > start) spans.add(start, end, columns.at(bytes, nameFrom, nameFrom + name.length));
      },
      decode: decodeValue,
    });
    yield* linePieces(input, layout);
  },
};

/** Parts of names and addresses as one text; phones of old write quoted-printable. */
function decodeValue(bytes: Uint8Array, from: number, to: number): string {
  const written = decodeUtf8(bytes, from, to);
  const value = /^(?:=[0-9A-F]{2}|;)+$/i.test(written.slice(0, 200)) ? unquoted(written) : written;
  return value
    .replaceAll(/\\([,;\\])/g, "$1")
    .replaceAll(/\\n/gi, " ")
    .replaceAll(";", " ")
    .trim();
}

function unquoted(written: string): string {
  const latin = written.replaceAll(/=([0-9A-F]{2})/gi, (_, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  );
  return Buffer.from(latin, "latin1").toString("utf8");
}
