import { describe, expect, it } from "vitest";
import { sniffText, transcoded, transcodedLate } from "../../src/inspect/encodings/index.ts";
import { readingOf } from "../support/read-pieces.ts";

const table = "姓名,手机号,住址\n张伟,13800138000,浙江省杭州市西湖区文三路一号\n李娜,13900139000,广东省深圳市南山区\n";
const traditional = "姓名,電話,地址\n陳怡君,13800138000,臺北市中正區重慶南路\n林志豪,13900139000,高雄市三民區\n";

/** UTF-16 and UTF-32, which `TextEncoder` does not write. */
function wide(text: string, bytes: 2 | 4, isLittle: boolean): Uint8Array {
  const units =
    bytes === 2 ? text.split("").map((one) => one.charCodeAt(0)) : [...text].map((one) => one.codePointAt(0) ?? 0);
  const view = new DataView(new ArrayBuffer(units.length * bytes));
  for (const [index, unit] of units.entries()) {
    if (bytes === 2) view.setUint16(index * 2, unit, isLittle);
    else view.setUint32(index * 4, unit, isLittle);
  }
  return new Uint8Array(view.buffer);
}

/** The other way round of a decoder, by trying all that two bytes (and four of GB 18030) may be. */
function narrow(text: string, encoding: "gb18030" | "big5"): Uint8Array {
  const decoder = new TextDecoder(encoding);
  const known = new Map<string, readonly number[]>();
  for (let lead = 0x81; lead <= 0xfe; lead++)
    for (let trail = 0x40; trail <= 0xfe; trail++) {
      const character = decoder.decode(new Uint8Array([lead, trail]));
      if ([...character].length === 1 && character !== "\ufffd" && !known.has(character))
        known.set(character, [lead, trail]);
    }
  return new Uint8Array(
    [...text].flatMap((one) => (one < "\u0080" ? [one.charCodeAt(0)] : (known.get(one) ?? [0x3f]))),
  );
}

const mark = "\ufeff";

describe("encodings of text", () => {
  it.each([
    ["utf-8", new TextEncoder().encode(table)],
    ["utf-8", new TextEncoder().encode(mark + table)],
    ["utf-16le", wide(table, 2, true)],
    ["utf-16le", wide(mark + table, 2, true)],
    ["utf-16be", wide(table, 2, false)],
    ["utf-16be", wide(mark + table, 2, false)],
    ["utf-32le", wide(mark + table, 4, true)],
    ["utf-32be", wide(mark + table, 4, false)],
    ["gb18030", narrow(table, "gb18030")],
  ])("reads the same table from %s, whatever the chunks", async (encoding, bytes) => {
    expect(sniffText(bytes)?.encoding).toBe(encoding);
    const expected = await readingOf(table);
    expect(expected.lines).toHaveLength(2);
    for (const chunk of [1, 7, 65_536]) {
      const read = await readingOf(bytes, { chunk });
      expect(read.lines).toEqual(expected.lines);
      expect(read.attributed).toEqual(expected.attributed);
    }
  });

  it("tells Big5 from GB 18030", async () => {
    const bytes = narrow(traditional, "big5");
    expect(sniffText(bytes)?.encoding).toBe("big5");
    expect((await readingOf(bytes, { chunk: 1 })).lines[0]).toEqual([
      "姓名=陳怡君",
      "電話=13800138000",
      "地址=臺北市中正區重慶南路",
    ]);
  });

  it("decodes characters of four bytes that lie over the edge of chunks", async () => {
    // U+20087 is 95 32 90 31 in GB 18030.
    const bytes = new Uint8Array([0x41, 0x95, 0x32, 0x90, 0x31, 0x42]);
    const parts: string[] = [];
    for await (const part of transcoded(bytesOf(bytes), "gb18030")) parts.push(new TextDecoder().decode(part));
    expect(parts.join("")).toBe("A\u{20087}B");
  });

  it("finds out behind a long head of ASCII what the text is", async () => {
    const ascii = `id,note\n${"1,nothing at all\n".repeat(8_000)}`;
    const bytes = Buffer.concat([Buffer.from(ascii), narrow("2,姓名和地址都在这里的一行\n".repeat(50), "gb18030")]);
    const read = await readingOf(bytes, { chunk: 10_000 });
    expect(read.lines.at(-1)).toEqual(["id=2", "note=姓名和地址都在这里的一行"]);
    expect(read.lines).toHaveLength(8_000 + 50);
  });

  it("leaves ASCII as it is to the end", async () => {
    const parts: Uint8Array[] = [];
    for await (const part of transcodedLate(bytesOf(Buffer.from("plain")))) parts.push(part.slice());
    expect(Buffer.concat(parts).toString()).toBe("plain");
  });

  it("takes what is no text for none", () => {
    expect(sniffText(new Uint8Array([0x89, 0x50, 0, 1, 2, 6, 7, 0, 0, 0, 13, 73, 0, 0]))).toBeUndefined();
    expect(sniffText(Uint8Array.from({ length: 4_096 }, (_, index) => (index * 7_919) % 256))).toBeUndefined();
  });

  it("reads parts of wide text from whole units", async () => {
    const long = `id,phone\n${Array.from({ length: 2_000 }, (_, index) => `${index},1380000${String(index).padStart(4, "0")}`).join("\n")}\n`;
    const read = await readingOf(wide(mark + long, 2, true), { windows: [{ from: 10_001, to: 14_003 }] });
    expect(read.lines.length).toBeGreaterThan(80);
    expect(read.lines.every((cells) => /^phone=1380000\d{4}$/.test(cells[1] ?? ""))).toBe(true);
  });
});

async function* bytesOf(bytes: Uint8Array): AsyncIterable<Uint8Array> {
  for (const byte of bytes) yield new Uint8Array([byte]);
}
