import { gzipSync } from "node:zlib";
import { describe, expect, it, test } from "vitest";
import { z } from "zod";
import { documentSource } from "../../reports/json/document-source.ts";
import { sarifReporter } from "../../reports/sarif/index.ts";
import { messageText } from "../../reports/sarif/message.ts";
import { type Document, isOpen, type Language, type ReportOptions, type ReportSource } from "../../src/model/index.ts";
import { largeReport } from "../support/large-report.ts";
import { fixtureDocument, hostileNames } from "../support/report-fixture.ts";
import { finding } from "../support/report-parts.ts";
import { hasSarifValidator, sarifComplaints } from "../support/sarif-validator.ts";

const Message = z.strictObject({ text: z.string().min(1) });
const Level = z.enum(["error", "warning", "note"]);

/** SARIF 2.1.0 as far as it is written here, with what GitHub asks beyond it (docs.github.com, read 2026-11-22). */
const Result = z.strictObject({
  ruleId: z.string().min(1),
  ruleIndex: z.number().int().nonnegative(),
  level: Level,
  message: Message,
  locations: z
    .array(
      z.strictObject({
        physicalLocation: z.strictObject({
          artifactLocation: z.strictObject({ uri: z.string().regex(/^[A-Za-z0-9\-._~%!$'()*+,;=:@/]+$/) }),
          region: z.strictObject({
            startLine: z.number().int().min(1),
            startColumn: z.number().int().min(1),
            endLine: z.number().int().min(1),
            endColumn: z.number().int().min(2),
          }),
        }),
        logicalLocations: z.array(
          z.strictObject({ name: z.string().min(1), fullyQualifiedName: z.string().min(1), kind: z.string().min(1) }),
        ),
      }),
    )
    .min(1)
    .max(10),
  partialFingerprints: z.record(z.string(), z.string().min(1)),
  baselineState: z.enum(["new", "unchanged"]).optional(),
  suppressions: z
    .tuple([
      z.strictObject({ kind: z.literal("external"), status: z.literal("accepted"), justification: z.string().min(1) }),
    ])
    .optional(),
  properties: z.record(z.string(), z.unknown()),
});
const Rule = z.strictObject({
  id: z.string().min(1),
  name: z.string().min(1).max(255),
  shortDescription: Message.refine(({ text }) => text.length <= 1024),
  fullDescription: Message.refine(({ text }) => text.length <= 1024),
  help: z.strictObject({ text: z.string().min(1), markdown: z.string().min(1) }),
  helpUri: z.url().optional(),
  defaultConfiguration: z.strictObject({ level: Level }),
  properties: z.strictObject({
    tags: z.array(z.string()).max(20),
    "security-severity": z.string().regex(/^\d+\.\d$/),
  }),
});
const Notification = z.strictObject({
  level: Level,
  descriptor: z.strictObject({ id: z.string().min(1) }),
  message: Message,
  properties: z.record(z.string(), z.unknown()).optional(),
});
const Log = z.strictObject({
  $schema: z.url(),
  version: z.literal("2.1.0"),
  runs: z.tuple([
    z.strictObject({
      results: z.array(Result).max(25_000),
      tool: z.strictObject({
        driver: z.strictObject({
          name: z.literal("jingnei"),
          version: z.string(),
          semanticVersion: z.string().regex(/^\d+\.\d+\.\d+/),
          fullDescription: Message,
          rules: z.array(Rule),
        }),
      }),
      invocations: z.tuple([
        z.strictObject({
          executionSuccessful: z.literal(true),
          startTimeUtc: z.iso.datetime(),
          endTimeUtc: z.iso.datetime(),
          toolExecutionNotifications: z.array(Notification),
        }),
      ]),
      columnKind: z.literal("utf16CodeUnits"),
      language: z.enum(["en-US", "zh-CN"]),
      properties: z.looseObject({ settledTotal: z.number(), settled: z.array(z.looseObject({ id: z.string() })) }),
    }),
  ]),
});

function write(source: ReportSource, options: Partial<ReportOptions> = {}): string {
  return [...sarifReporter.render(source, { lang: "en", ...options })].join("");
}

function runOf(document: Document = fixtureDocument(), options: Partial<ReportOptions> = {}) {
  return Log.parse(JSON.parse(write(documentSource(document), options))).runs[0];
}

describe("report.sarif", () => {
  it.each<Language>(["en", "zh"])("is what GitHub takes, in %s", (lang) => {
    const run = runOf(fixtureDocument(), { lang });
    expect(run.language).toBe(lang === "en" ? "en-US" : "zh-CN");
    expect(run.results[0]?.message.text).toMatch(lang === "en" ? /^Sensitive personal/ : /^在境内收集产生/);
  });

  it.runIf(hasSarifValidator).each<readonly [string, Document, Language]>([
    ["with findings of every verdict and hostile names", fixtureDocument(), "en"],
    ["in Chinese", fixtureDocument(), "zh"],
    ["without findings", { ...fixtureDocument(), findings: [] }, "en"],
  ])("keeps the schema of OASIS and the rules of GitHub by Microsoft's validator, %s", (_, document, lang) => {
    const complaints = sarifComplaints(write(documentSource(document), { lang, compared: true }));
    // There is no address of the project yet that could stand here.
    expect(complaints.filter((one) => !one.startsWith("warning SARIF2005"))).toEqual([]);
  });

  it.runIf(hasSarifValidator)("is held to them by a validator that refuses what breaks them", () => {
    const sarif = write(documentSource(fixtureDocument()));
    const broken = (shape: RegExp, by: string) => sarifComplaints(sarif.replace(shape, by)).join("\n");
    expect(broken(/"locations":\[.*?\],"partial/, '"partial')).toMatch(/^error GH\d+ .*MissingLocations/m);
    expect(broken(/"results":/, '"resultz":')).toMatch(/^error JSON\d+ .*resultz/m);
    expect(broken(/"level":"error"/, '"level":"grave"')).toMatch(/^error: the schema/);
  });

  it("lists what is open, then what somebody answers for with that suppression, and keeps what is settled out of the results", () => {
    const run = runOf();
    const { findings } = fixtureDocument();
    const results = run.results.map(({ partialFingerprints, suppressions }) => [
      partialFingerprints["jingnei/v1"],
      suppressions?.[0].status,
    ]);
    expect(results).toEqual([
      ...findings.filter((one) => isOpen(one.verdict)).map(({ id }) => [id, undefined]),
      ...findings.filter((one) => one.verdict === "suppressed").map(({ id }) => [id, "accepted"]),
    ]);
    expect(run.properties.settled.map(({ id }) => id)).toEqual(
      findings.filter((one) => !isOpen(one.verdict)).map(({ id }) => id),
    );
    expect(run.properties.settledTotal).toBe(3);
  });

  it("says who answers for a suppressed result, as the finding says it, with nothing that a reader would take for more than text", () => {
    const evidence = [
      "S3 ListBuckets",
      "suppressed until 2027-01-31 by dpo@example.com: see [here](https://evil.example)",
    ];
    const one = finding({ id: "1", policy: "X-1", verdict: "suppressed", evidence });
    const [result] = runOf({ ...fixtureDocument(), findings: [one], summary: summaryOf("suppressed") }).results;
    expect(result?.suppressions?.[0].justification).toBe(
      "suppressed until 2027-01-31 by dpo@example.com: see [here] (https://evil.example)",
    );
  });

  it("points each result at its rule", () => {
    const { results, tool } = runOf();
    for (const { ruleId, ruleIndex } of results) expect(tool.driver.rules[ruleIndex]?.id).toBe(ruleId);
    expect(new Set(tool.driver.rules.map(({ id }) => id)).size).toBe(tool.driver.rules.length);
  });

  it("gives each result a fingerprint of its own in the field that GitHub compares", () => {
    const hashes = runOf().results.map((result) => result.partialFingerprints["primaryLocationLineHash"]);
    expect(new Set(hashes).size).toBe(hashes.length);
  });

  it.each([
    ["not-met", "critical", "error", "9.5"],
    ["not-met", "high", "error", "8.0"],
    ["not-met", "medium", "warning", "5.5"],
    ["not-met", "low", "note", "2.0"],
    ["review", "critical", "warning", "9.5"],
    ["review", "medium", "note", "5.5"],
    ["review", "info", "note", "0.0"],
  ] as const)("shows %s, %s as %s with security severity %s", (verdict, severity, level, score) => {
    const one = finding({ id: "1", policy: "X-1", verdict, severity });
    const run = runOf({ ...fixtureDocument(), findings: [one] });
    expect(run.results[0]?.level).toBe(level);
    expect(run.tool.driver.rules[0]?.defaultConfiguration.level).toBe(level);
    expect(run.tool.driver.rules[0]?.properties["security-severity"]).toBe(score);
  });

  it.each([
    ["main.tf", "main.tf"],
    ["./modules/a b/数据.tf", "modules/a%20b/%E6%95%B0%E6%8D%AE.tf"],
    ["modules\\x\\main.tf", "modules/x/main.tf"],
    ["/work/main.tf", "file:///work/main.tf"],
    ["C:\\plans\\main.tf", "file:///C:/plans/main.tf"],
  ])("writes the file %s as %s", (file, uri) => {
    const one = finding({ id: "1", policy: "X-1", location: { file, line: 12 } });
    const [result] = runOf({ ...fixtureDocument(), findings: [one] }).results;
    expect(result?.locations[0]?.physicalLocation).toEqual({
      artifactLocation: { uri },
      region: { startLine: 12, startColumn: 1, endLine: 12, endColumn: 2 },
    });
  });

  it("puts live resources at a file that stays the same, with the resource's id beside it", () => {
    const [location] = runOf().results[0]?.locations ?? [];
    expect(location?.physicalLocation.artifactLocation.uri).toBe("jingnei.yaml");
    expect(location?.logicalLocations[0]).toEqual({
      name: "crm-customers-replica-hk",
      fullyQualifiedName: "arn:aws:s3:::crm-customers-replica-hk",
      kind: "aws/s3/bucket",
    });
  });

  it("tells new results from old ones where there is a baseline", () => {
    const states = (options: Partial<ReportOptions>) =>
      runOf(fixtureDocument(), options).results.map(({ baselineState }) => baselineState);
    expect(states({ compared: true })).toEqual(["new", "new", ...Array(7).fill("unchanged")]);
    const { findings, ...rest } = fixtureDocument();
    const never = { ...rest, findings: findings.map((one) => ({ ...one, status: "open" as const })) };
    expect(runOf(never).results.every(({ baselineState }) => baselineState === undefined)).toBe(true);
  });

  it("tells every gap, so that an empty report does not pass for a clean one", () => {
    const { invocations, results } = runOf({ ...fixtureDocument(), findings: [] });
    expect(results).toEqual([]);
    const told = invocations[0].toolExecutionNotifications.map(({ level, descriptor }) => `${level} ${descriptor.id}`);
    expect(told).toEqual([
      "warning coverage",
      "warning gap-denied",
      "warning gap-throttled",
      "warning gap-malformed",
      "note gap-not-enabled",
      "note excluded",
      "note not-enabled",
      "note not-enabled",
    ]);
  });

  it("leaves a suggested action out of a rule whose results ask for different things", () => {
    const one = finding({ id: "1", policy: "X-1" });
    const other = finding({ id: "2", policy: "X-1", remediation: { en: "Ask the owner.", zh: "询问负责人。" } });
    const helpOf = (findings: Document["findings"]) =>
      runOf({ ...fixtureDocument(), findings }).tool.driver.rules[0]?.help.text;
    expect(helpOf([one])).toContain("Suggested action");
    expect(helpOf([one, other])).not.toContain("Suggested action");
  });

  it("keeps the worst within GitHub's limits and says what it left out", { timeout: 60_000 }, () => {
    const text = write(largeReport(30_000).source);
    const run = Log.parse(JSON.parse(text)).runs[0];
    expect(run.results).toHaveLength(25_000);
    expect(gzipSync(text).length).toBeLessThan(10_000_000);
    const told = run.invocations[0].toolExecutionNotifications.map(({ message }) => message.text).join("\n");
    expect(told).toContain("5,000 open findings of lower priority are left out");
  });

  it("stays under 10 MB of gzip where names are long and random", { timeout: 60_000 }, () => {
    const { source } = largeReport(25_000);
    function* findings() {
      for (const one of source.findings()) yield { ...one, resource: randomName(one.id, 1_500) };
    }
    expect(gzipSync(write({ ...source, findings })).length).toBeLessThan(10_000_000);
  });
});

test.each([
  ["see [here](https://evil.example)", "see [here] (https://evil.example)"],
  ['module.a["x"].b', 'module.a["x"].b'],
  ["{0} and {name}", "{{0}} and {name}"],
  [hostileNames.reversed, "invoice[U+202E]gpj.exe"],
])("the message %j is written as %j", (text, written) => {
  expect(messageText(text)).toBe(written);
});

function summaryOf(verdict: "suppressed"): Document["summary"] {
  const { summary } = fixtureDocument();
  return { ...summary, findings: [{ verdict, severity: "high", count: 1 }] };
}

/** Text that no compression shrinks by much: a xorshift generator over letters and digits. */
function randomName(seed: string, length: number): string {
  let state = Number(seed) * 2_654_435_761 + 1;
  let text = "";
  while (text.length < length) {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    text += (state >>> 0).toString(36);
  }
  return text.slice(0, length);
}
