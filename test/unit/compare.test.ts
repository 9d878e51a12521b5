import { describe, expect, test } from "vitest";
import { documentSource } from "../../reports/json/document-source.ts";
import { compareReports } from "../../src/evaluate/compare.ts";
import type { Document } from "../../src/model/index.ts";
import { fixtureDocument } from "../support/report-fixture.ts";

const whole: Document = fixtureDocument();
const [first] = whole.findings.filter(({ verdict, resource }) => verdict === "not-met" && resource !== null);
if (first === undefined) throw new Error("the fixture has no finding");
const about = whole.resources.find(({ id }) => id === first.resource);
if (about === undefined) throw new Error("the finding's resource is not in the fixture");

const clean = {
  complete: true,
  asked: 1,
  answered: 1,
  gaps: [],
  notEnabled: [],
  excluded: [],
  endpoints: [],
  regionDifferences: [],
};
const without = (changes: Partial<Document> = {}): Document => ({
  ...whole,
  coverage: clean,
  findings: whole.findings.filter(({ id }) => id !== first.id),
  ...changes,
});
const gap = {
  provider: about.provider,
  partition: about.partition,
  account: about.account,
  region: null,
  type: about.type,
  operation: "List",
  reason: "denied" as const,
  detail: "",
  count: 1,
  firstResource: null,
};

function standing(older: Document, newer: Document): string | undefined {
  const compared = compareReports(documentSource(older), documentSource(newer));
  return compared.find(({ finding }) => finding.id === first?.id)?.comparison;
}

describe("a finding between two reports", () => {
  test("is open where both have it, new where only the newer has, fixed where the newer looked and has it not", () => {
    expect(standing(whole, whole)).toBe("open");
    expect(standing(without(), whole)).toBe("new");
    expect(standing(whole, without())).toBe("fixed");
  });

  test("is unknown where its type could not be read in its account, or was left out, or the account was not entered", () => {
    const blind = (one: object): Document =>
      without({ coverage: { ...clean, complete: false, gaps: [{ ...gap, ...one }] } });
    expect(standing(whole, blind({}))).toBe("unknown");
    expect(standing(whole, blind({ type: "identity" }))).toBe("unknown");
    expect(standing(whole, blind({ type: "identity", account: "sources[0]" }))).toBe("unknown");
    expect(standing(whole, without({ coverage: { ...clean, excluded: [`${about.type} (--skip)`] } }))).toBe("unknown");
    expect(standing(whole, without({ run: { ...whole.run, interrupted: true } }))).toBe("unknown");
    const elsewhere = { ...whole.summary, inventory: [] };
    expect(standing(whole, without({ resources: [], summary: elsewhere }))).toBe("unknown");
  });

  test("is fixed in spite of gaps elsewhere", () => {
    const other = without({
      coverage: {
        ...clean,
        complete: false,
        gaps: [
          { ...gap, type: "other/type/thing" },
          { ...gap, account: "000000000000" },
          { ...gap, region: "another-region" },
        ],
      },
    });
    expect(standing(whole, other)).toBe("fixed");
  });

  test("counts as fixed once an approval or a suppression covers it", () => {
    const covered = {
      ...whole,
      findings: whole.findings.map((one) => (one.id === first.id ? { ...one, verdict: "accepted" as const } : one)),
    };
    expect(standing(whole, covered)).toBe("fixed");
    expect(standing(covered, whole)).toBe("new");
  });
});
