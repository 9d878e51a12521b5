import { describe, expect, it } from "vitest";
import { loadPolicies } from "../../policies/index.ts";
import { citationOf, JingneiError } from "../../src/model/index.ts";
import { approval, findings, only, question, wholeBook } from "../support/questions.ts";

const cited = (asOf: string, setting = {}) =>
  only(question(), { status: "ciio", asOf, ...setting }).basis.map(
    ({ instrument, article }) => `${instrument} ${article}`,
  );

describe("the law of a day", () => {
  it("cites the storage duty by article 37 before 2026, by article 39 from then on", () => {
    expect(cited("2025-12-31")).toContain("CSL 37");
    expect(cited("2025-12-31")).not.toContain("CSL 39");
    expect(cited("2026-01-01")).toContain("CSL 39");
    expect(cited("2026-01-01")).not.toContain("CSL 37");
    const [before] = only(question(), { status: "ciio", asOf: "2025-12-31" }).basis;
    expect(before).toMatchObject({ inForce: "2017-06-01", status: "superseded", confidence: "A" });
    expect(before && citationOf(before).zh).toBe("《中华人民共和国网络安全法》第三十七条");
    const [after] = only(question(), { status: "ciio", asOf: "2026-01-01" }).basis;
    expect(after).toMatchObject({ inForce: "2026-01-01", status: "in-force" });
  });

  it("leaves out what was not yet in force, and keeps the finding", () => {
    const contract = { status: "non-ciio", handled: 500_000, exported: { personal: 200_000, sensitivePersonal: 0 } };
    expect(cited("2025-12-31", { ...contract, exported: { ...contract.exported, asOf: "2025-11-01" } })).not.toContain(
      "PICM 5",
    );
    expect(cited("2026-01-01", contract)).toContain("PICM 5");
  });

  it("leaves out a rule before its first day and after its last, and says which", () => {
    const early = wholeBook.on("2024-12-31");
    expect(early.notInForce).toContain("NDSMR-28-LARGE");
    expect(early.policies.map(({ policy }) => policy.id)).not.toContain("NDSMR-28-LARGE");
    expect(wholeBook.on("2025-01-01").notInForce).not.toContain("NDSMR-28-LARGE");
    expect(wholeBook.notInForce).toEqual([]);
    expect(wholeBook.on("2026-11-22").notInForce).toEqual([]);
  });

  it("cites nothing that was not in force, on any day on which the law changed", () => {
    const instruments = Object.values(wholeBook.instruments);
    const days = instruments.flatMap(({ inForce, editions = {} }) => [
      inForce,
      ...Object.values(editions).map((e) => e.until),
    ]);
    for (const day of days) {
      if (day === null || day < "2024-03-22") continue;
      for (const policy of wholeBook.on(day).policies) {
        const bare = policy.policy.basis.every((reference) => reference.when === undefined);
        const { basis } = policy.outcome({});
        if (bare) expect(basis.length, `${policy.policy.id} on ${day}`).toBeGreaterThan(0);
        for (const { inForce } of basis) expect((inForce ?? "") <= day).toBe(true);
      }
    }
  });

  it("is the same book for the same day, and keeps its digest", () => {
    expect(wholeBook.on("2025-06-01").digest).toBe(wholeBook.digest);
    expect(wholeBook.on("2025-06-01").on("2026-06-01").policies.length).toBe(wholeBook.policies.length);
  });

  it("is not told for days before the catalogue begins", () => {
    for (const act of [() => wholeBook.on("2024-03-21"), () => findings([question()], { asOf: "2023-01-01" })]) {
      expect(act).toThrow(JingneiError);
      expect(act).toThrow(/the law before 2024-03-22 is not in the catalogue/);
    }
    expect(wholeBook.on("2024-03-22").policies.length).toBeGreaterThan(20);
  });

  it("takes the date printed on an assessment as it stands", () => {
    const exported = { personal: 2_000_000, sensitivePersonal: 0 };
    const until = (expires: string) =>
      only(question(), { handled: 500_000, exported, approvals: [approval({ issued: "2023-11-30", expires })] })
        .verdict;
    expect(until("2026-11-22")).toBe("accepted");
    expect(until("2026-11-21")).toBe("not-met");
  });
});

describe("names of earlier texts", () => {
  it("disable nothing by a bare number, and say what it could mean", () => {
    const act = () => loadPolicies({ disable: ["CSL-37"] });
    expect(act).toThrow(/policies\.disable names no policy: CSL-37\. CSL-37 alone has two readings/);
    expect(act).toThrow(/CSL2017-37, which is article 39 today/);
  });

  it("stand as aliases with the year of their text", () => {
    const rule = wholeBook.policies.find(({ policy }) => policy.aliases.includes("CSL2017-37"));
    expect(rule?.policy.basis.map(({ article }) => article)).toContain("39");
  });
});

describe("the instruments", () => {
  const all = Object.entries(wholeBook.instruments);

  it("say of every article what it holds, in both languages", () => {
    const bare = all.flatMap(([key, { articles }]) =>
      Object.entries(articles).flatMap(([number, { summary }]) => (summary === undefined ? [`${key} ${number}`] : [])),
    );
    expect(bare).toEqual([]);
  });

  it("carry every earlier number of the Cybersecurity Law once, two lower than today's", () => {
    const aliases = Object.entries(wholeBook.instruments["CSL"]?.articles ?? {}).flatMap(([number, article]) =>
      article.aliases.map((alias) => [number, alias] as const),
    );
    expect(new Set(aliases.map(([, alias]) => alias)).size).toBe(aliases.length);
    // What was article 66 is one item of today's 71, which gathers several.
    for (const [number, alias] of aliases) {
      const shift = Number(number) - Number(alias.replace("CSL2017-", ""));
      expect(shift, alias).toBe(number === "71" ? 5 : 2);
    }
  });

  it("point at articles that are there where they were replaced or are mistaken for another", () => {
    for (const [, { articles, editions = {} }] of all) {
      for (const { supersededBy, until, mistakenFor } of Object.values(articles)) {
        expect(supersededBy === undefined).toBe(until === undefined);
        if (supersededBy !== undefined) {
          const { instrument, article } = supersededBy;
          expect(wholeBook.instruments[instrument]?.articles[article]).toBeDefined();
        }
        if (mistakenFor !== undefined) {
          expect(Object.values(articles).flatMap(({ aliases }) => aliases)).toContain(mistakenFor);
          expect(Object.keys(editions).some((edition) => mistakenFor.startsWith(`${edition}-`))).toBe(true);
        }
      }
    }
  });
});
