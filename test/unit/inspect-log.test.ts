import { describe, expect, it } from "vitest";
import { cpuTime } from "../support/cpu-time.ts";
import { readingOf } from "../support/read-pieces.ts";

const application = `2026-01-02 03:04:05,123 INFO [main] c.e.Users: login user=zhang phone=13800138000 name="张 伟", ok
2026-01-02 03:04:06,123 WARN [main] 用户提交，手机号：13900139000，地址：浙江省
2026-01-02 03:04:07,123 INFO body {"user":{"mobile":"13700137000","id":7},"note":"a b"}
2026-01-02 03:04:08,123 INFO raw "{\\"mobile\\":\\"13600136000\\"}" see http://example.com/a
2026-01-02 03:04:09,123 INFO 13500135000 without a key
  at some.stack.Trace(line)
`;

const web = `10.0.0.1 - - [02/Jan/2026:03:04:05 +0800] "GET /a?phone=13800138000&name=%E5%BC%A0%E4%BC%9F HTTP/1.1" 200 12 "-" "Mozilla/5.0"
10.0.0.2 - bob [02/Jan/2026:03:04:06 +0800] "GET /b HTTP/1.1" 200 12 "-" "curl/8"
`;

describe("logs", () => {
  it("takes keys before values for columns, also in JSON within a line and in Chinese", async () => {
    const read = await readingOf(application);
    expect(read.format).toBe("log");
    expect(read.attributed).toEqual([
      "13800138000 phone",
      "13900139000 手机号",
      "13700137000 mobile",
      "13600136000 mobile",
      "13500135000",
    ]);
    expect(read.lines[0]).toEqual([
      "message=2026-01-02 03:04:05,123 INFO [main] c.e.Users: login ",
      "user=zhang",
      "phone=13800138000",
      "name=张 伟",
      'message=", ok',
    ]);
    expect(read.lines[1]?.slice(1)).toEqual(["手机号=13900139000", "地址=浙江省"]);
  });

  it("reads addresses and queries of web servers", async () => {
    const read = await readingOf(web);
    expect(read.lines[0]).toContain("client=10.0.0.1");
    expect(read.lines[0]).toContain("phone=13800138000");
    expect(read.lines[0]).toContain("name=张伟");
    expect(read.lines[1]?.[0]).toBe("client=10.0.0.2");
  });

  it.each([
    ["syslog", "<34>Jan  2 03:04:05 host app[1]: mobile=13800138000\n<34>Jan  2 03:04:06 host app[1]: x\n"],
    ["logfmt", 'time=2026 level=info mobile=13800138000\ntime=2026 level=info msg="a b"\n'],
    ["levels", "INFO: mobile=13800138000\nWARN: mobile=13900139000\n"],
  ])("knows %s", async (_, content) => {
    const read = await readingOf(content);
    expect(read.format).toBe("log");
    expect(read.attributed[0]).toBe("13800138000 mobile");
  });

  it("reads the same from chunks of any length", async () => {
    const content = (application + web).repeat(20);
    const whole = await readingOf(content);
    for (const chunk of [1, 7, 65_536]) expect(await readingOf(content, { chunk })).toEqual(whole);
  });

  it("leaves tables that begin with a time to the reader of tables", async () => {
    expect(
      (await readingOf("time,phone,x\n2026-01-02 03:04:05,13800138000,1\n2026-01-02 03:04:06,13900139000,2\n")).format,
    ).toBe("csv");
    expect((await readingOf("2026-01-02 03:04:05\t13800138000\t1\n2026-01-02 03:04:06\t13900139000\t2\n")).format).toBe(
      "csv",
    );
  });

  it.each([
    ["keys", "a=".repeat(400_000)],
    ["quotes", `a="`.repeat(250_000)],
    ["escapes", `a=\\"`.repeat(200_000)],
    ["colons before an equals sign", `${"k:".repeat(400_000)}=1`],
    ["colons", ":".repeat(800_000)],
  ])("is linear in lines full of %s", async (_, line) => {
    const started = cpuTime();
    const read = await readingOf(`2026-01-02 03:04:05 x=1 \n2026-01-02 03:04:05 x=2 \n${line}\n`, { path: "a.log" });
    expect(read.bytes).toBeGreaterThan(700_000);
    expect(cpuTime() - started).toBeLessThan(3_000);
  });
});
