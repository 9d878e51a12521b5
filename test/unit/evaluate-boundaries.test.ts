import { describe, expect, it } from "vitest";
import { tierOf } from "../../src/evaluate/operator-facts.ts";
import { approval, flow, only, outcomes, places, question } from "../support/questions.ts";

const limits = {
  assessmentPersonal: 1_000_000,
  assessmentSensitive: 10_000,
  contractPersonal: 100_000,
  contractSensitive: 1,
};

/** Not a large handler, so that article 40 stays out of the picture. */
function counts(personal: number | undefined, sensitivePersonal: number | undefined) {
  return {
    handled: 500_000,
    exported: {
      ...(personal === undefined ? {} : { personal }),
      ...(sensitivePersonal === undefined ? {} : { sensitivePersonal }),
    },
  };
}

describe("tiers of a handler that is no CIIO (Provisions art. 5, 7, 8)", () => {
  it.each([
    [99_999, "CBDF-5-SMALL permitted low"],
    [100_000, "CBDF-8-PI not-met high"],
    [999_999, "CBDF-8-PI not-met high"],
    [1_000_000, "CBDF-7-PI not-met critical"],
  ])("%i people, none sensitive: personal information gives %s", (personal, expected) => {
    expect(outcomes(question(), counts(personal, 0))).toEqual([expected]);
  });

  it.each([
    [1, "CBDF-8-SPI not-met high"],
    [9_999, "CBDF-8-SPI not-met high"],
    [10_000, "CBDF-7-SPI not-met critical"],
  ])("%i people with sensitive data: sensitive personal information gives %s", (sensitive, expected) => {
    expect(outcomes(question({ classes: ["sensitive-personal"] }), counts(0, sensitive))).toEqual([expected]);
  });

  it("asks again where sensitive data is found and none is declared as exported", () => {
    expect(outcomes(question({ classes: ["sensitive-personal"] }), counts(50_000, 0))).toEqual([
      "CBDF-8-SPI review medium",
    ]);
  });

  it("50,000 personal and 1 sensitive: the sensitive part needs a contract, the personal part is a matter of reading", () => {
    expect(outcomes(question({ classes: ["sensitive-personal"] }), counts(50_000, 1))).toEqual([
      "CBDF-8-SPI not-met high",
    ]);
    expect(outcomes(question(), counts(50_000, 1))).toEqual(["CBDF-8-PI review medium"]);
  });

  it("past the sensitive threshold the assessment covers all personal information", () => {
    expect(outcomes(question(), counts(50_000, 10_000))).toEqual(["CBDF-7-PI not-met critical"]);
  });

  it("remote access runs through the same tiers, one step lower", () => {
    const open = flow({ kind: "reachable-from", party: "*", to: null, end: places.nowhere });
    expect(outcomes(open, counts(1_000_000, 0))).toEqual(["CBDF-7-PI not-met high"]);
    expect(outcomes(open, counts(100_000, 0))).toEqual(["CBDF-8-PI not-met medium"]);
    expect(outcomes(open, counts(99_999, 0))).toEqual(["CBDF-5-SMALL permitted info"]);
  });

  it.each([
    [1_000_000, undefined, "assessment"],
    [undefined, 10_000, "assessment"],
    [999_999, undefined, undefined],
    [undefined, 9_999, undefined],
    [100_000, 9_999, "contract-or-certificate"],
    [99_999, 1, "contract-or-certificate"],
    [99_999, 0, "small"],
    [99_999, undefined, undefined],
    [undefined, undefined, undefined],
  ])("counts %s and %s put the operator into tier %s", (personal, sensitive, tier) => {
    expect(tierOf({ personal, sensitive }, limits)).toBe(tier);
  });

  it("counts of another year are unknown: the counter starts again on 1 January", () => {
    const exported = { personal: 99_999, sensitivePersonal: 0, asOf: "2025-12-31" };
    expect(outcomes(question(), { exported })).toEqual(["CBDF-COUNT-UNKNOWN review medium"]);
    expect(outcomes(question(), { exported, asOf: "2025-12-31", handled: 1 })).toEqual(["CBDF-5-SMALL permitted low"]);
  });

  it("unknown counts give one review, higher for sensitive data", () => {
    expect(outcomes(question())).toEqual(["CBDF-COUNT-UNKNOWN review medium"]);
    expect(outcomes(question({ classes: ["sensitive-personal"] }))).toEqual(["CBDF-COUNT-UNKNOWN review high"]);
    expect(only(question()).missing).toContain("operator.exported");
  });

  it("thresholds are parameters, not code", () => {
    expect(tierOf({ personal: 5, sensitive: 0 }, { ...limits, contractPersonal: 5 })).toBe("contract-or-certificate");
  });
});

describe("large handlers (PIPL art. 40)", () => {
  const small = { exported: { personal: 1, sensitivePersonal: 0 } };

  it("one million handled, declared without a mainland copy: a legal opinion is asked for beside the tier's finding", () => {
    expect(outcomes(question({ copy: "no" }), { ...small, handled: 1_000_000 })).toEqual([
      "CBDF-5-SMALL permitted low",
      "PIPL-40-VOLUME review medium",
    ]);
    expect(outcomes(question({ copy: "no" }), { ...small, handled: 999_999 })).toEqual(["CBDF-5-SMALL permitted low"]);
  });

  it("an unobserved mainland copy leaves it open, one step lower", () => {
    expect(outcomes(question(), { ...small, handled: 1_000_000 })).toContain("PIPL-40-VOLUME review low");
  });
});

describe("critical information infrastructure operators (CSL art. 39)", () => {
  const ciio = { status: "ciio" };

  it("one person, replica in cn-hongkong, mainland primary: an export without a route", () => {
    const hongKong = { region: "cn-hongkong", country: "HK", jurisdiction: "hong-kong" } as const;
    expect(outcomes(flow({ end: hongKong }), ciio)).toEqual(["CSL-39-EXPORT-PI not-met critical"]);
    expect(outcomes(question({ at: hongKong, copy: "yes" }), ciio)).toEqual(["CSL-39-EXPORT-PI not-met critical"]);
  });

  it("primary only in Singapore, no route: not met on either limb, whatever the copy", () => {
    const finding = only(question(), ciio);
    expect(finding).toMatchObject({ policy: "CSL-39-STORE", verdict: "not-met", severity: "critical", missing: [] });
    expect(finding.related).toContain("CSL-39-EXPORT-PI");
    expect(finding.message.zh).toContain("未观察到境内副本");
  });

  it("primary only in Singapore, valid assessment, copy not observed: still the storage duty, to be reviewed", () => {
    const finding = only(question(), { ...ciio, approvals: [approval()] });
    expect(finding).toMatchObject({ policy: "CSL-39-STORE", verdict: "review", severity: "high" });
    expect(finding.missing).toEqual(["data.mainlandCopy"]);
    expect(finding.approval?.id).toBe("SA-2025-0042");
  });

  it("valid assessment, declared without a mainland copy: the storage duty is not met", () => {
    const finding = only(question({ copy: "no" }), { ...ciio, approvals: [approval()] });
    expect(finding).toMatchObject({ policy: "CSL-39-STORE", verdict: "not-met", severity: "critical" });
    expect(finding.message.en).toContain("does not stand in for it");
  });

  it("valid assessment and a mainland copy: the export is accepted", () => {
    const finding = only(question({ copy: "yes" }), { ...ciio, approvals: [approval()] });
    expect(finding).toMatchObject({ policy: "CSL-39-EXPORT-PI", verdict: "accepted" });
  });

  it("snapshots and backups are named as such", () => {
    expect(outcomes(question({ role: "copy", copy: "yes" }), ciio)).toEqual(["CSL-39-BACKUP not-met critical"]);
    expect(outcomes(flow({ kind: "backs-up-to" }), ciio)).toEqual(["CSL-39-BACKUP not-met critical"]);
    expect(outcomes(flow({ kind: "copied-to" }), ciio)).toEqual(["CSL-39-BACKUP not-met critical"]);
  });

  it("access from outside is one step lower than a copy", () => {
    expect(outcomes(flow({ kind: "shared-with", party: "*", to: null, end: places.nowhere }), ciio)).toEqual([
      "CSL-39-ACCESS not-met high",
    ]);
    expect(outcomes(flow({ kind: "served-from", to: null, end: places.frankfurt }), ciio)).toEqual([
      "CSL-39-ACCESS not-met high",
    ]);
  });

  it("important data: storage and export are two families", () => {
    expect(outcomes(question({ classes: ["important"] }), ciio)).toEqual([
      "CSL-39-EXPORT-IMPORTANT not-met critical",
      "CSL-39-STORE not-met critical",
    ]);
  });

  it.each([
    ["contract", "permitted"],
    ["hr", "permitted"],
    ["emergency", "permitted"],
    ["statutory-duty", "review"],
    ["transit", "review"],
  ])("exemption on the ground %s makes an export %s", (ground, verdict) => {
    const exemption = approval({ mechanism: "exemption", ground, expires: undefined, reviewBy: "2027-01-01" });
    expect(only(flow(), { ...ciio, approvals: [exemption] })).toMatchObject({ policy: "CSL-39-EXPORT-PI", verdict });
  });

  it("an exemption lifts the assessment, not the storage duty", () => {
    const exemption = approval({ mechanism: "exemption", ground: "hr", expires: undefined, reviewBy: "2027-01-01" });
    expect(only(question(), { ...ciio, approvals: [exemption] })).toMatchObject({
      policy: "CSL-39-STORE",
      verdict: "review",
      missing: ["data.mainlandCopy"],
    });
  });

  it("an exemption never covers important data", () => {
    const exemption = approval({
      mechanism: "exemption",
      ground: "hr",
      classes: ["important"],
      expires: undefined,
      reviewBy: "2027-01-01",
    });
    expect(outcomes(question({ classes: ["important"] }), { ...ciio, approvals: [exemption] })).toEqual([
      "CSL-39-EXPORT-IMPORTANT not-met critical",
      expect.stringContaining("not-met critical"),
    ]);
  });
});

describe("state organs, important and core data", () => {
  it("a state organ's personal information outside is not met, accessible one step lower", () => {
    expect(outcomes(question(), { status: "state-organ" })).toEqual(["PIPL-36-STATE not-met critical"]);
    expect(outcomes(flow(), { status: "state-organ" })).toEqual(["PIPL-36-STATE not-met critical"]);
    const open = flow({ kind: "reachable-from", party: "*", to: null, end: places.nowhere });
    expect(outcomes(open, { status: "state-organ" })).toEqual(["PIPL-36-STATE not-met high"]);
  });

  it("its assessment counts for a store only with a mainland copy", () => {
    const approvals = [approval({ mechanism: "state-organ-assessment" })];
    const setting = { status: "state-organ", approvals };
    expect(outcomes(question({ copy: "yes" }), setting)).toEqual(["PIPL-36-STATE accepted critical"]);
    expect(outcomes(question({ copy: "no" }), setting)).toEqual(["PIPL-36-STATE not-met critical"]);
    expect(only(question(), setting)).toMatchObject({ verdict: "review", missing: ["data.mainlandCopy"] });
  });

  it("a state organ's important data has its own rule", () => {
    expect(outcomes(question({ classes: ["important"] }), { status: "state-organ" })).toEqual([
      "DSL-31-STATE not-met critical",
    ]);
  });

  it("a body can be state organ and CIIO at once", () => {
    const finding = only(question(), { status: ["state-organ", "ciio"] });
    expect(finding.policy).toBe("CSL-39-STORE");
    expect(finding.related).toContain("PIPL-36-STATE");
  });

  it("what is not met comes before a review or an acceptance of higher rank", () => {
    const status = ["state-organ", "ciio"];
    const exemption = approval({ mechanism: "exemption", ground: "hr", expires: undefined, reviewBy: "2027-01-01" });
    const stored = only(question(), { status, approvals: [exemption] });
    expect(stored).toMatchObject({ policy: "PIPL-36-STATE", verdict: "not-met" });
    expect(stored.related).toContain("CSL-39-STORE");
    const assessed = approval({ mechanism: "state-organ-assessment" });
    const sent = only(flow(), { status, approvals: [assessed] });
    expect(sent).toMatchObject({ policy: "CSL-39-EXPORT-PI", verdict: "not-met" });
    expect(sent.related).toContain("PIPL-36-STATE");
  });

  it("an important-data tag without a notice is suspected, with one it is important", () => {
    expect(outcomes(question({ classes: ["suspected-important"] }))).toEqual(["NDSMR-29-SUSPECT review medium"]);
    expect(outcomes(question({ classes: ["suspected-important"] }), { status: "ciio" })).toEqual([
      "NDSMR-29-SUSPECT review high",
    ]);
    expect(outcomes(question({ classes: ["important"] }))).toEqual(["DSL-31-IMPORTANT not-met critical"]);
  });

  it("core data outside is a review, critical, for everybody and with any approval", () => {
    for (const status of ["ciio", "non-ciio", "undeclared", "state-organ"]) {
      const approvals = [approval({ classes: ["core"] })];
      expect(outcomes(question({ classes: ["core"] }), { status, approvals })).toEqual(["DSL-21-CORE review critical"]);
    }
  });

  it("general data is free to go (Provisions art. 3)", () => {
    for (const status of ["ciio", "non-ciio", "undeclared", "state-organ"]) {
      expect(outcomes(question({ classes: ["general"] }), { status })).toEqual([]);
      expect(outcomes(flow({ classes: ["general"] }), { status })).toEqual([]);
    }
  });

  it("several classes: each regime speaks", () => {
    expect(outcomes(question({ classes: ["important", "personal"] }), counts(1_000_000, 0))).toEqual([
      "CBDF-7-PI not-met critical",
      "DSL-31-IMPORTANT not-met critical",
    ]);
  });
});

describe("places", () => {
  it.each([["hongKong"], ["macao"], ["taiwan"], ["singapore"]] as const)("%s is outside the mainland", (name) => {
    expect(outcomes(question({ at: places[name] }), { status: "ciio" })).toEqual(["CSL-39-STORE not-met critical"]);
  });

  it("what rests or moves in the mainland gives nothing", () => {
    expect(outcomes(question({ at: places.shanghai }), { status: "ciio" })).toEqual([]);
    expect(outcomes(flow({ end: places.shanghai }), { status: "ciio" })).toEqual([]);
  });

  it("what moves within one country outside gives nothing more than the store", () => {
    const oregon = { region: "us-west-2", country: "US", jurisdiction: "foreign" } as const;
    const virginia = { region: "us-east-1", country: "US", jurisdiction: "foreign" } as const;
    expect(outcomes(flow({ at: oregon, end: virginia }), { status: "ciio" })).toEqual([]);
    expect(outcomes(flow({ at: places.hongKong, end: virginia }), { status: "ciio" })).toEqual([
      "CSL-39-EXPORT-PI not-met critical",
    ]);
  });

  it("a key held outside is no transfer of the data", () => {
    expect(outcomes(flow({ kind: "key-held-in" }), { status: "ciio" })).toEqual([]);
  });
});

describe("origin", () => {
  it("data collected elsewhere that never was in the mainland is no export", () => {
    expect(outcomes(question({ origin: "elsewhere", scope: "out" }), { status: "ciio" })).toEqual([]);
    expect(outcomes(question({ origin: "elsewhere" }), { status: "ciio" })).toEqual([]);
  });

  it("data collected elsewhere and sent out from the mainland meets the test of article 4", () => {
    expect(outcomes(flow({ origin: "elsewhere" }))).toEqual(["CBDF-4-TRANSIT review low"]);
    const transit = approval({ mechanism: "exemption", ground: "transit", expires: undefined, reviewBy: "2027-01-01" });
    expect(outcomes(flow({ origin: "elsewhere" }), { approvals: [transit] })).toEqual(["CBDF-4-TRANSIT permitted low"]);
    expect(outcomes(flow({ origin: "elsewhere" }), { status: "ciio", approvals: [transit] })).toEqual([
      "CBDF-4-TRANSIT review medium",
    ]);
  });

  it("a declaration that the edges contradict is said once, also of what is out of scope", () => {
    const store = { origin: "elsewhere", contradicted: true, scope: "out" } as const;
    expect(outcomes(question(store), { status: "ciio" })).toEqual(["ORIGIN-CONTRADICTED review high"]);
    expect(outcomes(flow(store), { status: "ciio" })).toEqual([]);
  });
});
