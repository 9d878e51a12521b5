import { strToU8, zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { defaultLimits } from "../../src/inspect/limits.ts";
import { seededRandom } from "../support/seeded-random.ts";
import { contentOf, streamOf, unpack } from "../support/unpack.ts";

const types = {
  "[Content_Types].xml":
    '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
};

function packed(parts: Readonly<Record<string, string | Uint8Array>>): Uint8Array {
  return zipSync(
    Object.fromEntries(
      Object.entries(parts).map(([name, part]) => [name, typeof part === "string" ? strToU8(part) : part]),
    ),
  );
}

function workbook(sheet: string, more: Readonly<Record<string, string>> = {}): Uint8Array {
  return packed({
    ...types,
    "xl/workbook.xml":
      '<workbook xmlns:r="x"><workbookPr/><sheets><sheet name="客户 &amp; Co" sheetId="1" r:id="rId7"/></sheets></workbook>',
    "xl/_rels/workbook.xml.rels":
      '<Relationships><Relationship Id="rId7" Type="t" Target="worksheets/sheet1.xml"/></Relationships>',
    "xl/styles.xml":
      '<styleSheet><numFmts><numFmt numFmtId="164" formatCode="yyyy&quot;年&quot;m&quot;月&quot;"/><numFmt numFmtId="165" formatCode="0.00&quot;day&quot;"/></numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="165"/></cellXfs></styleSheet>',
    "xl/worksheets/sheet1.xml": `<?xml version="1.0"?><worksheet><sheetData>${sheet}</sheetData><headerFooter><oddHeader>&amp;C&amp;"SimSun,Bold"内部资料 &amp;P</oddHeader></headerFooter></worksheet>`,
    ...more,
  });
}

const shared = (...strings: readonly string[]): string =>
  `<sst>${strings.map((text) => `<si>${text}</si>`).join("")}</sst>`;

describe("xlsx", () => {
  it("reads cells of every kind under the header, with what stands above it as the title", async () => {
    const book = workbook(
      `<row r="1"><c r="A1" t="s"><v>0</v></c></row>
       <row r="3"><c r="A3" t="s"><v>1</v></c><c r="B3" t="inlineStr"><is><r><t>电</t></r><r><t>话</t></r><rPh><t>dian</t></rPh></is></c><c r="D3" t="str"><v>born</v></c></row>
       <row r="4"><c r="A4" t="s"><v>2</v></c><c r="B4"><v>13800138000</v></c><c r="C4" t="b"><v>1</v></c><c r="D4" s="1"><v>36526</v></c></row>
       <row><c t="s"><v>3</v></c><c><f>A1&amp;"x"</f><v>1.3800138001E10</v></c><c t="e"><v>#N/A</v></c><c s="2"><v>36526.5</v></c></row>
       <row r="6"><c r="A6"><v>5</v></c><c r="B6" s="3"><v>2.5</v></c></row>`,
      {
        "xl/sharedStrings.xml": shared(
          "<t>客户名单</t>",
          "<t>姓名</t>",
          '<r><t xml:space="preserve">王 </t></r><r><t>小明</t></r><rPh><t>wang</t></rPh>',
          "<t>a &lt; &#x4e2d;</t>",
        ),
      },
    );
    const { format, cells, titles, gaps } = await unpack(contentOf(book, "a.xlsx"));
    expect(format).toBe("xlsx");
    expect(cells).toEqual([
      {
        kind: "cells",
        table: "客户 & Co",
        columns: ["姓名", "电话", "column 3", "born"],
        rows: [
          ["王 小明", "13800138000", "1", "2000-01-01"],
          ["a < 中", "13800138001", null, "2000-01-01 12:00:00"],
          ["5", "2.5"],
        ],
      },
    ]);
    expect(titles).toContain("客户名单");
    expect(titles).toContain("内部资料");
    expect(gaps).toEqual([]);
  });

  it("reads comments, drawings and properties, and hands on what is embedded", async () => {
    const book = workbook("<row><c><v>1</v></c></row>", {
      "xl/comments1.xml":
        "<comments><commentList><comment ref='A1'><text><r><t>call </t></r><r><t>13800138000</t></r></text></comment></commentList></comments>",
      "xl/drawings/drawing1.xml":
        "<xdr:wsDr><xdr:sp><a:p><a:r><a:t>in a </a:t></a:r><a:r><a:t>box</a:t></a:r></a:p></xdr:sp></xdr:wsDr>",
      "docProps/core.xml": "<cp:coreProperties><dc:title>年度报表</dc:title><dc:creator/></cp:coreProperties>",
      "docProps/custom.xml": '<Properties><property name="密级"><vt:lpwstr>机密</vt:lpwstr></property></Properties>',
      "xl/embeddings/old.docx": "embedded",
      "xl/media/image1.png": "a picture",
    });
    const { text, titles, members, gaps } = await unpack(streamOf(book, "a.xlsx"));
    expect(text).toBe("call 13800138000\nin a box\n");
    expect(titles).toContain("title: 年度报表\n密级: 机密\n");
    expect(members.map(({ path, bytes }) => [path, String(bytes)])).toEqual([
      ["a.xlsx!/xl/embeddings/old.docx", "embedded"],
    ]);
    expect(gaps).toEqual(["skipped: holds 1 pictures, films or sounds: not looked into"]);
  });

  it("numbers the columns of a sheet that begins with data, and reads many rows in several pieces", async () => {
    const rows = Array.from(
      { length: 50_000 },
      (_, at) => `<row><c><v>${13_000_000_000 + at}</v></c><c><v>${at}</v></c></row>`,
    ).join("");
    const { cells } = await unpack(contentOf(workbook(rows)));
    expect(cells.length).toBeGreaterThan(2);
    expect(cells[0]?.columns).toEqual(["column 1", "column 2"]);
    expect(cells.reduce((sum, piece) => sum + piece.rows.length, 0)).toBe(50_000);
    const sample = await unpack(contentOf(workbook(rows)), { rows: 20 });
    expect(sample.cells.reduce((sum, piece) => sum + piece.rows.length, 0)).toBeLessThan(10_000);
  });

  it("holds no more strings than may be held", async () => {
    const book = workbook('<row><c t="s"><v>0</v></c><c t="s"><v>19999</v></c></row>', {
      "xl/sharedStrings.xml": shared(...Array.from({ length: 20_000 }, (_, at) => `<t>${"x".repeat(100)}${at}</t>`)),
    });
    const { gaps } = await unpack(contentOf(book), { limits: { ...defaultLimits, spoolBytes: 100_000 } });
    expect(gaps).toEqual([
      'unsupported: part "xl/sharedStrings.xml" holds more strings than are kept: cells with the rest were not read',
    ]);
  });
});

describe("docx", () => {
  const p = (text: string, style = ""): string => `<w:p><w:pPr>${style}</w:pPr><w:r><w:t>${text}</w:t></w:r></w:p>`;

  it("joins the runs of a paragraph, keeps tables apart, and knows titles", async () => {
    const table = [
      ["姓名", "电话"],
      ["王小明", "13800138000"],
      ["李四", "13800138001"],
    ]
      .map((row) => `<w:tr>${row.map((cell) => `<w:tc>${p(cell)}</w:tc>`).join("")}</w:tr>`)
      .join("");
    const letter = packed({
      ...types,
      "word/document.xml": `<w:document><w:body>${p("绝密★10年")}${p("a".repeat(200))}<w:p><w:r><w:t>id 11010</w:t></w:r><w:r><w:t>1199003072316</w:t></w:r><w:r><w:tab/><w:t>end</w:t></w:r></w:p>
        ${p("Chapter", '<w:pStyle w:val="Heading1"/>')}<w:tbl>${table}</w:tbl>
        <mc:AlternateContent><mc:Choice>${p(`${"b".repeat(100)} box`)}</mc:Choice><mc:Fallback>${p("again")}</mc:Fallback></mc:AlternateContent></w:body></w:document>`,
      "word/header1.xml": `<w:hdr>${p("内部资料")}</w:hdr>`,
      "word/comments.xml": `<w:comments><w:comment>${p("a remark")}</w:comment></w:comments>`,
    });
    const { format, text, titles, cells, gaps } = await unpack(contentOf(letter, "renamed.bin"));
    expect(format).toBe("docx");
    expect(text.split("\n")).toEqual([
      "a".repeat(200),
      "id 110101199003072316\tend",
      `${"b".repeat(100)} box`,
      "a remark",
      "",
    ]);
    expect(titles).toBe("内部资料\n绝密★10年\nChapter\n");
    expect(cells).toEqual([
      {
        kind: "cells",
        table: "table 1",
        columns: ["姓名", "电话"],
        rows: [
          ["王小明", "13800138000"],
          ["李四", "13800138001"],
        ],
      },
    ]);
    expect(gaps).toEqual([]);
  });

  it("never throws or hangs, whatever is wrong with it", async () => {
    const random = seededRandom(4);
    const letter = packed({ ...types, "word/document.xml": `<w:document>${p("some text").repeat(50)}</w:document>` });
    for (let round = 0; round < 300; round++) {
      const damaged = Buffer.from(letter.subarray(0, random.chance(0.2) ? random.below(letter.length) : letter.length));
      for (let flips = random.below(6); flips > 0; flips--)
        damaged[4 + random.below(damaged.length - 4)] = random.below(256);
      const { gaps } = await unpack(contentOf(damaged, "a.docx"));
      expect(gaps.filter((gap) => gap.startsWith("thrown"))).toEqual([]);
    }
  });
});

describe("pptx", () => {
  it("reads slides, notes and tables", async () => {
    const sp = (text: string, type = ""): string =>
      `<p:sp><p:nvPr>${type}</p:nvPr><p:txBody><a:p><a:r><a:t>${text}</a:t></a:r></a:p></p:txBody></p:sp>`;
    const slides = packed({
      ...types,
      "ppt/slides/slide2.xml": `<p:sld>${sp("Results", '<p:ph type="title"/>')}${sp("call 13800138000")}<a:tbl><a:tr><a:tc><a:p><a:r><a:t>x</a:t></a:r></a:p></a:tc><a:tc/></a:tr></a:tbl></p:sld>`,
      "ppt/notesSlides/notesSlide1.xml": `<p:notes>${sp("a note")}</p:notes>`,
    });
    const { format, text, titles, cells } = await unpack(contentOf(slides));
    expect(format).toBe("pptx");
    expect(titles).toBe("Results\n");
    expect(text).toBe("call 13800138000\na note\n");
    expect(cells).toEqual([
      { kind: "cells", table: "slide 2 table 1", columns: ["column 1", "column 2"], rows: [["x", ""]] },
    ]);
  });
});

describe("odf", () => {
  const mimetype = "application/vnd.oasis.opendocument.spreadsheet";
  const ods = (content: string, manifest = ""): Uint8Array =>
    zipSync({
      mimetype: [strToU8(mimetype), { level: 0 }],
      "content.xml": strToU8(content),
      "META-INF/manifest.xml": strToU8(`<m>${manifest}</m>`),
    });

  it("reads tables by the values that cells state", async () => {
    const cell = (text: string, more = ""): string =>
      `<table:table-cell ${more}><text:p>${text}</text:p></table:table-cell>`;
    const { format, cells, text } = await unpack(
      contentOf(
        ods(`<office:body><table:table table:name="员工"><table:table-row>${cell("姓名")}${cell("电话")}</table:table-row>
          <table:table-row>${cell("王小明")}${cell("13,800,138,000", 'office:value-type="float" office:value="13800138000"')}</table:table-row>
          <table:table-row>${cell("李四")}<table:table-cell table:number-columns-repeated="2"/></table:table-row></table:table><text:p>below</text:p></office:body>`),
      ),
    );
    expect(format).toBe("odf");
    expect(cells.map(({ table, columns, rows }) => ({ table, columns, rows }))).toEqual([
      {
        table: "员工",
        columns: ["姓名", "电话", "column 3"],
        rows: [
          ["王小明", "13800138000"],
          ["李四", "", ""],
        ],
      },
    ]);
    expect(text).toBe("below\n");
  });

  it("is a gap where it is encrypted", async () => {
    const { gaps } = await unpack(contentOf(ods("cipher", "<manifest:encryption-data/>")));
    expect(gaps).toEqual(["unsupported: is encrypted with a password: not read"]);
  });
});

describe("compound files", () => {
  it.each([
    ["EncryptedPackage", "is encrypted with a password: not read"],
    ["WordDocument", "is a letter of old Word"],
    ["Workbook", "is a workbook of old Excel"],
    ["Something", "is a compound file"],
  ])("says what one with %s is", async (stream, what) => {
    const file = Buffer.alloc(2_048);
    Buffer.from("d0cf11e0a1b11ae1", "hex").copy(file);
    file.writeUInt16LE(9, 30);
    file.writeUInt32LE(0, 48);
    file.write("Root Entry", 512, "utf16le");
    file.writeUInt16LE(22, 512 + 64);
    file.write(stream, 640, "utf16le");
    file.writeUInt16LE(stream.length * 2 + 2, 640 + 64);
    const { format, gaps } = await unpack(contentOf(file));
    expect(format).toBe("ole");
    expect(gaps[0]).toContain(what);
  });
});
