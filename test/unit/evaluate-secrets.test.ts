import { describe, expect, it } from "vitest";
import { approval, findings, flow, places, question, wholeBook } from "../support/questions.ts";

const name = "plan-of-the-north-wall";
const marked = { name, id: `arn:aws:s3:::${name}`, classes: ["state-secret", "personal"] } as const;
const setting = { book: wholeBook, status: "ciio" };

describe("a suspected state-secret marking", () => {
  it.each([
    ["in the mainland", question({ ...marked, at: places.shanghai })],
    ["outside", question(marked)],
    ["out of scope", question({ ...marked, scope: "out", origin: "elsewhere" })],
    ["of undecided scope", question({ ...marked, scope: "unknown", origin: "unknown" })],
    ["at a place that is not known", question({ ...marked, at: places.nowhere })],
    ["copied outside", flow(marked)],
    ["granted to everyone", flow({ ...marked, kind: "shared-with", party: "*", to: null, end: places.nowhere })],
    ["told by a setting that names it", { ...question(marked), classEvidence: () => [`tag data-class on ${name}`] }],
    ["on a machine", question({ ...marked, role: "compute" })],
  ])("%s stops the work: nothing else is said, and its message and evidence withhold the name", (_where, edge) => {
    for (const status of ["ciio", "non-ciio", "state-organ", "undeclared"]) {
      const [found, more] = findings([edge], { ...setting, status });
      expect(more).toBeUndefined();
      expect(found).toMatchObject({ policy: "SECRET-STOP", verdict: "review", severity: "critical", missing: [] });
      expect(found?.evidence.length).toBeGreaterThan(1);
      const words = [found?.message, found?.remediation, found?.evidence];
      expect(JSON.stringify(words)).not.toContain(name);
    }
  });

  it("is never accepted, whatever is on record", () => {
    const all = { classes: ["state-secret", "personal"], resources: ["*"], destinations: ["foreign", "hong-kong"] };
    const approvals = [
      approval(all),
      approval({ ...all, id: "E", mechanism: "exemption", ground: "statutory-duty", reviewBy: "2028-01-01" }),
    ];
    for (const edge of [question(marked), flow(marked)]) {
      expect(findings([edge], { ...setting, approvals })).toMatchObject([{ policy: "SECRET-STOP", verdict: "review" }]);
    }
  });

  it("does not stop the work elsewhere", () => {
    const edges = [question(marked), question({ id: "other" })];
    expect(findings(edges, setting).map(({ policy }) => policy)).toEqual(["SECRET-STOP", "CSL-39-STORE"]);
  });
});
