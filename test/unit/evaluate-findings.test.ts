import { describe, expect, it } from "vitest";
import { severities } from "../../src/model/index.ts";
import { approval, book, findings, flow, judgements, only, places, question } from "../support/questions.ts";

describe("fingerprints", () => {
  const id = (edge: Parameters<typeof only>[0], setting = {}) => only(edge, { status: "ciio", ...setting }).id;

  it("are the same in the next scan, whatever the order, the counts or the approvals elsewhere", () => {
    const edges = [question({ id: "a" }), question({ id: "b" }), flow({ id: "c" })];
    const ids = (list: typeof edges) => findings(list, { status: "ciio" }).map((finding) => finding.id);
    expect(ids(edges.toReversed()).toReversed()).toEqual(ids(edges));
    expect(id(question({ classes: ["sensitive-personal"] }))).toBe(id(question()));
    expect(id(question({ name: "renamed" }))).toBe(id(question()));
  });

  it("differ by policy, resource, kind and other end", () => {
    const ids = [
      id(flow()),
      id(flow({ id: "other" })),
      id(flow({ kind: "streams-to" })),
      id(flow({ to: "arn:aws:s3:::another" })),
      id(flow({ to: null })),
      id(flow({ to: null, end: places.singapore })),
      id(flow({ to: null, party: "999" })),
      id(flow({ kind: "backs-up-to" })),
    ];
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.every((fingerprint) => /^[0-9a-f]{20}$/.test(fingerprint))).toBe(true);
  });

  it("are not touched by the region of an observed other end", () => {
    expect(id(flow({ end: places.singapore }))).toBe(id(flow({ end: places.frankfurt })));
  });

  it("ignore case where the provider's ids do, and only there", () => {
    const spelled = (resource: string, provider: string) => id(question({ id: resource, provider }));
    expect(spelled("/Sub/A", "azure")).toBe(spelled("/sub/a", "azure"));
    expect(spelled("/Sub/A", "aws")).not.toBe(spelled("/sub/a", "aws"));
  });

  it("of accounts differ by provider, partition and account", () => {
    const of = (sketch: object) => findings([question({ classes: [], scope: "unknown", ...sketch })])[0]?.id;
    const ids = [of({}), of({ account: "9" }), of({ provider: "azure" })];
    expect(new Set(ids).size).toBe(3);
    expect(of({ id: "another-store" })).toBe(ids[0]);
  });

  it("pin the format: a change here makes every baseline worthless", () => {
    expect(id(question())).toBe("580c34011be7fb098e01");
  });
});

describe("evidence", () => {
  it("says why the data is of its class, and asks only where there is a finding", () => {
    let asked = 0;
    const told = (edge: ReturnType<typeof question>) => ({
      ...edge,
      classEvidence: () => {
        asked++;
        return ["class personal: tag data-class=personal", "origin mainland: tag data-origin=\u202emainland"];
      },
    });
    const { evidence } = only(told(question()), { status: "ciio" });
    expect(evidence).toContain("class personal: tag data-class=personal");
    expect(evidence).toContain("origin mainland: tag data-origin=�mainland");
    expect(asked).toBe(1);
    expect(findings([told(question({ classes: ["general"], origin: "elsewhere", scope: "out" }))])).toEqual([]);
    expect(asked).toBe(1);
  });
});

describe("baseline", () => {
  it("marks as new what it does not hold, and everything as open without one", () => {
    const { id } = only(question(), { status: "ciio" });
    expect(only(question(), { status: "ciio" }).status).toBe("open");
    expect(only(question(), { status: "ciio", baseline: new Set([id]) }).status).toBe("open");
    expect(only(question(), { status: "ciio", baseline: new Set() }).status).toBe("new");
  });
});

describe("suppressions", () => {
  const entry = {
    policy: "CSL-39-*",
    resources: ["arn:aws:s3:::crm-*"],
    owner: "ops",
    reason: "old",
    expires: "2026-11-22",
  };
  const verdict = (fields: object, sketch = {}) =>
    only(question(sketch), { status: "ciio", suppressions: [{ ...entry, ...fields }] });

  it("hold to the last day inclusive, and show who answers for it", () => {
    const finding = verdict({});
    expect(finding).toMatchObject({ verdict: "suppressed", severity: "critical" });
    expect(finding.evidence.at(-1)).toBe("suppressed until 2026-11-22 by ops: old");
    expect(verdict({ expires: "2026-11-21" }).verdict).toBe("not-met");
  });

  it("match policy and resource by glob", () => {
    expect(verdict({ policy: "CBDF-*" }).verdict).toBe("not-met");
    expect(verdict({ resources: ["crm-*"] }).verdict).toBe("not-met");
    const azure = { id: "/Subscriptions/CRM", provider: "azure" };
    expect(verdict({ resources: ["/subscriptions/crm"] }, azure).verdict).toBe("suppressed");
  });

  it("keep suppressed members apart from open ones", () => {
    const stores = ["a", "b", "c"].map((id) => question({ id, classes: [], scope: "unknown" }));
    const suppressions = [{ ...entry, policy: "DSL-21-CLASSIFY", resources: ["b"] }];
    const folded = findings(stores, { suppressions });
    expect(folded.map(({ verdict, memberCount }) => `${verdict} ${memberCount}`).sort()).toEqual([
      "review 2",
      "suppressed 1",
    ]);
  });
});

describe("what every finding carries", () => {
  const edges = [
    question(),
    question({ classes: [] }),
    question({ origin: "unknown" }),
    question({ at: places.unlisted }),
    question({ classes: ["core"] }),
    question({ classes: ["state-secret"] }),
    question({ classes: ["suspected-important"] }),
    question({ classes: ["important", "sensitive-personal"] }),
    question({ copy: "no" }),
    question({ classes: [], scope: "unknown" }),
    question({ role: "compute", at: places.nowhere }),
    question({ classes: [["personal", 0.3]] }),
    flow(),
    flow({ kind: "backs-up-to" }),
    flow({ kind: "logs-to" }),
    flow({ kind: "streams-to", to: null }),
    flow({ kind: "fails-over-to" }),
    flow({ kind: "copied-to" }),
    flow({ kind: "served-from", to: null }),
    flow({ kind: "shared-with", party: "*", to: null, end: places.nowhere }),
    flow({ kind: "shared-with", party: "999988887777", to: null, end: places.nowhere }),
    flow({ kind: "reachable-from", party: "*", to: null, end: places.nowhere }),
    flow({ origin: "elsewhere" }),
    question({ origin: "elsewhere", contradicted: true }),
  ];
  const statuses = ["ciio", "non-ciio", "state-organ", "undeclared"];
  const registers = [[], [approval()], [approval({ people: 1 })], [approval({ expires: "2026-01-01" })]];
  const all = statuses.flatMap((status) =>
    registers.flatMap((approvals) =>
      [undefined, 50, 500_000, 5_000_000].flatMap((personal) =>
        findings(edges, {
          status,
          approvals,
          ...(personal === undefined ? {} : { exported: { personal, sensitivePersonal: 0 }, handled: personal }),
        }),
      ),
    ),
  );

  it("is law, evidence and remediation, in both languages, with nothing left to fill in", () => {
    expect(all.length).toBeGreaterThan(300);
    for (const finding of all) {
      expect(finding.basis.length).toBeGreaterThan(0);
      expect(finding.evidence.length).toBeGreaterThan(1);
      for (const text of [finding.message, finding.remediation]) {
        for (const sentence of [text.en, text.zh]) {
          expect(sentence).not.toMatch(/\{[\w.]*\}|undefined|\bnull\b|\[object/);
          expect(sentence).toMatch(/[.。]$/);
        }
        expect(text.zh).not.toMatch(/。。|，。|\. /);
        expect(text.en).not.toMatch(/\.\.| {2}|,\./);
      }
      expect(severities).toContain(finding.severity);
      expect(finding.verdict === "review" || finding.missing.length === 0).toBe(true);
    }
  });

  it("comes of every policy about an edge", () => {
    const seen = new Set(all.flatMap(({ policy, related }) => [policy, ...related]));
    const ofEdges = book.policies.filter(({ policy }) => policy.subject === undefined);
    const unseen = ofEdges.map(({ policy }) => policy.id).filter((id) => !seen.has(id));
    expect(unseen).toEqual([]);
  });

  it("never says more than was seen", () => {
    const banned = /\b(illegal|violat\w*|abroad|overseas|foreign)\b|违法|违规|国外|海外/i;
    for (const { message, remediation } of all) {
      expect(`${message.en}${message.zh}${remediation.en}${remediation.zh}`).not.toMatch(banned);
    }
  });

  it("is the same for the same input", () => {
    const once = JSON.stringify([...judgements(edges, { status: "undeclared" })]);
    expect(JSON.stringify([...judgements(edges, { status: "undeclared" })])).toBe(once);
  });
});

describe("words of a finding", () => {
  it("name places as they are called", () => {
    const message = (at: (typeof places)[keyof typeof places]) => only(question({ at }), { status: "ciio" }).message;
    expect(message(places.hongKong).en).toContain("in Hong Kong SAR (ap-east-1)");
    expect(message(places.hongKong).zh).toContain("香港特别行政区（ap-east-1）");
    expect(message(places.macao).en).toContain("Macao SAR");
    expect(message(places.taiwan).en).toContain("Taiwan (China)");
    expect(message(places.taiwan).zh).toContain("台湾地区");
    expect(message(places.singapore).zh).toContain("新加坡");
    expect(message(places.unlisted).en).toContain("not determined (stated as “xx-mystery-1”)");
  });

  it("put numbers as each language does", () => {
    const finding = only(question(), { handled: 1, exported: { personal: 120_000, sensitivePersonal: 0 } });
    expect(finding.message.en).toContain("100,000 individuals");
    expect(finding.message.zh).toContain("10万人以上");
  });

  it("take in somebody else's text harmlessly", () => {
    const name = "a\u202Eb\n{missing}\u0007<script>";
    const { message } = only(question({ name }), { status: "ciio" });
    expect(message.en).toContain("a�b�{missing}�<script>");
    expect(only(question({ name: "x".repeat(5000) }), { status: "ciio" }).message.en.length).toBeLessThan(1500);
  });

  it("name the class that the rule is about", () => {
    const edge = question({ classes: ["important", "personal"] });
    const found = findings([edge], { exported: { personal: 1_000_000, sensitivePersonal: 0 }, handled: 1 });
    expect(Object.fromEntries(found.map(({ policy, dataClass }) => [policy, dataClass]))).toEqual({
      "CBDF-7-PI": "personal",
      "DSL-31-IMPORTANT": "important",
    });
  });
});
