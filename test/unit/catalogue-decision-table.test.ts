import { describe, expect, it } from "vitest";
import type { EdgeInQuestion } from "../../src/model/index.ts";
import {
  approval,
  findings,
  flow,
  only,
  outcomes,
  places,
  question,
  type Setting,
  wholeBook,
} from "../support/questions.ts";

/** Every row of the decision table, by its number, with all packs loaded. */
const all = (edge: EdgeInQuestion, setting: Setting = {}) => outcomes(edge, { book: wholeBook, ...setting });
const one = (edge: EdgeInQuestion, setting: Setting = {}) => only(edge, { book: wholeBook, ...setting });

const ciio = { status: "ciio" };
const open = { kind: "reachable-from", party: "*", to: null, end: places.nowhere } as const;
const shared = { kind: "shared-with", party: "222233334444", to: null, end: places.frankfurt } as const;
const counts = (personal: number, sensitivePersonal: number) => ({
  handled: 500_000,
  exported: { personal, sensitivePersonal },
});
const exempt = (ground: string, fields: Readonly<Record<string, unknown>> = {}) =>
  approval({ mechanism: "exemption", ground, expires: undefined, reviewBy: "2027-01-01", ...fields });

describe("rows on data that no route covers", () => {
  it("1: a suspected state-secret marking stops the work, wherever it is and whatever is recorded", () => {
    const secret = { classes: ["state-secret"] } as const;
    const approvals = [approval({ classes: ["state-secret"] })];
    for (const at of [places.shanghai, places.singapore]) {
      expect(all(question({ ...secret, at }), { approvals })).toEqual(["SECRET-STOP review critical"]);
    }
  });

  it("2: core data outside in any way is critical, and nothing on record exempts it", () => {
    const core = { classes: ["core"] } as const;
    const approvals = [approval({ classes: ["core"] }), exempt("hr", { classes: ["core"] })];
    for (const edge of [question(core), flow(core), flow({ ...core, ...shared })]) {
      expect(all(edge, { approvals })).toEqual(["DSL-21-CORE review critical"]);
    }
  });
});

describe("rows of sectors", () => {
  it.each([
    [3, "health", "population-health", "SEC-HEALTH-10"],
    [4, "map", "map", "SEC-MAP-34"],
    [5, "credit", "credit", "SEC-CREDIT-24"],
    [6, "ride-hailing", "ride-hailing", "SEC-RIDE-27"],
  ] as const)("%i: in the sector %s, data of the kind %s outside is not met by %s", (_row, sector, kind, policy) => {
    const data = { classes: ["personal"], kinds: [kind] } as const;
    for (const edge of [question(data), flow(data)]) {
      const finding = one(edge, { sectors: [sector], ...counts(200_000, 0) });
      expect(finding).toMatchObject({ policy, verdict: "not-met", severity: "critical" });
      expect(finding.related).toContain("CBDF-8-PI");
    }
    expect(all(question(data), { sectors: ["energy"], ...counts(200_000, 0) })).toEqual(["CBDF-8-PI not-met high"]);
    expect(all(question({ ...data, at: places.shanghai }), { sectors: [sector] })).toEqual([
      "MLPS-TAG review low",
      ...(sector === "ride-hailing" ? ["SEC-RIDE-27-KEEP review medium"] : []),
    ]);
  });

  it.each([["map", "map"]] as const)("in the sector %s no recorded route answers for it", (sector, kind) => {
    const setting = { sectors: [sector], approvals: [approval()], ...counts(1, 0) };
    expect(one(question({ kinds: [kind] }), setting)).toMatchObject({ policy: "SEC-MAP-34", verdict: "not-met" });
  });

  it.each([
    ["health", "population-health"],
    ["credit", "credit"],
    ["ride-hailing", "ride-hailing"],
  ] as const)("in the sector %s a security assessment needs a legal opinion", (sector, kind) => {
    const setting = { sectors: [sector], approvals: [approval()], ...counts(1, 0) };
    expect(one(question({ kinds: [kind] }), setting)).toMatchObject({ verdict: "review", severity: "high" });
  });

  it("7: human genetic resources information outside is a review of every operator, beside the rule on export", () => {
    const data = { classes: ["sensitive-personal"], kinds: ["genetic"] } as const;
    expect(all(question(data), counts(0, 5))).toEqual(["CBDF-8-SPI not-met high", "SEC-HGR-28 review critical"]);
    expect(all(flow({ ...data, ...shared }), counts(0, 5))).toContain("SEC-HGR-28 review critical");
  });
});

describe("rows of state organs and critical information infrastructure", () => {
  it("8: a state organ's personal information outside: stored, replicated or accessible", () => {
    const state = { status: "state-organ" };
    expect(all(question(), state)).toEqual(["PIPL-36-STATE not-met critical"]);
    expect(all(flow(), state)).toEqual(["PIPL-36-STATE not-met critical"]);
    expect(all(flow(shared), state)).toEqual(["PIPL-36-STATE not-met high"]);
  });

  it("8, added: a state organ's important data", () => {
    const important = { classes: ["important"] } as const;
    const state = { status: "state-organ" };
    expect(all(question(important), state)).toEqual(["DSL-31-STATE not-met critical"]);
    expect(all(flow(important), state)).toEqual(["DSL-31-STATE not-met critical"]);
    expect(all(flow({ ...important, ...shared }), state)).toEqual(["DSL-31-STATE not-met high"]);
  });

  it("9: a CIIO's only copy outside: an assessment does not replace storage in the mainland", () => {
    const approvals = [approval()];
    expect(all(question({ copy: "no" }), { ...ciio, approvals })).toEqual(["CSL-39-STORE not-met critical"]);
    expect(all(question(), { ...ciio, approvals })).toEqual(["CSL-39-STORE review high"]);
    expect(all(question(), ciio)).toEqual(["CSL-39-STORE not-met critical"]);
  });

  it("10: a CIIO's important data needs an assessment, replicated or accessible", () => {
    const important = { classes: ["important"] } as const;
    expect(all(flow(important), ciio)).toEqual(["CSL-39-EXPORT-IMPORTANT not-met critical"]);
    expect(all(flow({ ...important, ...shared }), ciio)).toEqual(["CSL-39-ACCESS not-met high"]);
    const approvals = [approval({ classes: ["important"] })];
    expect(all(flow(important), { ...ciio, approvals })).toEqual(["CSL-39-EXPORT-IMPORTANT accepted critical"]);
  });

  it("11: a CIIO's recorded exemption lifts the assessment, the ground of a statutory duty only with an opinion", () => {
    for (const ground of ["contract", "hr", "emergency"]) {
      expect(all(flow(), { ...ciio, approvals: [exempt(ground)] })).toEqual(["CSL-39-EXPORT-PI permitted low"]);
    }
    expect(all(flow(), { ...ciio, approvals: [exempt("statutory-duty")] })).toEqual(["CSL-39-EXPORT-PI review high"]);
  });

  it("12: a CIIO's personal information, of however few, needs an assessment; accessible is one step lower", () => {
    expect(all(flow(), { ...ciio, ...counts(1, 0) })).toEqual(["CSL-39-EXPORT-PI not-met critical"]);
    expect(all(flow({ classes: ["sensitive-personal"] }), ciio)).toEqual(["CSL-39-EXPORT-PI not-met critical"]);
    expect(all(flow(shared), ciio)).toEqual(["CSL-39-ACCESS not-met high"]);
  });
});

describe("rows of everybody else", () => {
  it("13: important data needs an assessment, whoever the operator is", () => {
    expect(all(question({ classes: ["important"] }))).toEqual(["DSL-31-IMPORTANT not-met critical"]);
    expect(all(flow({ classes: ["important"], ...shared }))).toEqual(["DSL-31-IMPORTANT not-met high"]);
  });

  it("14: suspected important data is to be identified and declared", () => {
    const suspected = question({ classes: ["suspected-important"] });
    expect(all(suspected)).toEqual(["NDSMR-29-SUSPECT review medium"]);
    expect(all(suspected, ciio)).toEqual(["NDSMR-29-SUSPECT review high"]);
  });

  it("15: collected outside and sent back is exempt once recorded as such", () => {
    const transit = flow({ origin: "elsewhere" });
    expect(all(transit)).toEqual(["CBDF-4-TRANSIT review low"]);
    expect(all(transit, { approvals: [exempt("transit")] })).toEqual(["CBDF-4-TRANSIT permitted low"]);
  });

  it.each([["contract"], ["hr"], ["emergency"], ["statutory-duty"]])("16: the ground %s exempts", (ground) => {
    const approvals = [exempt(ground, { classes: ["personal", "sensitive-personal"] })];
    expect(all(question(), { ...counts(200_000, 0), approvals })).toEqual(["CBDF-8-PI permitted low"]);
    expect(all(question({ classes: ["sensitive-personal"] }), { ...counts(0, 9), approvals })).toEqual([
      "CBDF-8-SPI permitted low",
    ]);
  });

  it("17: off the negative list of a free-trade zone is permitted once recorded", () => {
    const approvals = [approval({ mechanism: "ftz-negative-list" })];
    expect(all(question(), { ...counts(2_000_000, 0), approvals })).toEqual(["CBDF-7-PI permitted low"]);
  });

  it("18: a Greater Bay Area contract covers Hong Kong at any volume, and no place that it does not name", () => {
    const contract = approval({
      mechanism: "gba-contract",
      destinations: ["hong-kong"],
      expires: undefined,
      reviewBy: "2027-01-01",
    });
    const setting = { ...counts(3_000_000, 0), approvals: [contract] };
    expect(all(question({ at: places.hongKong }), setting)).toEqual(["CBDF-7-PI accepted critical"]);
    expect(all(question({ at: places.macao }), setting)).toEqual(["CBDF-7-PI not-met critical"]);
    expect(all(question({ at: places.singapore }), setting)).toEqual(["CBDF-7-PI not-met critical"]);
  });

  it.each([
    [19, "sensitive-personal", 0, 10_000, "CBDF-7-SPI not-met critical"],
    [20, "personal", 1_000_000, 0, "CBDF-7-PI not-met critical"],
    [21, "sensitive-personal", 0, 1, "CBDF-8-SPI not-met high"],
    [21, "sensitive-personal", 0, 9_999, "CBDF-8-SPI not-met high"],
    [22, "personal", 100_000, 0, "CBDF-8-PI not-met high"],
    [22, "personal", 999_999, 0, "CBDF-8-PI not-met high"],
    [23, "personal", 99_999, 0, "CBDF-5-SMALL permitted low"],
  ] as const)("%i: %s with counts of %i and %i gives %s", (_row, held, personal, sensitive, expected) => {
    expect(all(question({ classes: [held] }), counts(personal, sensitive))).toEqual([expected]);
  });

  it("24: unknown counts leave it open, higher for sensitive data", () => {
    expect(all(question())).toEqual(["CBDF-COUNT-UNKNOWN review medium"]);
    expect(all(question({ classes: ["sensitive-personal"] }))).toEqual(["CBDF-COUNT-UNKNOWN review high"]);
  });

  it("25: a large handler without a mainland copy stands beside the rows on export, not behind them", () => {
    const setting = { exported: { personal: 200_000, sensitivePersonal: 0 }, handled: 1_000_000 };
    expect(all(question({ copy: "no" }), setting)).toEqual(["CBDF-8-PI not-met high", "PIPL-40-VOLUME review medium"]);
  });

  it("26: general data is free to go", () => {
    expect(all(question({ classes: ["general"] }))).toEqual([]);
    expect(all(flow({ classes: ["general"] }), ciio)).toEqual([]);
  });

  it("27: an undeclared operator gets one finding with both outcomes, one step below the higher", () => {
    const finding = one(flow(), { status: "undeclared", ...counts(200_000, 0) });
    expect(finding).toMatchObject({
      verdict: "review",
      severity: "high",
      ifNotDesignated: { policy: "CBDF-8-PI", severity: "high", verdict: "not-met" },
      ifDesignated: { policy: "CSL-39-EXPORT-PI", severity: "critical", verdict: "not-met" },
    });
  });

  it("28: unclassified data outside is a gap in coverage, a step higher for a CIIO", () => {
    expect(all(question({ classes: [] }))).toEqual(["DSL-21-CLASSIFY review low"]);
    expect(all(question({ classes: [] }), ciio)).toEqual(["DSL-21-CLASSIFY review medium"]);
  });

  it("29: a place that is not determined gives that and nothing else", () => {
    for (const setting of [{}, ciio, { status: "undeclared" }, { sectors: ["health"] }]) {
      const unlocated = question({ at: places.nowhere, kinds: ["population-health"], mlps: 3 });
      expect(all(unlocated, setting)).toEqual(["LOC-UNKNOWN review high"]);
      expect(all(question({ at: places.unlisted, classes: [] }), setting)).toContain("LOC-UNKNOWN review medium");
    }
  });

  it("added: access from outside runs through the tiers of those who are no CIIO, one step lower", () => {
    expect(all(flow(shared), counts(1_000_000, 0))).toEqual(["CBDF-7-PI not-met high"]);
    expect(all(flow(shared), counts(100_000, 0))).toEqual(["CBDF-8-PI not-met medium"]);
    expect(all(flow(shared), counts(1, 0))).toEqual(["CBDF-5-SMALL permitted info"]);
    expect(all(flow(shared))).toEqual(["CBDF-COUNT-UNKNOWN review low"]);
  });

  it("added: a store that is open to everyone is not met for that alone, in the mainland too", () => {
    expect(all(question({ at: places.shanghai, ...open }), counts(1, 0))).toEqual([
      "CBDF-5-SMALL permitted info",
      "NDSMR-9-PUBLIC not-met critical",
    ]);
  });
});

describe("every row at once", () => {
  it("gives each edge one finding per family", () => {
    const busy = question({
      classes: ["core", "important", "sensitive-personal", "personal"],
      kinds: ["genetic", "minors", "population-health"],
      mlps: 3,
      attributes: { encrypted: false },
      copy: "no",
    });
    const sectors = ["automotive", "finance", "health", "industry"];
    const found = findings([busy], { book: wholeBook, sectors, ...counts(2_000_000, 20_000), handled: 2_000_000 });
    expect(found.map(({ policy }) => policy).sort()).toEqual([
      "DSL-21-CORE",
      "MLPS-8.2.4.5",
      "NDSMR-9-ENC",
      "PIPL-40-VOLUME",
      "SEC-AUTO-11",
      "SEC-HEALTH-10",
      "SEC-HGR-28",
    ]);
  });
});
