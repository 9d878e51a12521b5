import { describe, expect, it } from "vitest";
import { cpuTime } from "../support/cpu-time.ts";
import { readingOf } from "../support/read-pieces.ts";

const gbk = Buffer.from("tcfW5rrFwuujujEzODAwMTM4MDAw", "base64");

const message = [
  "Received: from a.example by b.example;",
  "\tFri, 2 Jan 2026 03:04:05 +0800",
  "From: =?utf-8?B?5byg5Lyf?= <zhang@example.cn>",
  "To: =?GBK?Q?=C0=EE=C4=C8?= <li@example.cn>",
  "Subject: =?utf-8?B?5a6i5oi35ZCN?= =?utf-8?B?5Y2V?=",
  "MIME-Version: 1.0",
  'Content-Type: multipart/mixed; boundary="outer"',
  "",
  "This is a message in parts.",
  "--outer",
  'Content-Type: multipart/alternative; boundary="in=ner"',
  "",
  "--in=ner",
  "Content-Type: text/plain; charset=gb2312",
  "Content-Transfer-Encoding: base64",
  "",
  gbk.toString("base64").slice(0, 10),
  gbk.toString("base64").slice(10),
  "--in=ner",
  "Content-Type: text/html; charset=utf-8",
  "Content-Transfer-Encoding: quoted-printable",
  "",
  "<p>=E6=89=8B=E6=9C=BA: 139001=",
  "39000 = 1</p>",
  "--in=ner--",
  "",
  "--outer",
  "Content-Type: text/csv",
  "Content-Disposition: attachment; filename*=utf-8''%E5%AE%A2%E6%88%B7.csv",
  "",
  "name,phone",
  "-- not a boundary,13700137000",
  "",
  "--outer",
  "Content-Type: message/rfc822",
  "",
  "From: x@example.cn",
  "Subject: inner",
  "",
  "inner body 13600136000",
  "--outer--",
  "epilogue",
].join("\r\n");

describe("messages", () => {
  it("decodes headers, and hands out bodies and attachments as members", async () => {
    const read = await readingOf(message, { path: "a.eml" });
    expect(read.format).toBe("eml");
    expect(read.lines.flat()).toContain("From=张伟 <zhang@example.cn>");
    expect(read.lines.flat()).toContain("To=李娜 <li@example.cn>");
    expect(read.titles).toEqual(["客户名单"]);
    expect(read.members).toEqual([
      { path: "a.eml!/body 1.txt", content: new TextDecoder("gb18030").decode(gbk) },
      { path: "a.eml!/body 2.html", content: "<p>手机: 13900139000 = 1</p>\r\n" },
      { path: "a.eml!/客户.csv", content: "name,phone\r\n-- not a boundary,13700137000\r\n\r\n" },
      { path: "a.eml!/body 4.eml", content: "From: x@example.cn\r\nSubject: inner\r\n\r\ninner body 13600136000\r\n" },
    ]);
  });

  it("reads the same from chunks of any length", async () => {
    const whole = await readingOf(message);
    for (const chunk of [1, 7, 65_536]) {
      expect(await readingOf(message, { chunk })).toEqual(whole);
      expect((await readingOf(message, { chunk, limits: { lineBytes: 100 } })).members).toEqual(whole.members);
    }
  });

  it("reads a message of one part and one that ends too early", async () => {
    const single = await readingOf("From: a@example.cn\nSubject: x\n\n13800138000\n", { path: "m" });
    expect(single.members).toEqual([{ path: "m!/body 1.txt", content: "13800138000\n" }]);
    const cut = await readingOf(message.slice(0, message.indexOf("--in=ner--")));
    expect(cut.members).toHaveLength(2);
  });

  it("says that the rest of a head without end was not read", async () => {
    const gap = "unsupported: has a head of more than 262144 bytes: the rest of it was not read";
    const recipients = Array.from({ length: 12_000 }, (_, index) => ` recipient-${index}@example.cn,`).join("\n");
    const long = await readingOf(`From: a\nSubject: b\nTo: x,\n${recipients}\n\nbody\n`);
    expect(long.gaps).toEqual([gap]);
    expect(long.members.map(({ content }) => content)).toEqual(["body\n"]);
    const part = `--b\nContent-Type: text/plain\nX-Note: ${"a ".repeat(140_000)}\n\none\n`;
    const parts = await readingOf(
      `From: a\nSubject: b\nContent-Type: multipart/mixed; boundary=b\n\n${part}--b\n\ntwo\n--b--\n`,
    );
    expect(parts.gaps).toEqual([gap]);
    expect(parts.members.map(({ content }) => content)).toEqual(["one\n", "two\n"]);
  });

  it("is bounded in parts within parts", async () => {
    const nested = Array.from(
      { length: 5_000 },
      (_, index) => `--b${index}\nContent-Type: multipart/mixed; boundary=b${index + 1}\n\n`,
    );
    const started = cpuTime();
    const read = await readingOf(
      `From: a\nSubject: b\nContent-Type: multipart/mixed; boundary=b0\n\n${nested.join("")}13800138000\n`,
    );
    expect(read.members).toHaveLength(1);
    expect(cpuTime() - started).toBeLessThan(3_000);
  });

  it("opens a mailbox message by message", async () => {
    const one = "From a@example.cn Fri Jan  2 03:04:05 2026\nFrom: a@example.cn\nSubject: x\n\nbody 13800138000\n\n";
    const read = await readingOf(one.repeat(3), { path: "m" });
    expect(read.format).toBe("mbox");
    expect(read.members.map(({ path }) => path)).toEqual(["m!/message 1.eml", "m!/message 2.eml", "m!/message 3.eml"]);
    expect(read.members[2]?.content).toBe(one.slice(one.indexOf("\n") + 1));
  });
});
