import { describe, expect, it } from "vitest";
import { cpuTime } from "../support/cpu-time.ts";
import { readingOf } from "../support/read-pieces.ts";

const people = `%YAML 1.2
---
# comment 13600136000
users:
- name: 张伟
  phone: 13800138000 # of work
  tags: [a, "b, c", {mobile: 13900139000, x: [1, 2]}]
- name: 'O''Neil: x'
  "phone": "13700137000"
  note: |
    first line
    second: 13500135000
  next: >-
    folded
address:
    city: 杭州
    list:
      - 13400134000
      - - inner
base: &base
  k: v
copy: *base
---
users:
  - {name: 李娜, phone: 13300133000}
`;

describe("YAML", () => {
  it("names values by their keys", async () => {
    const read = await readingOf(people);
    expect(read.format).toBe("yaml");
    expect(read.lines.flat()).toEqual([
      "users[].name=张伟",
      "users[].phone=13800138000",
      "users[].tags[]=a",
      "users[].tags[]=b, c",
      "users[].tags[].mobile=13900139000",
      "users[].tags[].x[]=1",
      "users[].tags[].x[]=2",
      "users[].name=O''Neil: x",
      "users[].phone=13700137000",
      "users[].note=first line",
      "users[].note=second: 13500135000",
      "users[].next=folded",
      "address.city=杭州",
      "address.list[]=13400134000",
      "address.list[][]=inner",
      "base.k=v",
      "users[].name=李娜",
      "users[].phone=13300133000",
    ]);
    expect(read.attributed.filter((one) => !one.includes(" "))).toEqual(["13600136000"]);
  });

  it("reads the same from chunks of any length", async () => {
    const whole = await readingOf(people);
    for (const chunk of [1, 7, 65_536]) {
      expect(await readingOf(people, { chunk })).toEqual(whole);
      expect(await readingOf(people.replaceAll("\n", "\r\n"), { chunk })).toMatchObject({
        attributed: whole.attributed,
      });
    }
  });

  it("does not follow references", async () => {
    const bomb = `a: &a ["lol","lol"]\n${Array.from({ length: 20 }, (_, index) => `b${index}: &b${index} [*a,*a,*a,*a,*a,*a,*a,*a]\n`).join("")}phone: 13800138000\n`;
    const read = await readingOf(bomb, { path: "x.yaml" });
    expect(read.bytes).toBe(bomb.length);
    expect(read.attributed).toEqual(["13800138000 phone"]);
  });

  it.each([
    ["lists in brackets", `a: ${"[".repeat(100_000)}`],
    ["mappings in brackets", `a: ${"{a: ".repeat(100_000)}`],
    ["dashes", `${"- ".repeat(100_000)}x`],
    ["quotes", `a: "${"\n'".repeat(100_000)}`],
    ["colons", `a: ${"x:y ".repeat(100_000)}`],
    ["indentation", Array.from({ length: 1_500 }, (_, index) => `${" ".repeat(index)}k:`).join("\n")],
  ])("is bounded and linear in %s without end", async (_, content) => {
    const started = cpuTime();
    const read = await readingOf(`---\nphone: 13800138000\n${content}`, { limits: { lineBytes: 65_536 } });
    expect(read.bytes).toBeGreaterThan(100_000);
    expect(read.attributed).toEqual(["13800138000 phone"]);
    expect(cpuTime() - started).toBeLessThan(3_000);
  });

  it("leaves prose and forms to the reader of text", async () => {
    expect((await readingOf("Dear all,\nplease note: this is a letter.\nRegards: me\nso it is.\n")).format).toBe(
      "text",
    );
    expect((await readingOf("# Title\n\n- one\n- two\n\nSome words.\n")).format).not.toBe("yaml");
  });
});

describe("program code", () => {
  it("is running text, whatever it looks like", async () => {
    const literal = `exports.a = {\n${"  type: {\n    name: x,\n    key: 1,\n  },\n".repeat(50)}};\n`;
    expect((await readingOf(literal)).format).toBe("text");
    expect((await readingOf("a = 1;\nb.c = 2;\nd = call(3);\n".repeat(10))).format).toBe("text");
  });
});

describe("settings", () => {
  it("reads keys and values of every line", async () => {
    const read = await readingOf(
      "# comment\n[db]\nuser.phone = 13800138000\nname=\\u5f20\\u4f1f\nempty=\nexport TOKEN='x y'\n",
    );
    expect(read.format).toBe("properties");
    expect(read.lines).toEqual([["user.phone=13800138000"], ["name=张伟"], ["TOKEN=x y"]]);
    expect(read.attributed).toEqual(["13800138000 user.phone"]);
  });
});

describe("contacts", () => {
  it("takes properties for columns", async () => {
    const card =
      "BEGIN:VCARD\r\nVERSION:3.0\r\nN:张;伟;;;\r\nFN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:=E5=BC=A0=E4=BC=9F\r\nTEL;TYPE=CELL:13800138000\r\nitem1.EMAIL:a@example.cn\r\nEND:VCARD\r\n";
    const read = await readingOf(card.repeat(2), { chunk: 7 });
    expect(read.format).toBe("vcard");
    expect(read.lines.slice(2, 6)).toEqual([["N=张 伟"], ["FN=张伟"], ["TEL=13800138000"], ["EMAIL=a@example.cn"]]);
    expect(read.attributed).toEqual(["13800138000 TEL", "13800138000 TEL"]);
  });
});
