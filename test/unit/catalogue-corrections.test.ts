import { describe, expect, it } from "vitest";
import { citationProblem } from "../../policies/article-numbers.ts";
import { type EdgeInQuestion, factGroupsOf, isOpen, type StoresInQuestion } from "../../src/model/index.ts";
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

/** Every correction of the second reading that concerns rules, by its number, with all packs loaded. */
const all = (edge: EdgeInQuestion, setting: Setting = {}) => outcomes(edge, { book: wholeBook, ...setting });
const one = (edge: EdgeInQuestion, setting: Setting = {}) => only(edge, { book: wholeBook, ...setting });
const rule = (id: string) => {
  const found = wholeBook.policies.find(({ policy }) => policy.id === id);
  if (found === undefined) throw new Error(`there is no policy ${id}`);
  return found.policy;
};

const ciio = { status: "ciio" };
const shared = { kind: "shared-with", party: "222233334444", to: null, end: places.frankfurt } as const;
const logs = { kind: "logs-to", to: "arn:aws:s3:::sink", end: places.frankfurt } as const;
const counts = (personal: number, sensitivePersonal: number) => ({
  handled: 500_000,
  exported: { personal, sensitivePersonal },
});
const exempt = (ground: string, fields: Readonly<Record<string, unknown>> = {}) =>
  approval({ mechanism: "exemption", ground, expires: undefined, reviewBy: "2027-01-01", ...fields });

function stores(fields: Partial<StoresInQuestion> = {}): StoresInQuestion {
  return {
    provider: "aws",
    partition: "aws-cn",
    account: "111122223333",
    jurisdiction: "mainland",
    scope: "in",
    classes: [{ class: "personal", confidence: 0.95 }],
    count: 1,
    ...fields,
  };
}

/** Findings that have no resource, as `POLICY verdict severity subject`. */
function aboutSubjects(
  given: readonly StoresInQuestion[],
  {
    attestations = [],
    reviewedProviders = ["aws"],
    ...setting
  }: Setting & {
    readonly attestations?: readonly { readonly id: string; readonly date: string }[];
    readonly reviewedProviders?: readonly string[];
  } = {},
): readonly string[] {
  const subjects = { stores: given, attestations, reviewedProviders };
  return findings([], { book: wholeBook, handled: 1, ...setting, subjects })
    .map(
      ({ policy, verdict, severity, subject, resource }) =>
        `${policy} ${verdict} ${severity} ${subject?.kind}${resource ?? ""}`,
    )
    .sort();
}

describe("rules and their logic", () => {
  const guarded = wholeBook.policies.filter(({ policy }) =>
    /^(CSL-39-|CBDF-[578]-|CBDF-COUNT|DSL-31-|NDSMR-29-|PIPL-(28|36|40)-|SEC-(?!RIDE-27-KEEP)|MLPS-8)/.test(policy.id),
  );

  it.each(guarded.map(({ policy }) => [policy.id, policy] as const))(
    "1: %s asks for the origin of the data",
    (_id, policy) => {
      expect(policy.when).toContain('data.origin == "mainland"');
      expect(policy.needs).toContain("data.origin");
    },
  );

  it("1: collected elsewhere and never in the mainland is no export at all, of any kind or sector", () => {
    const elsewhere = question({
      origin: "elsewhere",
      kinds: ["map", "genetic"],
      mlps: 3,
      classes: ["sensitive-personal", "important"],
    });
    for (const status of ["ciio", "non-ciio", "state-organ"]) {
      expect(all(elsewhere, { status, sectors: ["map", "automotive", "telecom"] })).toEqual([]);
    }
  });

  it("1: an origin that is not declared gives one review and nothing that is not met", () => {
    const unknown = question({
      origin: "unknown",
      kinds: ["map", "genetic"],
      mlps: 3,
      attributes: { encrypted: false },
    });
    expect(all(unknown, { sectors: ["map"] })).toEqual(["ORIGIN-UNKNOWN review medium"]);
  });

  it("2: no condition asks for an approval of its edge; what a route covers stays, as accepted", () => {
    const ofEdges = wholeBook.policies.filter(({ policy }) => policy.subject === undefined);
    expect(factGroupsOf.edge).not.toContain("approval");
    expect(ofEdges.filter(({ facts }) => [...facts].some((fact) => fact.startsWith("approval.")))).toEqual([]);
    expect(all(flow(), { ...ciio, approvals: [approval()] })).toEqual(["CSL-39-EXPORT-PI accepted critical"]);
  });

  it("3: an approval that names the flow and does not cover it replaces the finding on the transfer", () => {
    const approvals = [approval({ people: 100_000 })];
    const finding = one(question(), { ...counts(2_000_000, 0), approvals });
    expect(finding).toMatchObject({ policy: "NDSMR-38-SCOPE", verdict: "not-met", severity: "critical" });
    expect(finding.related).toContain("CBDF-7-PI");
  });

  it("4: a mainland copy is never disproved by a scan", () => {
    expect(one(question(), { ...ciio, approvals: [approval()] })).toMatchObject({
      verdict: "review",
      missing: ["data.mainlandCopy"],
    });
    expect(one(question({ copy: "no" }), { ...ciio, approvals: [approval()] })).toMatchObject({ verdict: "not-met" });
    expect(one(question(), ciio).message.zh).toContain("未观察到境内副本");
  });

  it("5: thresholds are a tier of the operator, over personal and sensitive data alike", () => {
    expect(all(question(), counts(1, 10_000))).toEqual(["CBDF-7-PI not-met critical"]);
    expect(all(question({ classes: ["sensitive-personal"] }), counts(1_000_000, 1))).toEqual([
      "CBDF-7-SPI not-met critical",
    ]);
    expect(all(question(), counts(50_000, 1))).toEqual(["CBDF-8-PI review medium"]);
  });

  it("6: access from outside has no judgement of its own, only a lower severity", () => {
    expect(wholeBook.policies.filter(({ policy }) => /REMOTE/.test(policy.id))).toEqual([]);
    expect(all(flow(shared), counts(1_000_000, 0))).toEqual(["CBDF-7-PI not-met high"]);
    expect(all(flow({ kind: "served-from", to: null, end: places.frankfurt }), counts(1_000_000, 0))).toEqual([
      "CBDF-7-PI not-met high",
    ]);
  });

  it("6: a CIIO's delivery network is told as such, at the severity of access", () => {
    const finding = one(flow({ kind: "served-from", to: null, end: places.frankfurt }), ciio);
    expect(finding).toMatchObject({ policy: "CDN-OUTSIDE", verdict: "not-met", severity: "high" });
    expect(finding.related).toContain("CSL-39-ACCESS");
  });

  it("6: nodes that could not be located belong to LOC-UNKNOWN alone", () => {
    expect(all(flow({ kind: "served-from", to: null, end: places.nowhere }), ciio)).toEqual([
      "LOC-UNKNOWN review high",
    ]);
  });

  it.each([["CSL-39-BACKUP"], ["CSL-39-LOG-OUTSIDE"], ["CDN-OUTSIDE"]])(
    "7: %s is a variant of the rule on export",
    (id) => {
      const { routes, exemptions, arguable, family } = rule(id);
      const export_ = rule("CSL-39-EXPORT-PI");
      expect({ routes, exemptions, arguable, family }).toEqual({
        routes: export_.routes,
        exemptions: export_.exemptions,
        arguable: export_.arguable,
        family: export_.family,
      });
    },
  );

  it("8: requests from outside are one note per operator that declares who controls it", () => {
    const declared = { attestations: [{ id: "controlled-from-outside", date: "2026-01-01" }] };
    expect(aboutSubjects([stores(), stores({ account: "444455556666" })], declared)).toEqual([
      "DSL-36-ADVISORY review info operator",
    ]);
    expect(aboutSubjects([stores({ jurisdiction: "foreign" })], declared)).toEqual([]);
    expect(aboutSubjects([stores()])).toEqual([]);
  });

  it("9: the bare number of an article that was renumbered is refused, with both readings", () => {
    const problem = citationProblem(wholeBook.instruments, { instrument: "CSL", article: "37" });
    expect(problem?.message).toMatch(/CSL2026-37.*CSL2017-37.*39/);
    expect(rule("CSL-37-PROCURE").basis[0]).toMatchObject({ article: "37", edition: "CSL2026" });
  });

  it("10: a store may hold several classes, and each regime speaks", () => {
    expect(all(question({ classes: ["important", "personal"] }), counts(1_000_000, 0))).toEqual([
      "CBDF-7-PI not-met critical",
      "DSL-31-IMPORTANT not-met critical",
    ]);
  });

  it("11: families are what the second reading says", () => {
    const families = (ids: readonly string[]) => [...new Set(ids.map((id) => rule(id).family))];
    expect(families(["DSL-31-IMPORTANT", "SEC-AUTO-11", "SEC-MIIT-21", "NDSMR-29-SUSPECT"])).toEqual(["important"]);
    expect(families(["CSL-23-LOG-RETENTION", "CSL-23-LOG-OFF", "CSL-39-LOG-CONTENT"])).toEqual(["log"]);
    expect(families(["NDSMR-9-ENC", "NDSMR-9-PUBLIC", "KEY-OUTSIDE"])).toEqual(["protection"]);
    expect(families(["PIPL-28-MINOR", "CBDF-8-SPI"])).toEqual(["transfer"]);
  });

  it("11: data of minors stands with the rule of its tier, one finding for both", () => {
    const minors = { classes: ["sensitive-personal"], kinds: ["minors"] } as const;
    const contract = one(question(minors), counts(0, 5));
    expect(contract).toMatchObject({ policy: "PIPL-28-MINOR", verdict: "not-met", severity: "high" });
    expect(contract.related).toContain("CBDF-8-SPI");
    const assessment = one(question(minors), counts(0, 10_000));
    expect(assessment).toMatchObject({ policy: "CBDF-7-SPI", severity: "critical" });
    expect(assessment.related).toContain("PIPL-28-MINOR");
    expect(one(question(minors), ciio).policy).toBe("CSL-39-STORE");
    expect(all(question(minors))).toEqual(["CBDF-COUNT-UNKNOWN review high"]);
  });

  it("11: an approval for personal information does not cover minors, whose data is sensitive", () => {
    const minors = question({ classes: ["sensitive-personal"], kinds: ["minors"] });
    const contract = { mechanism: "standard-contract", expires: undefined, reviewBy: "2027-01-01" };
    expect(one(minors, { ...counts(0, 5), approvals: [approval(contract)] }).verdict).toBe("not-met");
    const covering = approval({ ...contract, classes: ["sensitive-personal"] });
    expect(one(minors, { ...counts(0, 5), approvals: [covering] })).toMatchObject({
      policy: "PIPL-28-MINOR",
      verdict: "accepted",
    });
  });

  it("11: an expired approval folds into the finding on the transfer", () => {
    const finding = one(flow(), { ...ciio, approvals: [approval({ expires: "2026-01-01" })] });
    expect(finding).toMatchObject({ policy: "CSL-39-EXPORT-PI", verdict: "not-met", approval: { id: "SA-2025-0042" } });
    expect(finding.message.en).toContain("was valid until 2026-01-01");
  });

  it("11: a body can be state organ and CIIO at once", () => {
    const finding = one(question(), { status: ["state-organ", "ciio"] });
    expect([finding.policy, ...finding.related]).toEqual(expect.arrayContaining(["CSL-39-STORE", "PIPL-36-STATE"]));
  });

  it("12: sectors left out are none: no rule of a sector speaks", () => {
    const kinds = ["population-health", "map", "credit", "financial", "insurance", "ride-hailing"] as const;
    expect(all(question({ classes: ["important"], kinds }))).toEqual(["DSL-31-IMPORTANT not-met critical"]);
  });

  it("13: what the law lets go is permitted and not open", () => {
    for (const { verdict } of findings([question()], { book: wholeBook, ...counts(5, 0) }))
      expect(isOpen(verdict)).toBe(false);
  });

  it("14: rules about an operator, a platform or a route have a subject and no resource", () => {
    for (const id of ["CSL-40-ANNUAL", "NDSMR-33-ANNUAL", "CSL-37-PROCURE", "CBDF-9-EXPIRY", "DSL-36-ADVISORY"]) {
      expect(rule(id).subject, id).toBeDefined();
    }
    expect(aboutSubjects([stores()], ciio)).toEqual([
      "CII-CRYPTO-ANNUAL review low operator",
      "CSL-40-ANNUAL review medium operator",
    ]);
  });

  it("15: counts of another year than the run's are unknown", () => {
    const exported = { personal: 5, sensitivePersonal: 0, asOf: "2025-12-31" };
    expect(all(question(), { exported, handled: 5 })).toEqual(["CBDF-COUNT-UNKNOWN review medium"]);
  });

  it("16: a suspected state secret stops at that object, as a review", () => {
    expect(all(question({ classes: ["state-secret"], at: places.beijing }))).toEqual(["SECRET-STOP review critical"]);
  });
});

describe("law", () => {
  it("17: graded protection starts at level 2, is a review, and takes any recorded route", () => {
    const general = { classes: ["general"] } as const;
    expect(all(question({ ...general, mlps: 1 }))).toEqual([]);
    expect(all(question({ ...general, mlps: 2 }))).toEqual(["MLPS-8.2.4.5 review medium"]);
    expect(all(question({ ...general, mlps: 4 }), ciio)).toEqual(["MLPS-8.2.4.5 review medium"]);
    for (const mechanism of ["security-assessment", "standard-contract", "certification", "state-organ-assessment"]) {
      const approvals = [approval({ mechanism, reviewBy: "2027-01-01" })];
      expect(all(question({ ...general, mlps: 3 }), { approvals })).toEqual(["MLPS-8.2.4.5 accepted medium"]);
    }
  });

  it("18: logs of a CIIO with personal or important data fall under article 39", () => {
    expect(all(flow(logs), ciio)).toEqual(["CSL-39-LOG-OUTSIDE not-met critical"]);
    expect(all(flow({ ...logs, classes: ["important"] }), ciio)).toEqual([
      "CSL-39-EXPORT-IMPORTANT not-met critical",
      "CSL-39-LOG-OUTSIDE not-met critical",
    ]);
  });

  it("18: others' logs go by their tier, and by graded protection where a level is stated", () => {
    expect(all(flow(logs), counts(100_000, 0))).toEqual(["CBDF-8-PI not-met high"]);
    expect(all(flow({ ...logs, mlps: 3 }), counts(100_000, 0))).toEqual([
      "CBDF-8-PI not-met high",
      "MLPS-8.2.4.5 review medium",
    ]);
  });

  it("18: a CIIO's logs of unknown content are a review", () => {
    expect(all(flow({ ...logs, classes: ["general"] }), ciio)).toEqual(["CSL-39-LOG-CONTENT review medium"]);
    expect(all(flow({ ...logs, classes: [] }), ciio)).toEqual(["DSL-21-CLASSIFY review high"]);
    expect(all(flow({ ...logs, classes: ["general"] }))).toEqual([]);
  });

  it.each([
    [179, "network", ["CSL-23-LOG-RETENTION not-met high"]],
    [180, "network", ["CSL-23-LOG-RETENTION review low"]],
    [183, "network", ["CSL-23-LOG-RETENTION review low"]],
    [184, "network", []],
    ["unlimited", "network", []],
    [30, "application", ["CSL-23-LOG-RETENTION review low"]],
    [184, "application", []],
  ] as const)("19: kept for %s days, logs of kind %s give %j", (retentionDays, logKind, expected) => {
    const group = question({ at: places.beijing, classes: ["general"], attributes: { retentionDays, logKind } });
    expect(all(group)).toEqual(expected);
  });

  it("19: a retention that is not known is a review, logs outside the mainland are none of article 23's", () => {
    const group = { classes: ["general"], attributes: { logKind: "network" } } as const;
    expect(one(question({ ...group, at: places.beijing }))).toMatchObject({
      verdict: "review",
      missing: ["resource.retentionDays"],
    });
    expect(all(question({ ...group, attributes: { logKind: "network", retentionDays: 7 } }))).toEqual([]);
  });

  it("19: a trail that is switched off is not met", () => {
    const trail = { role: "flow", classes: [], attributes: { logKind: "network", logging: false } } as const;
    const delivery = flow({ ...trail, kind: "logs-to", end: places.beijing });
    expect(all(delivery)).toEqual(["CSL-23-LOG-OFF not-met high"]);
    expect(
      all(flow({ ...trail, attributes: { logKind: "network", logging: true }, kind: "logs-to", end: places.beijing })),
    ).toEqual([]);
  });

  it("20: classification is a coverage item, resting on the operator's own duties first", () => {
    const finding = one(question({ classes: [] }));
    expect(finding).toMatchObject({ policy: "DSL-21-CLASSIFY", verdict: "review", severity: "low" });
    expect(finding.basis.slice(0, 2).map(({ instrument, article }) => `${instrument} ${article}`)).toEqual([
      "CSL 23",
      "PIPL 51",
    ]);
  });

  it("21: an undetermined place cites article 39 for a CIIO only", () => {
    const cited = (setting: Setting) =>
      one(question({ at: places.nowhere }), setting).basis.map(({ instrument }) => instrument);
    expect(cited(ciio)).toContain("CSL");
    expect(cited({})).not.toContain("CSL");
  });

  it("22: industry and telecommunications are a related basis of the rule on important data", () => {
    for (const sector of ["industry", "telecom"]) {
      const finding = one(question({ classes: ["important"] }), { sectors: [sector] });
      expect(finding).toMatchObject({ policy: "DSL-31-IMPORTANT", verdict: "not-met" });
      expect(finding.related).toContain("SEC-MIIT-21");
    }
    expect(rule("SEC-MIIT-21").verdict).toBe("review");
  });

  it("22: core data is a review, critical", () => {
    expect(all(question({ classes: ["core"] }), { sectors: ["industry"] })).toEqual(["DSL-21-CORE review critical"]);
  });

  it("23: the automotive guide of 2026 exempts some important data, once recorded, and not for a CIIO", () => {
    const important = question({ classes: ["important"] });
    const approvals = [exempt("auto-guide-2026", { classes: ["important"] })];
    const automotive = { sectors: ["automotive"] };
    expect(all(important, automotive)).toEqual(["SEC-AUTO-11 not-met critical"]);
    expect(all(important, { ...automotive, approvals })).toEqual(["SEC-AUTO-11 permitted low"]);
    expect(all(important, { ...automotive, ...ciio, approvals })).toContain("CSL-39-EXPORT-IMPORTANT not-met critical");
    const hr = [exempt("hr", { classes: ["important"] })];
    expect(all(important, { ...automotive, approvals: hr })).toEqual(["SEC-AUTO-11 not-met critical"]);
  });

  it("23: that ground covers important data only where it is named", () => {
    const approvals = [exempt("auto-guide-2026", { classes: ["personal"] })];
    expect(all(question({ classes: ["important"] }), { sectors: ["automotive"], approvals })).toEqual([
      "SEC-AUTO-11 not-met critical",
    ]);
  });

  it("24: the printed date prevails, and is the last valid day", () => {
    const approvals = [approval({ issued: "2024-04-01", expires: "2027-03-31" })];
    expect(all(flow(), { ...ciio, approvals, asOf: "2027-03-31" })).toEqual(["CSL-39-EXPORT-PI accepted critical"]);
    expect(all(flow(), { ...ciio, approvals, asOf: "2027-04-01" })).toEqual(["CSL-39-EXPORT-PI not-met critical"]);
  });

  it("25: a Greater Bay Area contract covers nothing outside the area", () => {
    const approvals = [approval({ mechanism: "gba-contract", expires: undefined, reviewBy: "2027-01-01" })];
    expect(all(question(), { ...counts(100_000, 0), approvals })).toEqual(["CBDF-8-PI not-met high"]);
  });

  it.each([["statutory-duty"], ["transit"]])(
    "26: the ground %s is not closed to a CIIO by its wording: a review",
    (ground) => {
      expect(all(flow(), { ...ciio, approvals: [exempt(ground)] })).toEqual(["CSL-39-EXPORT-PI review high"]);
    },
  );

  it("26: neither is a free-trade-zone list", () => {
    const approvals = [approval({ mechanism: "ftz-negative-list" })];
    expect(all(flow(), { ...ciio, approvals })).toEqual(["CSL-39-EXPORT-PI review high"]);
  });

  it("27: a state organ has a mechanism of its own", () => {
    const state = { status: "state-organ" };
    const approvals = [approval({ mechanism: "state-organ-assessment" })];
    expect(all(flow(), { ...state, approvals })).toEqual(["PIPL-36-STATE accepted critical"]);
    expect(all(flow(), { ...state, approvals: [approval()] })).toEqual(["PIPL-36-STATE review high"]);
  });

  it("28: the consequences of article 57 are never printed with duties that they do not follow", () => {
    for (const { policy } of wholeBook.policies) {
      const articles = policy.basis.filter(({ instrument }) => instrument === "NDSMR").map(({ article }) => article);
      if (articles.includes("57"))
        expect(
          articles.filter((a) => ["9", "33", "35", "37", "38"].includes(a)),
          policy.id,
        ).toEqual([]);
    }
  });

  it("29: personal financial information has a route of its own and human genetic resources turn on the recipient: reviews", () => {
    const financial = question({ kinds: ["financial"] });
    const finance = { sectors: ["finance"] };
    expect(all(financial, { ...finance, ...counts(5, 0) })).toEqual(["SEC-FIN-PFI review high"]);
    expect(one(financial, { ...finance, ...counts(100_000, 0) })).toMatchObject({
      policy: "CBDF-8-PI",
      related: ["SEC-FIN-PFI"],
    });
    expect(all(financial, { ...finance, ...counts(100_000, 0), approvals: [approval()] })).toEqual([
      "CBDF-8-PI accepted high",
    ]);
    expect(rule("SEC-HGR-28").verdict).toBe("review");
  });

  it("30: encryption and the place of keys are measures: reviews, medium", () => {
    const store = { at: places.beijing, attributes: { encrypted: false }, mlps: 2 } as const;
    expect(all(question(store))).toEqual(["NDSMR-9-ENC review medium"]);
    expect(all(question({ ...store, attributes: { encrypted: true } }))).toEqual([]);
    expect(all(question({ ...store, attributes: {} }))).toEqual([]);
    const key = flow({ kind: "key-held-in", to: "arn:aws:kms:eu-central-1:1:key/k", end: places.frankfurt });
    expect(all(key)).toEqual(["KEY-OUTSIDE review medium"]);
    expect(all(key, ciio)).toEqual(["KEY-OUTSIDE review high"]);
  });

  it("30: disaster recovery in a second region is a review, resting on a text that names no second region", () => {
    const store = { at: places.beijing, mlps: 2 } as const;
    expect(all(question(store), ciio)).toEqual(["CSL-36-DR review medium"]);
    expect(all(question({ ...store, secondRegion: true }), ciio)).toEqual([]);
    expect(all(question(store))).toEqual([]);
    expect(findings([question(store)], { book: wholeBook, ...ciio })[0]?.basis[0]?.confidence).not.toBe("A");
  });

  it("30: procurement is an attestation", () => {
    expect(aboutSubjects([stores()], { ...ciio, reviewedProviders: [] })).toContain(
      "CSL-37-PROCURE review medium platform",
    );
    expect(aboutSubjects([stores()], { ...ciio, reviewedProviders: ["aws:aws-cn"] })).not.toContain(
      "CSL-37-PROCURE review medium platform",
    );
    expect(aboutSubjects([stores()], { reviewedProviders: [] })).toEqual([]);
  });

  it.each([
    ["2026-03-01", false],
    ["2025-01-01", false],
    ["2024-12-31", true],
    ["2026-12-01", true],
  ])("31: a yearly assessment of %s is too old, or not there yet: %s", (date, due) => {
    const attestations = [{ id: "annual-assessment", date }];
    expect(aboutSubjects([stores()], { ...ciio, attestations }).includes("CSL-40-ANNUAL review medium operator")).toBe(
      due,
    );
  });

  it("31: the risk assessment of important data is asked of those who hold some", () => {
    const important = stores({ classes: [{ class: "important", confidence: 0.95 }] });
    const due = "NDSMR-33-ANNUAL review medium operator";
    expect(aboutSubjects([important])).toEqual([due]);
    expect(aboutSubjects([stores()])).toEqual([]);
    expect(aboutSubjects([important], { attestations: [{ id: "risk-assessment", date: "2025-06-01" }] })).toEqual([]);
    expect(aboutSubjects([important], { attestations: [{ id: "annual-assessment", date: "2026-06-01" }] })).toEqual([
      due,
    ]);
  });

  it("32: few individuals: exempt from three things by name, other duties remain, consent only where it is the ground", () => {
    const { zh } = one(question(), counts(5, 0)).message;
    expect(zh).toContain("免予申报数据出境安全评估、订立标准合同、通过认证");
    expect(zh).toContain("告知、影响评估等义务仍适用，基于个人同意处理的");
  });

  it.each([
    [999_999, []],
    [1_000_000, ["PIPL-52-OFFICER"]],
    [9_999_999, ["PIPL-52-OFFICER"]],
    [10_000_000, ["NDSMR-28-LARGE", "PIPL-52-OFFICER"]],
    [10_000_001, ["NDSMR-28-LARGE", "PIPL-52-OFFICER", "PIPL-54-AUDIT"]],
  ])("33: a handler of %i individuals owes %j", (handled, due) => {
    expect(aboutSubjects([stores()], { handled }).map((line) => line.split(" ")[0])).toEqual(due);
  });

  it("33: what is recorded is not asked for again, an audit for two years", () => {
    const attest = (date: string) =>
      ["officer-filing", "data-security-officer", "compliance-audit"].map((id) => ({ id, date }));
    const handled = 20_000_000;
    expect(aboutSubjects([stores()], { handled, attestations: attest("2024-11-21") })).toEqual([]);
    expect(aboutSubjects([stores()], { handled, attestations: attest("2024-11-20") })).toEqual([
      "PIPL-54-AUDIT review medium operator",
    ]);
  });

  it("33: a number that is not declared is asked for once", () => {
    const found = findings([], {
      book: wholeBook,
      subjects: { stores: [stores()], attestations: [], reviewedProviders: [] },
    });
    expect(found.map(({ policy, missing }) => [policy, missing])).toEqual([["PIPL-52-OFFICER", ["operator.handled"]]]);
  });

  it("34: what is still unconfirmed is never marked as read", () => {
    for (const key of ["CSL", "PBOC-DATA", "NFRA-DATA", "BANK-PFI", "INSURER-IT"]) {
      expect(wholeBook.instruments[key]?.confidence, key).not.toBe("A");
    }
    for (const key of ["CBDF", "DSL", "NDSMR", "MIIT-DATA"])
      expect(wholeBook.instruments[key]?.confidence, key).toBe("A");
  });
});

describe("grouping", () => {
  it("39: disaster recovery, graded protection and encryption are told once per account, with every store as a member", () => {
    const edges = Array.from({ length: 50 }, (_, n) =>
      question({
        id: `arn:aws-cn:s3:::store-${String(n).padStart(2, "0")}`,
        at: places.beijing,
        attributes: { encrypted: false },
        account: n < 25 ? "111122223333" : "444455556666",
      }),
    );
    const found = findings(edges, { book: wholeBook, ...ciio });
    expect(found.map(({ policy, subject, memberCount }) => [policy, subject?.id, memberCount]).sort()).toEqual([
      ["CSL-36-DR", "111122223333", 25],
      ["CSL-36-DR", "444455556666", 25],
      ["MLPS-TAG", "111122223333", 25],
      ["MLPS-TAG", "444455556666", 25],
      ["NDSMR-9-ENC", "111122223333", 25],
      ["NDSMR-9-ENC", "444455556666", 25],
    ]);
  });

  it("39: encryption and exposure are asked of what is in scope only", () => {
    const bare = { attributes: { encrypted: false }, origin: "elsewhere", scope: "out" } as const;
    expect(all(question(bare))).toEqual([]);
    expect(all(question({ ...bare, kind: "reachable-from", party: "*", end: places.nowhere }))).toEqual([]);
  });

  it("39: an undeclared operator is told of disaster recovery as of something that a designation would bring", () => {
    const finding = one(question({ at: places.beijing, mlps: 2 }), { status: "undeclared" });
    expect(finding).toMatchObject({
      policy: "CSL-36-DR",
      verdict: "review",
      severity: "low",
      missing: ["operator.status"],
      ifDesignated: { policy: "CSL-36-DR", severity: "medium" },
    });
  });
});
