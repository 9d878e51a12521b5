import { expect, test } from "vitest";
import { documentSource } from "../../reports/json/document-source.ts";
import { renderSummary } from "../../reports/terminal-table.ts";
import type { Document, WhatIf } from "../../src/model/index.ts";
import { fixtureDocument } from "../support/report-fixture.ts";

const [base] = fixtureDocument().whatIf?.changes ?? [];
if (base === undefined) throw new Error("the fixture compares nothing");

function summary(whatIf: WhatIf | undefined, lang: "en" | "zh" = "en", width = 120): string {
  const { whatIf: _, ...document } = fixtureDocument();
  const asked: Document = whatIf === undefined ? document : { ...document, whatIf };
  return renderSummary(documentSource(asked), { width, color: false, lang });
}

const compared = (fields: Partial<WhatIf>): WhatIf => ({
  status: ["ciio"],
  new: 0,
  changed: 0,
  gone: 0,
  unchanged: 0,
  findings: [],
  changes: [],
  ...fields,
});

test("a run that was not asked says nothing of it", () => {
  expect(summary(undefined)).not.toContain("If designated");
});

test("the worst changes are named with what stands there now, the rest are counted", () => {
  const { now: _, ...bare } = base;
  const changes: WhatIf["changes"] = [
    base,
    {
      ...bare,
      change: "new",
      policy: "CSL-38-TEST",
      severity: "high",
      resource: null,
      subject: { kind: "account", id: "1" },
    },
    { ...bare, change: "gone", policy: "CBDF-5-SMALL", severity: "low", verdict: "permitted" },
    ...Array.from({ length: 3 }, () => base),
  ];
  const whatIf = compared({ changed: 4, new: 1, gone: 1, unchanged: 12_000, changes });
  const text = summary(whatIf);
  expect(text).toContain(
    "If designated as a CIIO\n  4 changed, 1 new, 1 gone, 12,000 the same. A comparison, not a finding.\n",
  );
  expect(text).toMatch(/critical +CSL-39-STORE .*requirement not met; now CBDF-8-PI, high/);
  expect(text).toMatch(/high +CSL-38-TEST +Account 1 +requirement not met; new/);
  expect(text).toMatch(/low +CBDF-5-SMALL .* gone\n/);
  expect(text).toContain("  and 1 more\n");
  const zh = summary(whatIf, "zh");
  expect(zh).toContain(
    "如被认定为关键信息基础设施运营者\n  变化4项，新增1项，消失1项，不变12,000项。仅作对比，不属于检查发现。\n",
  );
  expect(zh).toContain("现为CBDF-8-PI（高）");
});

test("without a designation the heading says so, and nothing to change is said too", () => {
  const text = summary(compared({ status: ["non-ciio"], unchanged: 3 }));
  expect(text).toContain("If not designated as a CIIO\n  0 changed, 0 new, 0 gone, 3 the same.");
});

test("names are anybody's text, and no line is wider than the terminal", () => {
  const text = summary(
    compared({ changed: 1, changes: [{ ...base, resource: `arn:aws:s3:::\u001b[31mred\u202e${"x".repeat(300)}` }] }),
    "en",
    80,
  );
  expect(text).not.toMatch(/\p{Cc}(?<!\n)|\p{Cf}/u);
  const start = text.split("\n").findIndex((line) => line.startsWith("If designated"));
  for (const line of text.split("\n").slice(start, start + 4)) expect(line.length).toBeLessThanOrEqual(80);
});
