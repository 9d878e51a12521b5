import { describe, expect, it } from "vitest";
import { cpuTime } from "../support/cpu-time.ts";
import { readingOf } from "../support/read-pieces.ts";

const customers = `<?xml version="1.0"?>
<!DOCTYPE list [ <!ENTITY a "b>"> <!ELEMENT x (y)> ]>
<!-- 13600136000 <no tag> -->
<c:customers xmlns:c="urn:x"><c:customer id="1" mobile='13800138000'><name>张 &amp; &#20255;</name><note><![CDATA[<13900139000> & more]]></note></c:customer><c:customer id="2"><name>李娜</name><empty/></c:customer>
  <field name="phone">13700137000</field>
</c:customers>`;

describe("XML", () => {
  it("names values by the elements and attributes they stand in", async () => {
    const read = await readingOf(customers);
    expect(read.format).toBe("xml");
    expect(read.lines.flat()).toEqual([
      "customers.c=urn:x",
      "customers.customer.id=1",
      "customers.customer.mobile=13800138000",
      "customers.customer.name=张 & 伟",
      "customers.customer.note=<13900139000> & more",
      "customers.customer.id=2",
      "customers.customer.name=李娜",
      "customers.field.name=phone",
      "customers.field.phone=13700137000",
    ]);
    expect(read.lines.length).toBeGreaterThanOrEqual(3);
    expect(read.attributed).toEqual([
      "13600136000",
      "13800138000 customers.customer.mobile",
      "13900139000 customers.customer.note",
      "13700137000 customers.field.phone",
    ]);
  });

  it("reads the same from chunks of any length", async () => {
    const whole = await readingOf(customers);
    for (const chunk of [1, 7, 65_536]) {
      expect(await readingOf(customers, { chunk })).toEqual(whole);
      expect((await readingOf(customers, { chunk, limits: { lineBytes: 64 } })).attributed).toEqual(whole.attributed);
    }
  });

  it("does not expand what the document declares", async () => {
    const bomb = `<?xml version="1.0"?><!DOCTYPE lolz [<!ENTITY lol "lol">${Array.from({ length: 9 }, (_, index) => `<!ENTITY lol${index + 1} "${`&lol${index || ""};`.repeat(10)}">`).join("")}]><lolz>&lol9;</lolz>`;
    const read = await readingOf(bomb);
    expect(read.lines.flat()).toEqual(["lolz=&lol9;"]);
    expect(read.bytes).toBe(bomb.length);
  });

  it("is bounded where elements are nested without end", async () => {
    const read = await readingOf(
      `<?xml version="1.0"?><a>${"<b>".repeat(100_000)}13800138000${"</b>".repeat(100_000)}<phone>13900139000</phone></a>`,
    );
    expect(read.gaps).toEqual(["unsupported: nested more than 256 deep: from there on read as text"]);
    expect(read.attributed).toEqual(["13800138000", "13900139000 a.phone"]);
  });

  it("is not led astray by elements that are never closed, or closed twice", async () => {
    const read = await readingOf(
      `<?xml version="1.0"?><a>${"<row><br><phone>13800138000</phone></x></row>".repeat(400)}</a>`,
    );
    expect(read.gaps).toEqual([]);
    expect(new Set(read.attributed)).toEqual(new Set(["13800138000 a.row.br.phone"]));
  });

  it("finds its place in a part of a document", async () => {
    const rows = Array.from(
      { length: 3_000 },
      (_, index) => `<row><id>${index}</id><phone>1380000${String(index).padStart(4, "0")}</phone></row>`,
    );
    const read = await readingOf(`<table>${rows.join("")}</table>`, { windows: [{ from: 60_011, to: 70_003 }] });
    expect(read.attributed.filter((one) => one.endsWith(" table.row.phone")).length).toBeGreaterThan(150);
  });

  it.each([
    ["tags that never end", "<a ".repeat(200_000)],
    ["comments that never end", `<a>${"<!--".repeat(200_000)}`],
    ["quotes of two kinds", `<a>${`<b c='"`.repeat(100_000)}`],
    ["quotes that never end", `<a>${'<b c="'.repeat(100_000)}`],
    ["ends without beginnings", `<a>${"</b>".repeat(200_000)}`],
    ["sections that never end", `<a>${"<![CDATA[ x ]]".repeat(60_000)}</a>`],
  ])("is linear in %s", async (_, content) => {
    const started = cpuTime();
    const read = await readingOf(`<x/>${content}`, { limits: { lineBytes: 65_536 } });
    expect(read.bytes).toBeGreaterThan(500_000);
    expect(cpuTime() - started).toBeLessThan(3_000);
  });
});
