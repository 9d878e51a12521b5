export const encodings = ["utf-8", "utf-8-bom", "utf-16le", "utf-16be", "gbk", "gb18030", "big5"] as const;
export type Encoding = (typeof encodings)[number];

/** Text in an encoding. Node writes none of the Chinese ones: their tables are its own decoder's, turned round. */
export function encode(text: string, encoding: Encoding): Buffer {
  if (encoding === "utf-8") return Buffer.from(text);
  if (encoding === "utf-8-bom") return Buffer.from(`\ufeff${text}`);
  if (encoding === "utf-16le") return Buffer.from(`\ufeff${text}`, "utf16le");
  if (encoding === "utf-16be") return Buffer.from(`\ufeff${text}`, "utf16le").swap16();
  return encodeBy(tableOf(encoding), text, encoding);
}

const tables = new Map<string, ReadonlyMap<string, Buffer>>();

function tableOf(encoding: "gbk" | "gb18030" | "big5"): ReadonlyMap<string, Buffer> {
  const known = tables.get(encoding);
  if (known !== undefined) return known;
  const made = new Map<string, Buffer>();
  const decoder = new TextDecoder(encoding);
  for (let lead = 0x81; lead <= 0xfe; lead++) {
    for (let trail = 0x40; trail <= 0xfe; trail++) {
      const bytes = Buffer.from([lead, trail]);
      const character = decoder.decode(bytes);
      if ([...character].length === 1 && !/[\ufffd\ue000-\uf8ff]/.test(character) && !made.has(character))
        made.set(character, bytes);
    }
  }
  if (encoding === "gb18030")
    for (const character of rare) made.set(character, fourBytes(character.codePointAt(0) ?? 0));
  tables.set(encoding, made);
  return made;
}

/** Characters that only GB 18030 has, in names of people and places. */
export const rare = ["𠮷", "𡚸", "𬭎"];

/** GB 18030-2005, supplementary planes: four bytes, linear from U+10000 at 90 30 81 30. */
function fourBytes(point: number): Buffer {
  let rest = point - 0x10000;
  const d = rest % 10;
  rest = Math.floor(rest / 10);
  const c = rest % 126;
  rest = Math.floor(rest / 126);
  return Buffer.from([0x90 + Math.floor(rest / 10), 0x30 + (rest % 10), 0x81 + c, 0x30 + d]);
}

function encodeBy(table: ReadonlyMap<string, Buffer>, text: string, encoding: Encoding): Buffer {
  const parts: Buffer[] = [];
  for (const character of text) {
    const bytes = character.charCodeAt(0) < 0x80 ? Buffer.from(character) : table.get(character);
    if (bytes === undefined) throw new RangeError(`${encoding} has no character ${character}`);
    parts.push(bytes);
  }
  return Buffer.concat(parts);
}
