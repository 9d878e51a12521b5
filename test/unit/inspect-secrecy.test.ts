import { zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { compileContentRules } from "../../policies/content-rules.ts";
import { inspectedObject } from "../../src/inspect/document.ts";
import { createEngine } from "../../src/inspect/engine/engine.ts";
import { defaultLimits } from "../../src/inspect/limits.ts";
import type { ContentObject } from "../../src/model/index.ts";

const rules = compileContentRules();
const line = "一般工作情况的说明，没有什么特别的内容。\n";
const engine = await createEngine({ year: 2026, seed: "test", limits: defaultLimits });

function objectOf(path: string, content: string | Uint8Array, seen: { bytes: number } = { bytes: 0 }): ContentObject {
  const bytes = Buffer.from(content);
  return {
    path,
    size: bytes.length,
    async *stream() {
      for (let at = 0; at < bytes.length; at += 65_536) {
        const chunk = bytes.subarray(at, at + 65_536);
        seen.bytes += chunk.length;
        yield chunk;
      }
    },
  };
}

async function look(object: ContentObject) {
  const result = await engine.inspect(object, AbortSignal.timeout(60_000));
  return { result, told: inspectedObject(result, { rules, profile: "strict" }) };
}

describe("marks of state secrets", () => {
  it("settle the class by one mark, beside many people", async () => {
    const people = Array.from({ length: 60 }, (_, index) => `13${String(800_000_000 + index * 7_919_113).slice(0, 9)}`);
    const { told } = await look(
      objectOf("a.txt", `绝密★30年\n关于工作的通知\n${people.map((one) => `手机号：${one}\n`).join("")}`),
    );
    expect(told.class).toBe("state-secret");
    expect(told.confidence).toBeGreaterThanOrEqual(0.8);
  });

  it.each([
    ["a cell", "id,摘要,创建时间\n1,机密★10年 关于某事的通知,2024-01-01\n2,会议纪要,2024-01-02\n"],
    ["a title, which is no name", "id,标题,创建时间\n1,机密★10年 关于某事的通知,2024-01-01\n2,会议纪要,2024-01-02\n"],
    ["a value of JSON", `${JSON.stringify({ id: 1, body: "秘密★长期 情况通报" })}\n`],
    ["a line of a log", "2024-01-01 10:00:00 INFO worker - 机密★20年 工作通报\n"],
    ["traditional characters", "絕密★長期\n工作通報\n"],
    ["characters set apart", "秘　密★5年\n工作简报\n"],
    ["a page of the web", "<html><body><p>绝 密★30年</p><p>工作通报</p></body></html>"],
  ])("are seen in %s", async (_, content) => {
    const { told } = await look(objectOf("data", content));
    expect(told.class).toBe("state-secret");
  });

  it("stand among the detectors, as what signatures tell does", async () => {
    const told = async (path: string, content: string) => (await look(objectOf(path, content))).told.detectors;
    expect(await told("a.txt", "机密★10年\n工作通报\n")).toMatchObject({ "secrecy-mark": { matches: 1, distinct: 1 } });
    const bases = "ACGTTGCAAC".repeat(8);
    expect(await told("r.fq", `@r1\n${bases}\n+\n${"I".repeat(80)}\n`)).toEqual({
      genome: { matches: 1, distinct: 1, confidence: 0.95 },
    });
  });

  it("end the reading of the object there", async () => {
    const seen = { bytes: 0 };
    const { result, told } = await look(objectOf("long.txt", `机密★10年\n${line.repeat(200_000)}`, seen));
    expect(told.class).toBe("state-secret");
    expect(result.isPart).toBe(true);
    expect(seen.bytes).toBeLessThan(4_000_000);
  });

  it("end the reading of an archive", async () => {
    const packed = zipSync({
      "1.txt": Buffer.from(line),
      "2.txt": Buffer.from(`绝密★10年\n${line}`),
      "3.txt": Buffer.from(line),
    });
    const { result, told } = await look(objectOf("all.zip", packed));
    expect(told.class).toBe("state-secret");
    expect(result.members.map(({ path }) => path)).toHaveLength(2);
  });

  it("are hinted at by a grade alone in a title, not in the text below", async () => {
    const titled = await look(objectOf("a.txt", `【机密】年度规划\n\n${line.repeat(30)}`));
    expect([titled.told.class, titled.told.confidence, titled.result.isPart]).toEqual(["state-secret", 0.7, false]);
    const below = await look(
      objectOf("b.txt", `年度规划\n\n${line.repeat(300)}等级为 机密 的文件\n${line.repeat(30)}`),
    );
    expect(below.told.classes).toEqual([]);
  });

  it("are hinted at by a grade behind its label, on a page of the web too", async () => {
    for (const content of [
      "密级：机密\n保密期限：20年\n",
      "<html><body><p>密级：机密</p><p>项目建议书</p></body></html>",
    ]) {
      const { told } = await look(objectOf("a", content));
      expect([told.class, told.confidence]).toEqual(["state-secret", 0.7]);
    }
  });

  it("are not made of a law that names the grades, in its first lines or as a mention in quotes", async () => {
    const law =
      "保守国家秘密法（摘录）\n国家秘密的密级分为绝密、机密、秘密三级。\n定为“机密”或者“秘密”的，应当作出标志。\n绝密级国家秘密是最重要的国家秘密。\n";
    const { told } = await look(objectOf("law.txt", law));
    expect(told.classes).not.toContain("state-secret");
  });

  it("are not made of talk about secrecy, companies' secrets or examination papers", async () => {
    const talk = "双方签署保密协议，保守商业秘密★，不得泄露机密信息。\n绝密★启用前\n应当标注为“机密★10年”。\n";
    const { told } = await look(objectOf("talk.txt", line.repeat(6) + talk.repeat(20)));
    expect(told.classes).not.toContain("state-secret");
  });
});
