import { describe, expect, it } from "vitest";
import { detectors } from "../../src/inspect/detectors/index.ts";
import { identifyHit } from "../../src/inspect/detectors/of-hit.ts";
import { type HitKind, hitKinds } from "../../src/inspect/kernel/finder.ts";
import { createFinder } from "../../src/inspect/kernel/index.ts";
import type { DetectorId } from "../../src/model/index.ts";
import { type Random, seededRandom } from "../support/seeded-random.ts";
import { synthetic } from "../support/synthetic-identifiers.ts";

function hit(kind: HitKind, value: string): ReturnType<typeof identifyHit> {
  const bytes = Buffer.from(`卡${value}。`);
  return identifyHit(hitKinds.indexOf(kind), bytes, 3, bytes.length - 3);
}

/** What the kernel has no kind for, or leaves to whole cells. */
const cellsOnly: ReadonlySet<DetectorId> = new Set([
  "cn-tw-permit",
  "birth-date",
  "coordinate",
  "wechat-id",
  "cn-name",
  "cn-address",
]);

function isCellsOnly(id: DetectorId, value: string): boolean {
  if (cellsOnly.has(id)) return true;
  // Old resident ids, which nothing checks; nine characters in a row; a Hong Kong passport with two letters; a country code.
  if (id === "cn-resident-id") return value.length === 15;
  if (id === "cn-org-code") return !value.includes("-");
  if (id === "cn-passport") return /^K[A-Z]/.test(value);
  return id === "cn-landline" && /^(?:\+|00)86/.test(value);
}

function changed(random: Random, value: string): string {
  const at = random.below(value.length);
  const old = value.charAt(at);
  const alphabet = /\d/.test(old) ? "0123456789X" : /[A-Z]/.test(old) ? "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789" : old;
  return value.slice(0, at) + random.text(1, alphabet) + value.slice(at + 1);
}

describe("hits of the kernel", () => {
  it.each([
    ["id-18", "110101199003072316", "cn-resident-id", true],
    ["id-18", "11010519491231002x", "cn-resident-id", true],
    ["id-18", "620102199001010257", "cn-resident-id", true],
    ["id-18", "810000199408230021", "cn-residence-permit", true],
    ["id-18", "911840199001010018", "cn-foreign-pr", true],
    ["id-15", "110105491231002", "cn-resident-id", false],
    ["id-15", "372518100227165", "bank-card", true],
    ["card", "6222 0202 1234 5678 909", "bank-card", true],
    ["card", "4242424242424242", "bank-card", false],
    ["mobile", "+86 138-1234-5678", "cn-mobile", true],
    ["mobile", "13800138000", "cn-mobile", false],
    ["passport", "E12345678", "cn-passport", true],
    ["passport", "H12345678", "cn-hm-permit", true],
    ["passport", "M1234567801", "cn-hm-permit", true],
    ["plate", "粤BD12345", "cn-plate", true],
    ["email", "zhang.san@qq.com", "email", true],
    ["email", "noreply@qq.com", "email", false],
    ["ipv4", "114.23.45.67", "ip-address", true],
    ["mac", "3c:22:fb:01:02:03", "mac-address", true],
  ] as const)("of kind %s: %s is %s (%s)", (kind, value, detector, isValid) => {
    expect(hit(kind, value)).toMatchObject({ detector, isValid });
  });

  it.each([
    ["passport", "S1234567"],
    ["ipv4", "192.168.1.1"],
    ["id-18", "990101199003072318"],
  ] as const)("of kind %s: %s is nobody's", (kind, value) => {
    expect(hit(kind, value)).toBeUndefined();
  });

  it("are no landline at the end of a UUID", () => {
    const uuid = Buffer.from("3f2504e0-4f89-41d3-9a0c-075526012345 075526012345");
    const kind = hitKinds.indexOf("landline");
    expect(identifyHit(kind, uuid, 24, 36)).toBeUndefined();
    expect(identifyHit(kind, uuid, 37, 49)).toMatchObject({ detector: "cn-landline", isValid: true });
  });

  it("have one spelling for one value", () => {
    expect(hit("card", "6222-0202-1234-5678-909")?.canonical).toBe("6222020212345678909");
    expect(hit("mobile", "+86 138-1234-5678")?.canonical).toBe("13812345678");
    expect(hit("id-18", "11010519491231002x")?.canonical).toBe("11010519491231002X");
    expect(hit("hkid", "A123456(3)")?.canonical).toBe("A1234563");
    expect(hit("email", "Zhang@QQ.com")?.canonical).toBe("zhang@qq.com");
  });

  it("are told to be somebody's exactly where a detector takes the same text as a cell", async () => {
    const finder = await createFinder(2026);
    const random = seededRandom(20_261_122);
    const agreed = new Set<DetectorId>();
    for (let round = 0; round < 30_000; round++) {
      const made = synthetic[random.pick(hitKinds)](random);
      const value = random.chance(0.5) ? made : changed(random, made);
      const bytes = Buffer.from(`，${value}；`);
      const hits = finder.find(bytes);
      const told: string[] = [];
      for (let index = 0; index < hits.length; index++) {
        const [start, end] = [hits.starts[index] ?? 0, hits.ends[index] ?? 0];
        if (start !== 3 || end !== bytes.length - 3) continue;
        const found = identifyHit(hits.kinds[index] ?? 0, bytes, start, end);
        if (found?.isValid === true) told.push(`${found.detector} ${found.canonical}`);
      }
      const taken = detectors.filter(({ id, weigh }) => !isCellsOnly(id, value) && weigh(value) === "valid");
      expect(told.sort(), value).toEqual(taken.map(({ id, canonical }) => `${id} ${canonical(value)}`).sort());
      for (const { id } of taken) agreed.add(id);
    }
    expect(agreed.size).toBeGreaterThanOrEqual(18);
  });
});
