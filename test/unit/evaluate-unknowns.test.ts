import { describe, expect, it } from "vitest";
import { approval, findings, flow, judgements, only, outcomes, places, question } from "../support/questions.ts";

describe("owners of missing facts", () => {
  it("an unclassified store outside gives only DSL-21-CLASSIFY", () => {
    expect(outcomes(question({ classes: [] }))).toEqual(["DSL-21-CLASSIFY review low"]);
    expect(outcomes(question({ classes: [] }), { status: "ciio" })).toEqual(["DSL-21-CLASSIFY review medium"]);
    expect(outcomes(question({ classes: [] }), { status: "state-organ" })).toEqual(["DSL-21-CLASSIFY review medium"]);
    expect(only(question({ classes: [], origin: "unknown" })).missing).toEqual(["data.class"]);
  });

  it("unclassified data leaving the mainland is a review, not silence", () => {
    expect(outcomes(flow({ classes: [] }))).toEqual(["DSL-21-CLASSIFY review medium"]);
    expect(outcomes(flow({ classes: [] }), { status: "ciio" })).toEqual(["DSL-21-CLASSIFY review high"]);
  });

  it("machines and flows are not judged for being unclassified", () => {
    for (const role of ["compute", "flow"] as const) {
      expect(outcomes(question({ classes: [], role }), { status: "ciio" })).toEqual([]);
      expect(outcomes(flow({ classes: [], role, kind: "logs-to" }), { status: "ciio" })).toEqual([]);
    }
  });

  it("nothing rests in what only moves data", () => {
    expect(outcomes(question({ role: "flow" }), { status: "ciio" })).toEqual([]);
  });

  it("an unknown origin gives only ORIGIN-UNKNOWN", () => {
    expect(outcomes(question({ origin: "unknown" }))).toEqual(["ORIGIN-UNKNOWN review medium"]);
    expect(outcomes(question({ origin: "unknown" }), { status: "ciio" })).toEqual(["ORIGIN-UNKNOWN review high"]);
    expect(outcomes(question({ origin: "unknown" }), { status: "state-organ" })).toEqual([
      "ORIGIN-UNKNOWN review high",
    ]);
    expect(outcomes(question({ origin: "unknown", classes: ["important"] }))).toEqual(["ORIGIN-UNKNOWN review medium"]);
    expect(only(question({ origin: "unknown" })).missing).toEqual(["data.origin"]);
  });

  it("general data of unknown origin is of no interest", () => {
    expect(outcomes(question({ origin: "unknown", classes: ["general"] }))).toEqual([]);
  });

  it("an unlocated place gives only LOC-UNKNOWN", () => {
    expect(outcomes(question({ at: places.unlisted }), { status: "ciio" })).toEqual(["LOC-UNKNOWN review high"]);
    expect(outcomes(question({ at: places.unlisted, classes: [] }))).toEqual(["LOC-UNKNOWN review medium"]);
    expect(outcomes(question({ at: places.unlisted, classes: ["general"] }))).toEqual(["LOC-UNKNOWN review medium"]);
    expect(outcomes(question({ at: places.unlisted, classes: [] }), { mode: "check" })).toEqual([
      "LOC-UNKNOWN review high",
    ]);
    expect(only(question({ at: places.unlisted })).missing).toEqual(["place.jurisdiction"]);
  });

  it("a destination that could not be located is LOC-UNKNOWN too, of in-scope resources only", () => {
    const away = { end: places.nowhere, kind: "streams-to" } as const;
    expect(outcomes(flow(away))).toEqual(["LOC-UNKNOWN review high"]);
    const elsewhere = { ...away, at: places.frankfurt, scope: "unknown", origin: "unknown" } as const;
    expect(outcomes(flow(elsewhere))).toEqual([]);
  });

  it("cites the Cybersecurity Law for an unlocated place of a CIIO only", () => {
    const cited = (status: string) =>
      only(question({ at: places.unlisted }), { status }).basis.map(({ instrument }) => instrument);
    expect(cited("ciio")).toContain("CSL");
    expect(cited("non-ciio")).not.toContain("CSL");
  });

  it("unknown counts give only CBDF-COUNT-UNKNOWN", () => {
    expect(outcomes(question({ copy: "no" }))).toEqual(["CBDF-COUNT-UNKNOWN review medium"]);
  });

  it("a machine with personal data in an unlocated place is one review with all that is missing", () => {
    const finding = only(question({ role: "compute", at: places.unlisted }), { status: "ciio" });
    expect(finding).toMatchObject({ verdict: "review", missing: ["data.mainlandCopy", "place.jurisdiction"] });
    expect(finding.message.en).toContain("Missing: whether a mainland copy is kept and location of the other end.");
    expect(finding.message.zh).toContain("缺少：是否保留境内副本和数据所在或去向的位置。");
  });

  it("waits for a word on the operator once per account, not once per store", () => {
    const stores = ["a", "b", "c"].map((id) => question({ id, copy: "no" }));
    const setting = { exported: { personal: 1, sensitivePersonal: 0 } };
    const about = findings(stores, setting).filter(({ policy }) => policy === "PIPL-40-VOLUME");
    expect(about).toHaveLength(1);
    expect(about[0]).toMatchObject({ resource: null, memberCount: 3, missing: ["operator.handled"] });
  });
});

describe("a class known by a hint", () => {
  it("gives review in place of not-met, one step lower", () => {
    const finding = only(question({ classes: [["personal", 0.5]] }), { status: "ciio" });
    expect(finding).toMatchObject({ policy: "CSL-39-STORE", verdict: "review", severity: "high" });
    expect(finding.missing).toEqual(["data.class"]);
    expect(finding.message.en).toContain("known from a hint only");
  });

  it.each([
    [0.79, "review"],
    [0.8, "not-met"],
  ])("confidence %d gives %s", (confidence, verdict) => {
    expect(only(question({ classes: [["personal", confidence]] }), { status: "ciio" }).verdict).toBe(verdict);
  });

  it("makes no exemption of a hint: what a name calls personal may be sensitive", () => {
    const finding = only(question({ classes: [["personal", 0.6]] }), {
      handled: 5,
      exported: { personal: 10, sensitivePersonal: 0 },
    });
    expect(finding).toMatchObject({
      policy: "CBDF-5-SMALL",
      verdict: "review",
      severity: "low",
      missing: ["data.class"],
    });
  });

  it("does not weaken what another class, known for certain, brings about", () => {
    const edge = flow({
      classes: [
        ["personal", 0.95],
        ["sensitive-personal", 0.5],
      ],
    });
    expect(only(edge, { status: "ciio" })).toMatchObject({ policy: "CSL-39-EXPORT-PI", verdict: "not-met" });
  });

  it("a recorded route covers it all the same", () => {
    const edge = question({ classes: [["personal", 0.5]], copy: "yes" });
    expect(only(edge, { status: "ciio", approvals: [approval()] }).verdict).toBe("accepted");
  });
});

describe("an undeclared operator", () => {
  const undeclared = { status: "undeclared" };

  it("gets one finding with both outcomes, one step below the higher", () => {
    const finding = only(question(), {
      ...undeclared,
      handled: 1,
      exported: { personal: 120_000, sensitivePersonal: 0 },
    });
    expect(finding).toMatchObject({
      policy: "CBDF-8-PI",
      verdict: "review",
      severity: "high",
      ifDesignated: { policy: "CSL-39-STORE", severity: "critical", verdict: "not-met" },
      ifNotDesignated: { policy: "CBDF-8-PI", severity: "high", verdict: "not-met" },
    });
    expect(finding.missing).toEqual(["operator.status"]);
    expect(finding.related).toContain("CSL-39-STORE");
    expect(finding.message.en).toContain("If designated as a critical information infrastructure operator");
    expect(finding.message.zh).toContain("如被认定为关键信息基础设施运营者");
    expect(finding.basis.map(({ instrument, article }) => `${instrument} ${article}`)).toEqual(
      expect.arrayContaining(["CBDF 8", "CSL 39"]),
    );
  });

  it("pairs what belongs to different families", () => {
    expect(only(question(), undeclared)).toMatchObject({
      policy: "CBDF-COUNT-UNKNOWN",
      severity: "high",
      ifDesignated: { policy: "CSL-39-STORE" },
      ifNotDesignated: { policy: "CBDF-COUNT-UNKNOWN", verdict: "review" },
    });
  });

  it("pairs each family with its own", () => {
    const pairs = findings([question({ classes: ["important", "personal"] })], undeclared).map(
      ({ ifNotDesignated, ifDesignated }) => `${ifNotDesignated?.policy} / ${ifDesignated?.policy}`,
    );
    expect(pairs.sort()).toEqual(["CBDF-COUNT-UNKNOWN / CSL-39-STORE", "DSL-31-IMPORTANT / CSL-39-EXPORT-IMPORTANT"]);
  });

  it("keeps a rule that fires either way once, one step below the higher where they differ", () => {
    expect(outcomes(question({ classes: [] }), undeclared)).toEqual(["DSL-21-CLASSIFY review low"]);
    expect(outcomes(question({ origin: "unknown" }), undeclared)).toEqual(["ORIGIN-UNKNOWN review medium"]);
    expect(outcomes(question({ at: places.unlisted }), undeclared)).toEqual(["LOC-UNKNOWN review high"]);
    expect(outcomes(question({ classes: ["suspected-important"] }), undeclared)).toEqual([
      "NDSMR-29-SUSPECT review medium",
    ]);
    expect(only(question({ classes: [] }), undeclared).ifDesignated).toBeUndefined();
  });

  it("stays closed where both outcomes are", () => {
    const setting = { ...undeclared, handled: 1, exported: { personal: 3_000_000, sensitivePersonal: 0 } };
    const finding = only(flow({ end: places.singapore }), {
      ...setting,
      approvals: [approval({ resources: ["arn:aws:s3:::crm-export"] })],
    });
    expect(finding).toMatchObject({
      policy: "CBDF-7-PI",
      verdict: "accepted",
      ifDesignated: { policy: "CSL-39-EXPORT-PI", verdict: "accepted" },
    });
  });

  it("cites the officials' act that would change it: declared status never is inferred", () => {
    expect(outcomes(question(), { status: ["undeclared", "ciio"] })).toEqual(["CSL-39-STORE not-met critical"]);
  });
});

describe("scope", () => {
  it("out of scope is not judged", () => {
    expect(outcomes(question({ scope: "out", classes: [] }), { status: "ciio" })).toEqual([]);
    expect(outcomes(question({ scope: "out", at: places.unlisted }), { status: "ciio" })).toEqual([]);
  });

  it("undecided scope folds into one finding per account and rule, with its members", () => {
    const stores = ["111", "222"].flatMap((account) =>
      Array.from({ length: 50 }, (_, index) =>
        question({ id: `${account}-${index}`, account, classes: [], origin: "unknown", scope: "unknown" }),
      ),
    );
    const all = [...judgements(stores, { status: "undeclared" })];
    const folded = all.flatMap((judgement) => (judgement.kind === "finding" ? [judgement.finding] : []));
    expect(folded).toHaveLength(2);
    expect(folded.map(({ subject }) => subject?.id).sort()).toEqual(["111", "222"]);
    for (const finding of folded) {
      expect(finding).toMatchObject({
        policy: "DSL-21-CLASSIFY",
        severity: "low",
        resource: null,
        edge: null,
        memberCount: 50,
      });
      const members = all.flatMap((judgement) =>
        judgement.kind === "member" && judgement.finding.id === finding.id ? [judgement.resource] : [],
      );
      expect(new Set(members).size).toBe(50);
      expect(finding.message.en).toContain(`Data stores of account ${finding.subject?.id} outside the mainland: 50.`);
      expect(finding.evidence[1]).toMatch(/^resources by type: \S+ \(50\)$/);
    }
  });

  it("a resource with several edges is one member", () => {
    const edges = [
      question({ id: "a", classes: [], scope: "unknown", origin: "unknown" }),
      question({
        id: "a",
        classes: [],
        scope: "unknown",
        origin: "unknown",
        kind: "replicates-to",
        end: places.frankfurt,
      }),
      question({ id: "b", classes: [], scope: "unknown", origin: "unknown" }),
    ];
    const [finding, other] = findings(edges);
    expect(finding?.memberCount).toBe(2);
    expect(other).toBeUndefined();
  });

  it("a store that rests in two places is one member", () => {
    const store = { id: "a", classes: [], scope: "unknown", origin: "unknown" } as const;
    const [finding] = findings([question(store), question({ ...store, end: places.frankfurt })]);
    expect(finding).toMatchObject({ memberCount: 1, place: { region: null, country: null, jurisdiction: "foreign" } });
  });

  it("takes the worst severity and the highest class of its members", () => {
    const stores = [
      question({ id: "a", at: places.unlisted, classes: [], scope: "unknown", origin: "unknown" }),
      question({ id: "b", at: places.nowhere, classes: ["personal"], scope: "unknown", origin: "unknown" }),
    ];
    const [finding] = findings(stores);
    expect(finding).toMatchObject({ policy: "LOC-UNKNOWN", severity: "high", dataClass: "personal", memberCount: 2 });
  });

  it("core data is never folded away", () => {
    const store = question({ classes: ["core"], scope: "unknown", origin: "unknown" });
    expect(only(store)).toMatchObject({ policy: "DSL-21-CORE", resource: store.resource.id });
  });

  it("in-scope resources keep their own finding", () => {
    expect(only(question({ classes: [] }))).toMatchObject({
      policy: "DSL-21-CLASSIFY",
      resource: "arn:aws:s3:::crm-export",
    });
  });

  it("20,000 untagged stores elsewhere in 60 accounts and 300 in the mainland: 60 findings, every store a member", () => {
    function* estate() {
      for (let index = 0; index < 20_000; index++) {
        const account = String(index % 60);
        const at = index % 2 === 0 ? places.frankfurt : places.singapore;
        const untagged = { id: `s${index}`, account, at, classes: [], origin: "unknown", scope: "unknown" } as const;
        yield question(untagged);
        if (index % 10 === 0) yield question({ ...untagged, kind: "replicates-to", end: places.hongKong });
        if (index % 7 === 0) yield question({ ...untagged, kind: "reachable-from", party: "*", end: places.nowhere });
      }
      for (let index = 0; index < 300; index++) yield question({ id: `m${index}`, at: places.beijing, classes: [] });
    }
    const all = [...judgements(estate(), { status: "undeclared" })];
    expect(all.filter(({ kind }) => kind === "finding")).toHaveLength(60);
    expect(all.filter(({ kind }) => kind === "member")).toHaveLength(20_000);
  });
});
