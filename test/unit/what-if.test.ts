import { describe, expect, it } from "vitest";
import { documentSource } from "../../reports/json/document-source.ts";
import { jsonReporter } from "../../reports/json/index.ts";
import { Document, type EdgeInQuestion, Operator, type OperatorStatus, type WhatIf } from "../../src/model/index.ts";
import { askWhatIf, type OtherStatus, operatorAs } from "../../src/run/what-if.ts";
import { eachFinding, writeFindings } from "../../src/store/findings.ts";
import { openStore } from "../../src/store/open.ts";
import { readWhatIf } from "../../src/store/what-if.ts";
import { flow, judgements, places, question, type Setting, wholeBook } from "../support/questions.ts";
import { fixtureDocument } from "../support/report-fixture.ts";

const contract = { handled: 500_000, exported: { personal: 200_000, sensitivePersonal: 0 }, book: wholeBook };

function compared(
  edges: readonly EdgeInQuestion[],
  status: unknown,
  other: OtherStatus,
  setting: Setting = {},
): WhatIf {
  const store = openStore(":memory:", "create");
  try {
    const rest = { ...contract, ...setting };
    writeFindings(store, judgements(edges, { ...rest, status }));
    const operator = Operator.parse({ status });
    askWhatIf(store, eachFinding(store), other, { operator, book: wholeBook, asOf: "2026-11-22" }, (changed) =>
      judgements(edges, { ...rest, status: changed.status }),
    );
    const { whatIf } = readWhatIf(store);
    if (whatIf === undefined) throw new Error("nothing was kept");
    return whatIf;
  } finally {
    store.close();
  }
}

const lines = ({ changes }: WhatIf) =>
  changes.map(({ change, policy, verdict, severity, resource, now }) =>
    [change, resource, now === undefined ? "-" : `${now.policy} ${now.verdict}`, policy, verdict, severity].join(" "),
  );

describe("what if the operator were designated", () => {
  const edges = [question({ id: "store" }), flow({ id: "flow" }), question({ id: "general", classes: ["general"] })];

  it("says which rule would take the place of which, worst first", () => {
    const found = compared(edges, "non-ciio", "ciio");
    expect(lines(found)).toEqual([
      "changed flow CBDF-8-PI not-met CSL-39-EXPORT-PI not-met critical",
      "changed store CBDF-8-PI not-met CSL-39-STORE not-met critical",
    ]);
    expect(found).toMatchObject({ status: ["ciio"], new: 0, changed: 2, gone: 0, unchanged: 0 });
    expect(found.findings).toEqual([{ verdict: "not-met", severity: "critical", count: 2 }]);
    expect(found.changes[0]?.title.zh.length).toBeGreaterThan(3);
  });

  it("says what would be new and what would be gone", () => {
    const small = { exported: { personal: 50, sensitivePersonal: 0 } };
    const settled = compared([flow({ id: "flow" })], "non-ciio", "ciio", small);
    expect(settled.changed + settled.new).toBeGreaterThan(0);
    const back = compared([question({ id: "backup", role: "copy" })], "ciio", "non-ciio");
    expect(lines(back)).toEqual(["changed backup CSL-39-STORE not-met CBDF-8-PI not-met high"]);
  });

  it("changes nothing for whoever is designated already", () => {
    const found = compared(edges, "ciio", "ciio");
    expect(found).toMatchObject({ new: 0, changed: 0, gone: 0, unchanged: 2, changes: [] });
  });

  it("decides what an undeclared operator is told both ways", () => {
    const found = compared([question({ id: "store" })], "undeclared", "ciio");
    expect(found.changes.map(({ policy, verdict }) => `${policy} ${verdict}`)).toContain("CSL-39-STORE not-met");
  });

  it("compares accounts with accounts", () => {
    const unknown = ["a", "b"].map((id) => question({ id, classes: [], scope: "unknown" }));
    const found = compared(unknown, "non-ciio", "ciio");
    expect(found.changes).toMatchObject([
      { change: "changed", policy: "DSL-21-CLASSIFY", severity: "medium", resource: null },
    ]);
  });

  it("counts all and shows five thousand", () => {
    const many = Array.from({ length: 5_001 }, (_, index) => question({ id: `store-${index}`, at: places.hongKong }));
    const found = compared(many, "non-ciio", "ciio");
    expect(found.changed).toBe(5_001);
    expect(found.changes.length).toBe(5_000);
  });

  it.each([
    [["undeclared"], "ciio", ["ciio"]],
    [["state-organ", "non-ciio"], "ciio", ["state-organ", "ciio"]],
    [["ciio"], "non-ciio", ["non-ciio"]],
    [["ciio", "state-organ"], "non-ciio", ["state-organ"]],
  ] satisfies (readonly [OperatorStatus[], OtherStatus, OperatorStatus[]])[])(
    "takes %j as %s for %j",
    (status, other, expected) => {
      expect(operatorAs(Operator.parse({ status }), other).status).toEqual(expected);
    },
  );

  it("stands in the document, and is read back from it", () => {
    const whatIf = compared(edges, "non-ciio", "ciio");
    const text = [...jsonReporter.render({ ...documentSource(fixtureDocument()), whatIf }, { lang: "en" })].join("");
    const document = Document.parse(JSON.parse(text));
    expect(document.whatIf).toEqual(whatIf);
    expect(documentSource(document).whatIf).toEqual(whatIf);
  });
});
