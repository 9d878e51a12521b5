import { describe, expect, it } from "vitest";
import { approval, findings, question, wholeBook } from "../support/questions.ts";
import { type Estate, stores, subjectFindings, subjectOutcomes } from "../support/subjects.ts";

const ciio = { status: "ciio", reviewedProviders: ["aws"] } satisfies Estate;
const cryptography = { id: "commercial-cryptography", date: "2026-05-01" };
const attested = (date: string) => [{ id: "annual-assessment", date }, cryptography];
const annual = (estate: Estate) => subjectOutcomes(estate).filter((line) => line.startsWith("CSL-40-ANNUAL"));
const missing = "CSL-40-ANNUAL operator:operator review medium";

describe("attestations", () => {
  it.each([
    ["2026-11-22", []],
    ["2026-01-01", []],
    ["2025-12-31", []],
    ["2025-01-01", []],
    ["2024-12-31", [missing]],
  ])("a yearly duty attested on %s, on 22 November 2026: %j", (date, expected) => {
    expect(annual({ ...ciio, attestations: attested(date) })).toEqual(expected);
  });

  it("are missing where there is none, where the id is another, and where the day is still to come", () => {
    expect(annual(ciio)).toEqual([missing]);
    expect(annual({ ...ciio, attestations: [{ id: "annual-assessmemt", date: "2026-03-01" }] })).toEqual([missing]);
    expect(annual({ ...ciio, attestations: attested("2026-11-23") })).toEqual([missing]);
  });

  it("count by the newest, in whatever order they stand", () => {
    const both = [...attested("2026-03-01"), ...attested("2020-03-01")];
    expect(annual({ ...ciio, attestations: both })).toEqual([]);
    expect(annual({ ...ciio, attestations: both.toReversed() })).toEqual([]);
  });

  it("are looked at by the day of the run: of New Year's Day the year before the last is too old", () => {
    const attestations = attested("2025-06-30");
    expect(annual({ ...ciio, attestations, asOf: "2026-12-31" })).toEqual([]);
    expect(annual({ ...ciio, attestations, asOf: "2027-01-01" })).toEqual([missing]);
  });

  it("do not concern whoever is not designated, and are told to the undeclared as what a designation would ask", () => {
    expect(annual({ status: "non-ciio" })).toEqual([]);
    const [told] = subjectFindings({ status: "undeclared" }).filter(({ policy }) => policy === "CSL-40-ANNUAL");
    expect(told).toMatchObject({ verdict: "review", severity: "low", missing: ["operator.status"] });
    expect(told?.ifDesignated).toEqual({ policy: "CSL-40-ANNUAL", severity: "medium", verdict: "review" });
    expect(told?.message.en).toContain("If not designated: nothing is open.");
  });
});

describe("what the estate holds", () => {
  const risk = (rows: Estate["stores"]) =>
    subjectFindings({
      ...ciio,
      ...(rows === undefined ? {} : { stores: rows }),
      attestations: attested("2026-01-01"),
    }).filter(({ policy }) => policy === "NDSMR-33-ANNUAL");
  const important = { class: "important", confidence: 0.95 } as const;

  it("is known as soon as one store in scope is", () => {
    expect(risk([stores(), stores({ classes: [important] })])[0]).toMatchObject({
      verdict: "review",
      severity: "medium",
    });
    expect(risk([stores()])).toEqual([]);
  });

  it("is unknown while a store is unclassified, known by a hint only, or of undecided scope, and says so once", () => {
    for (const row of [
      stores({ classes: [] }),
      stores({ classes: [{ class: "important", confidence: 0.3 }] }),
      stores({ classes: [important], scope: "unknown" }),
    ]) {
      const [found, more] = risk([stores(), row]);
      expect(found).toMatchObject({ verdict: "review", severity: "low", missing: ["data.class"] });
      expect(found?.message.en).toMatch(/^Whether this rule applies to the operator cannot be decided/);
      expect(more).toBeUndefined();
    }
  });

  it("leaves out what is out of scope", () => {
    expect(risk([stores(), stores({ classes: [important], scope: "out" })])).toEqual([]);
    expect(risk([stores(), stores({ classes: [], scope: "out" })])).toEqual([]);
  });
});

describe("platforms", () => {
  const procured = (estate: Estate) => subjectOutcomes(estate).filter((line) => line.startsWith("CSL-37-PROCURE"));

  it("are told once each, however many accounts there are, unless reviewed by provider or by partition", () => {
    const rows = ["1", "2", "3"].map((account) => stores({ account }));
    const both = [...rows, stores({ provider: "alibaba", partition: "alibaba" })];
    const aws = "CSL-37-PROCURE platform:aws:aws-cn review medium";
    const alibaba = "CSL-37-PROCURE platform:alibaba:alibaba review medium";
    expect(procured({ status: "ciio", stores: both })).toEqual([alibaba, aws]);
    expect(procured({ status: "ciio", stores: both, reviewedProviders: ["alibaba"] })).toEqual([aws]);
    expect(procured({ status: "ciio", stores: both, reviewedProviders: ["aws:aws-cn", "alibaba"] })).toEqual([]);
    expect(procured({ status: "ciio", stores: both, reviewedProviders: ["aws:aws"] })).toEqual([alibaba, aws]);
  });

  it("without stores are not told", () => {
    expect(procured({ status: "ciio", stores: [stores({ count: 0, classes: [] })] })).toEqual([]);
  });
});

describe("recorded routes", () => {
  const route = (fields: Readonly<Record<string, unknown>>, estate: Estate = {}) =>
    subjectOutcomes({
      ...estate,
      status: "non-ciio",
      approvals: [approval({ pipia: { id: "PIPIA-7", date: "2025-04-02" }, reference: "R-1", ...fields })],
    }).filter((line) => line.includes("route:"));
  const told = (severity: string) => [`CBDF-9-EXPIRY route:SA-2025-0042 review ${severity}`];

  it("an assessment issued on 2024-04-01 is valid on 2026-11-22, told from 2026-12-02, ended on 2027-04-01", () => {
    const fields = { issued: "2024-04-01", expires: "2027-03-31", pipia: { id: "P", date: "2024-03-01" } };
    expect(route(fields, { asOf: "2026-11-22" })).toEqual([]);
    expect(route(fields, { asOf: "2026-12-01" })).toEqual([]);
    expect(route(fields, { asOf: "2026-12-02" })).toEqual(told("medium"));
    expect(route(fields, { asOf: "2027-03-31" })).toEqual(told("medium"));
    expect(route(fields, { asOf: "2027-04-01" })).toEqual(told("low"));
  });

  it.each([
    ["certification", "expires", 210],
    ["standard-contract", "reviewBy", 60],
    ["gba-contract", "reviewBy", 60],
    ["state-organ-assessment", "expires", 60],
  ])("%s: told from %s less %i days", (mechanism, key, days) => {
    const day = (left: number) => new Date(Date.parse("2026-11-22") + left * 86_400_000).toISOString().slice(0, 10);
    const fields = (left: number) => ({ mechanism, expires: undefined, [key]: day(left), destinations: ["hong-kong"] });
    expect(route(fields(days))).toEqual([]);
    expect(route(fields(days - 1))).toEqual(told("medium"));
  });

  it("an ended route is told with the export that it names, and by itself only where nothing does", () => {
    const approvals = [approval({ expires: "2026-01-01", pipia: { id: "P", date: "2025-04-02" } })];
    const setting = {
      status: "non-ciio",
      approvals,
      handled: 500_000,
      exported: { personal: 200_000, sensitivePersonal: 0 },
    };
    const policies = (edges: Estate["edges"]) =>
      findings(edges ?? [], {
        ...setting,
        book: wholeBook,
        subjects: { stores: [], attestations: [], reviewedProviders: [] },
      }).map(({ policy, approval: resting }) => `${policy} ${resting?.id}`);
    expect(policies([question()])).toEqual(["CBDF-8-PI SA-2025-0042"]);
    expect(policies([])).toEqual(["CBDF-9-EXPIRY SA-2025-0042"]);
    expect(policies([question({ id: "arn:aws:s3:::other" })])).toContain("CBDF-9-EXPIRY SA-2025-0042");
  });

  it.each([
    [{ pipia: undefined }, ["PIPL-55-PIPIA route:SA-2025-0042 review medium"]],
    [{ pipia: { id: "P", date: "2025-05-02" } }, ["PIPL-55-PIPIA route:SA-2025-0042 review low"]],
    [{ pipia: { id: "P", date: "2025-05-01" } }, []],
    [{ pipia: { id: "P", date: "2025-01-29" } }, []],
    [{ pipia: { id: "P", date: "2025-01-28" } }, ["PIPL-55-PIPIA route:SA-2025-0042 review low"]],
    [{ pipia: undefined, classes: ["important"] }, []],
    [{ pipia: undefined, issued: "2027-01-01" }, []],
  ])("an impact assessment precedes it by three months at most: %j", (fields, expected) => {
    expect(route(fields)).toEqual(expected);
  });

  it("want their filing and their proof on record", () => {
    const line = (policy: string, severity = "medium") => [`${policy} route:SA-2025-0042 review ${severity}`];
    const reviewBy = { expires: undefined, reviewBy: "2028-01-01", destinations: ["hong-kong"] };
    for (const reference of [undefined, " "]) {
      expect(route({ mechanism: "gba-contract", ...reviewBy, reference })).toEqual(line("GBA-SCC"));
      expect(route({ mechanism: "ftz-negative-list", reference })).toEqual(line("FTZ-CLAIM"));
      expect(route({ mechanism: "standard-contract", ...reviewBy, reference })).toEqual(line("SCM-7-FILING"));
      expect(route({ mechanism: "certification", reference })).toEqual([]);
    }
    expect(route({ mechanism: "gba-contract", ...reviewBy })).toEqual([]);
    const ciioList = subjectOutcomes({
      status: "ciio",
      approvals: [approval({ mechanism: "ftz-negative-list", pipia: { id: "P", date: "2025-04-02" } })],
    });
    expect(ciioList).toContain(line("FTZ-CLAIM", "high")[0]);
  });

  it("a recorded term longer than the rules of its day gave is compared with the notice, and holds as printed", () => {
    const term = (issued: string, expires: string) =>
      route({ issued, expires, pipia: { id: "P", date: issued } }).filter((line) => line.startsWith("CBDF-9-TERM"));
    const longer = ["CBDF-9-TERM route:SA-2025-0042 review low"];
    expect(term("2025-05-01", "2028-04-30")).toEqual([]);
    expect(term("2025-05-01", "2028-05-01")).toEqual([]);
    expect(term("2025-05-01", "2028-05-02")).toEqual(longer);
    expect(term("2024-03-21", "2026-12-31")).toEqual(longer);
    expect(term("2024-03-22", "2026-12-31")).toEqual([]);
    const late = approval({ issued: "2024-03-01", expires: "2026-12-31" });
    const [resting] = findings([question()], {
      approvals: [late],
      exported: { personal: 200_000, sensitivePersonal: 0 },
    });
    expect(resting?.verdict).toBe("accepted");
  });
});

describe("findings about subjects", () => {
  const estates: readonly Estate[] = ["ciio", "non-ciio", "undeclared", "state-organ"].flatMap((status) => [
    { status, handled: 20_000_000 },
    { status, stores: [stores({ classes: [] }), stores({ account: "2", classes: [] })] },
    {
      status,
      handled: 20_000_000,
      stores: [stores({ classes: [{ class: "important", confidence: 0.9 }] }), stores({ account: "2" })],
      attestations: [{ id: "controlled-from-outside", date: "2026-01-01", reference: "letter" }],
      approvals: [
        approval({ id: "A", expires: "2026-12-01" }),
        approval({ id: "B", mechanism: "gba-contract", reviewBy: "2026-12-01", destinations: ["macao"] }),
        approval({ id: "C", mechanism: "ftz-negative-list" }),
        approval({ id: "D", mechanism: "standard-contract", reviewBy: "2029-01-01" }),
        approval({ id: "E", expires: "2029-01-01" }),
        approval({ id: "F", mechanism: "exemption", ground: "hr", reviewBy: "2026-12-01" }),
      ],
    },
  ]);
  const all = estates.flatMap((estate) => subjectFindings(estate));

  it("come of every rule with a subject", () => {
    const rules = wholeBook.policies
      .filter(({ policy }) => policy.subject !== undefined)
      .map(({ policy }) => policy.id);
    const seen = new Set(all.map(({ policy }) => policy));
    expect(rules.filter((id) => !seen.has(id))).toEqual([]);
  });

  it("sit on no resource, name their subject, and leave nothing to fill in", () => {
    for (const finding of all) {
      expect(finding).toMatchObject({ resource: null, edge: null, memberCount: 0 });
      expect(finding.basis.length).toBeGreaterThan(0);
      expect(finding.evidence.length).toBeGreaterThan(0);
      for (const text of [finding.message, finding.remediation]) {
        for (const sentence of [text.en, text.zh]) {
          expect(sentence).not.toMatch(/\{[\w.]*\}|undefined|\bnull\b|\[object|\?/);
          expect(sentence).toMatch(/[.。]$/);
        }
      }
    }
  });

  it("have ids of their own that the next run repeats", () => {
    for (const estate of estates) {
      const ids = subjectFindings(estate).map(({ id }) => id);
      expect(new Set(ids).size).toBe(ids.length);
      expect(subjectFindings(estate).map(({ id }) => id)).toEqual(ids);
    }
  });

  it("can be answered for by somebody, and be new", () => {
    const entry = { resources: ["*"], owner: "dpo", reason: "in hand", expires: "2026-12-31" };
    const estate = { ...ciio, suppressions: [{ policy: "CSL-40-ANNUAL", ...entry }] };
    const [found] = subjectFindings(estate).filter(({ policy }) => policy === "CSL-40-ANNUAL");
    expect(found?.verdict).toBe("suppressed");
    expect(found?.evidence.at(-1)).toMatch(/suppressed until 2026-12-31 by dpo/);
    expect(subjectFindings({ ...ciio, baseline: new Set() })[0]?.status).toBe("new");
  });

  it("are not asked for where only edges are in question, as in the check of a plan", () => {
    expect(findings([], { book: wholeBook, status: "ciio", approvals: [approval({ expires: "2026-12-01" })] })).toEqual(
      [],
    );
  });
});
