import { deflateSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { defaultLimits } from "../../src/inspect/limits.ts";
import { seededRandom } from "../support/seeded-random.ts";
import { contentOf, streamOf, unpack } from "../support/unpack.ts";

/** A document written by hand: objects, a table of their places, and what the trailer says more. */
function pdfOf(objects: readonly (string | Buffer)[], trailer = ""): Buffer {
  const parts: Buffer[] = [Buffer.from("%PDF-1.7\n")];
  const places: number[] = [];
  for (const [index, object] of objects.entries()) {
    places.push(parts.reduce((sum, { length }) => sum + length, 0));
    parts.push(Buffer.from(`${index + 1} 0 obj\n`), Buffer.from(object), Buffer.from("\nendobj\n"));
  }
  const start = parts.reduce((sum, { length }) => sum + length, 0);
  const table = places.map((at) => `${String(at).padStart(10, "0")} 00000 n \n`).join("");
  parts.push(
    Buffer.from(`xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}`),
    Buffer.from(`trailer\n<< /Size ${objects.length + 1} /Root 1 0 R ${trailer} >>\nstartxref\n${start}\n%%EOF\n`),
  );
  return Buffer.concat(parts);
}

function streamObject(content: Uint8Array, dictionary = ""): Buffer {
  const packed = deflateSync(content);
  return Buffer.concat([
    Buffer.from(`<< /Length ${packed.length} /Filter /FlateDecode ${dictionary} >>\nstream\n`),
    packed,
    Buffer.from("\nendstream"),
  ]);
}

/** Pages with lines in a Chinese font that is not embedded: its characters are those of Adobe-GB1. */
function letter(pages: readonly (readonly string[])[], more: readonly string[] = [], trailer = ""): Buffer {
  const first = 5 + more.length;
  const kids = pages.map((_, at) => `${first + at * 2} 0 R`).join(" ");
  const hex = (line: string): string => Buffer.from(line, "utf16le").swap16().toString("hex");
  return pdfOf(
    [
      "<< /Type /Catalog /Pages 2 0 R >>",
      `<< /Type /Pages /Count ${pages.length} /Kids [${kids}] >>`,
      "<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UCS2-H /DescendantFonts [4 0 R] >>",
      "<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 4 >> /DW 1000 >>",
      ...more,
      ...pages.flatMap((lines, at) => [
        `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >> /Contents ${first + at * 2 + 1} 0 R ${more.length > 0 && at === 0 ? "/Annots [5 0 R]" : ""} >>`,
        streamObject(
          Buffer.from(`BT /F1 11 Tf 50 790 Td 16 TL\n${lines.map((line) => `<${hex(line)}> Tj T*`).join("\n")}\nET`),
        ),
      ]),
    ],
    trailer,
  );
}

const sentence = "联系人王小明的电话是13800138000，身份证号码是110101199003072316。";

describe("pdf", () => {
  it("reads the text of Chinese fonts that are not embedded, page by page, with the title apart", async () => {
    const file = letter([["绝密★10年", sentence], ["second page"]]);
    const { format, titles, text, gaps } = await unpack(streamOf(file));
    expect(format).toBe("pdf");
    expect(titles).toBe("绝密★10年\n");
    expect(text).toBe(`${sentence}\nsecond page\n`);
    expect(gaps).toEqual([]);
  });

  it("reads properties, and what was written beside the text", async () => {
    const remark = "<< /Type /Annot /Subtype /Text /Rect [0 0 9 9] /Contents (call 13800138000) >>";
    const info = "<< /Title (a report) /Keywords (secret) /Producer (a program) >>";
    const file = letter([["a page"]], [remark, info], "/Info 6 0 R");
    const { titles, text } = await unpack(contentOf(file));
    expect(titles).toContain("Title: a report\nKeywords: secret\n");
    expect(titles + text).toContain("call 13800138000");
    expect(titles).not.toContain("a program");
  });

  it("says what it cannot read: pages without text, a password, damage, size", async () => {
    expect((await unpack(contentOf(letter([["one"], [], []])))).gaps).toEqual([
      "unsupported: 2 of 3 pages have no text: pictures of text are not read",
    ]);
    const key = "0".repeat(64);
    const locked = letter(
      [["one"]],
      [],
      `/Encrypt << /Filter /Standard /V 2 /R 3 /Length 128 /P -4 /O <${key}> /U <${key}> >> /ID [<00> <00>]`,
    );
    expect((await unpack(contentOf(locked))).gaps).toEqual(["unsupported: is encrypted with a password: not read"]);
    expect((await unpack(contentOf(Buffer.from("%PDF-1.7\nnothing of it")))).gaps[0]).toMatch(
      /^malformed: is damaged \(\w+\)$/,
    );
    const { gaps } = await unpack(contentOf(letter([["one"]])), { limits: { ...defaultLimits, spoolBytes: 100 } });
    expect(gaps).toEqual(["unsupported: has more than 100 bytes, which are needed at once: not read"]);
  });

  it("leaves a document that takes too long, and says how many of its pages were read", async () => {
    const { gaps } = await unpack(contentOf(letter([["one"], ["two"]])), {
      limits: { ...defaultLimits, milliseconds: 0 },
    });
    expect(gaps).toEqual(["timeout: took longer than 0 s: 0 of 2 pages were read"]);
  });

  it("reads the first pages of a sample", async () => {
    const file = letter([["one"]]);
    const found = await unpack(contentOf(file), { windows: [{ from: 0, to: 100 }] });
    expect(found.text + found.titles).toContain("one");
  });

  it("never throws or hangs, whatever is wrong with it", async () => {
    const random = seededRandom(7);
    const file = letter([["some text", sentence]]);
    for (let round = 0; round < 12; round++) {
      const damaged = Buffer.from(file.subarray(0, random.chance(0.3) ? 10 + random.below(file.length) : file.length));
      for (let flips = 1 + random.below(20); flips > 0; flips--)
        damaged[9 + random.below(damaged.length - 9)] = random.below(256);
      const { gaps } = await unpack(contentOf(damaged));
      expect(gaps.filter((gap) => gap.startsWith("thrown"))).toEqual([]);
    }
  }, 120_000);
});
