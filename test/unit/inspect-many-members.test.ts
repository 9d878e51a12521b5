import { beforeAll, describe, expect, it } from "vitest";
import { createEngine } from "../../src/inspect/engine/engine.ts";
import { defaultLimits } from "../../src/inspect/limits.ts";
import type { ObjectResult } from "../../src/inspect/result.ts";
import { tarOf } from "../support/tar-writer.ts";
import { contentOf } from "../support/unpack.ts";

const count = 600;
let found: ObjectResult;
/** Of the members, each looked at by itself. */
let matches = 0;
let columns: readonly string[] = [];

beforeAll(async () => {
  const members = Array.from({ length: count }, (_, at) => ({
    name: `${at}.csv`,
    content: Buffer.from(
      `name,手机\nwang,1380013${String(at).padStart(4, "0")}\nli,1390013${String(at).padStart(4, "0")}\n`,
    ),
  }));
  const packed = { name: "damaged.gz", content: Buffer.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 3, 255, 255]) };
  const engine = await createEngine({ year: 2026, seed: "many", limits: defaultLimits });
  const { signal } = new AbortController();
  found = await engine.inspect(contentOf(tarOf([packed, ...members]), "a.tar"), signal);
  for (const { name, content } of members) {
    const alone = await engine.inspect(contentOf(content, name), signal);
    matches += alone.detectors.get("cn-mobile")?.matches ?? 0;
    columns = [...columns, ...alone.columns.map((column) => `a.tar!/${name} ${column.name}`)];
  }
});

describe("an archive with very many members", () => {
  it("counts what is in all of them", () => {
    const mobile = found.detectors.get("cn-mobile");
    expect(matches).toBeGreaterThan(count);
    expect(mobile?.matches).toBe(matches);
    expect(Math.abs((mobile?.distinct.count() ?? 0) - matches)).toBeLessThan(matches * 0.06);
  });

  it("lists each with its columns, and keeps every gap", () => {
    expect(found.members.map(({ path }) => path)).toEqual([
      "a.tar!/damaged.gz",
      ...Array.from({ length: count }, (_, at) => `a.tar!/${at}.csv`),
    ]);
    const listed = found.members.flatMap((member) => member.columns.map(({ name }) => `${member.path} ${name}`));
    expect(listed).toEqual(columns);
    expect(found.gaps.map(({ path }) => path)).toEqual(["a.tar!/damaged.gz"]);
  });

  it("keeps the evidence of one table for all that show the same", () => {
    expect(found.groups.length).toBeGreaterThan(0);
    expect(found.groups.length).toBeLessThan(count);
  });
});
