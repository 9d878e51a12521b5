import { describe, expect, it } from "vitest";
import { z } from "zod";
import { documentSource } from "../../reports/json/document-source.ts";
import { ocsfReporter } from "../../reports/ocsf/index.ts";
import { type Document, languages, type ReportOptions } from "../../src/model/index.ts";
import { fixtureDocument } from "../support/report-fixture.ts";
import { finding } from "../support/report-parts.ts";

const words = z.array(z.string().min(1));
const milliseconds = z.number().int().min(1_600_000_000_000);

/** Attributes, requirements and numbers of OCSF 1.8.0 (ocsf/ocsf-schema, class compliance_finding and its objects). */
const Status = { status: z.string(), status_code: z.string().optional() };
const Resource = z.strictObject({
  uid: z.string().min(1),
  name: z.string().min(1).optional(),
  type: z.string().optional(),
  provider: z.string().optional(),
  cloud_partition: z.string().optional(),
  region: z.string().optional(),
  tags: z.array(z.strictObject({ name: z.string(), value: z.string() })).optional(),
  role_id: z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4)]).optional(),
  role: z.string().optional(),
  data_classifications: z
    .array(z.strictObject({ category_id: z.literal([0, 1, 99]), category: z.string(), uid: z.string() }))
    .min(1)
    .optional(),
});
const Event = z
  .strictObject({
    activity_id: z.literal([1, 2, 3]),
    activity_name: z.string(),
    category_uid: z.literal(2),
    category_name: z.literal("Findings"),
    class_uid: z.literal(2003),
    class_name: z.literal("Compliance Finding"),
    type_uid: z.number().int(),
    type_name: z.string(),
    time: milliseconds,
    start_time: milliseconds,
    end_time: milliseconds,
    severity_id: z.literal([1, 2, 3, 4, 5]),
    severity: z.string(),
    status_id: z.literal([1, 3, 99]),
    ...Status,
    count: z.number().int().optional(),
    message: z.string().min(1),
    metadata: z.strictObject({
      version: z.literal("1.8.0"),
      uid: z.string(),
      correlation_uid: z.string(),
      event_code: z.string(),
      product: z.strictObject({
        name: z.string(),
        vendor_name: z.string(),
        version: z.string(),
        lang: z.enum(languages),
      }),
      profiles: z.array(z.enum(["cloud", "data_classification"])).optional(),
    }),
    finding_info: z.strictObject({
      uid: z.string().min(1),
      title: z.string().min(1),
      desc: z.string().min(1),
      analytic: z.strictObject({
        uid: z.string(),
        name: z.string(),
        type_id: z.literal(1),
        type: z.literal("Rule"),
      }),
      types: words.optional(),
    }),
    compliance: z.strictObject({
      control: z.string().min(1),
      standards: words,
      requirements: words.optional(),
      // Pass is never claimed.
      status_id: z.literal([2, 3, 99]),
      ...Status,
      status_details: words.optional(),
    }),
    remediation: z.strictObject({ desc: z.string().min(1), references: z.array(z.url()).optional() }),
    resources: z.array(Resource).min(1).optional(),
    evidences: z.array(z.strictObject({ data: z.strictObject({ observed: z.array(z.string()) }) })).optional(),
    cloud: z
      .strictObject({
        provider: z.string().min(1),
        cloud_partition: z.string(),
        account: z.strictObject({ uid: z.string() }),
        region: z.string().optional(),
      })
      .optional(),
    unmapped: z.record(z.string(), z.unknown()),
  })
  .refine((event) => event.type_uid === event.class_uid * 100 + event.activity_id)
  .refine((event) => (event.cloud !== undefined) === (event.metadata.profiles?.includes("cloud") ?? false));

function eventsOf(document: Document = fixtureDocument(), options: Partial<ReportOptions> = {}) {
  const text = [...ocsfReporter.render(documentSource(document), { lang: "en", ...options })].join("");
  return z.array(Event).parse(JSON.parse(text));
}

function eventOf(id: string, document?: Document, options?: Partial<ReportOptions>) {
  return eventsOf(document, options).find((event) => event.finding_info.uid === id);
}

describe("report.ocsf.json", () => {
  it.each(languages)("holds Compliance Findings as OCSF 1.8.0 describes them, in %s", (lang) => {
    const { findings } = fixtureDocument();
    expect(eventsOf(fixtureDocument(), { lang })).toHaveLength(findings.length + 3);
  });

  it("says what, where, by which law and what to do", () => {
    expect(eventOf("b2e1d3c5f6a70829")).toMatchObject({
      severity: "Critical",
      finding_info: { title: "CBDF-7-ASSESS · crm-customers · replicates to Hong Kong SAR (ap-east-1)" },
      compliance: {
        control: "CBDF-7-ASSESS",
        standards: ["Personal Information Protection Law (PIPL)", "Cybersecurity Law (CSL)"],
        status: "Fail",
      },
      cloud: { provider: "aws", cloud_partition: "aws-cn", account: { uid: "444455556666" }, region: "cn-north-1" },
      resources: [{ uid: "arn:aws-cn:s3:::crm-customers", tags: [{ name: "data-class" }, { name: "team" }] }],
      unmapped: { destination: { jurisdiction: "hong-kong" } },
    });
  });

  it.each([
    ["a1f0c2d4e5b60718", 1, "Fail", "New"],
    ["c3d2e4f6a7b8093a", 1, "Warning", "New"],
    ["0718a1f0c2d4e5b6", 99, "Accepted", "Accepted"],
    ["1829b2e1d3c5f6a7", 99, "Permitted", "Permitted"],
    ["293ac3d2e4f6a7b8", 3, "Suppressed", "Suppressed"],
  ])("gives finding %s the status %i, its check %s", (id, statusId, check, status) => {
    expect(eventOf(id)).toMatchObject({ status_id: statusId, status, compliance: { status: check } });
  });

  it("takes its times from the run", () => {
    for (const { time } of eventsOf()) expect(new Date(time).toISOString()).toBe("2026-11-22T03:04:19.000Z");
  });

  it("updates what a baseline held and creates what it did not", () => {
    const activity = (id: string, compared: boolean) => eventOf(id, fixtureDocument(), { compared })?.activity_name;
    expect(activity("a1f0c2d4e5b60718", true)).toBe("Create");
    expect(activity("c3d2e4f6a7b8093a", true)).toBe("Update");
    expect(activity("c3d2e4f6a7b8093a", false)).toBe("Create");
  });

  it("names the account of folded resources, and a hundred of them", () => {
    const event = eventOf("3a4bd4c3b2a19081");
    expect(event?.cloud).toEqual({ provider: "aws", cloud_partition: "aws", account: { uid: "777788889999" } });
    expect(event?.resources).toHaveLength(100);
    expect(event?.unmapped["folded_resources"]).toBe(120);
  });

  it("claims no cloud for what concerns the operator", () => {
    expect(eventOf("4b5ce5d4c3b2a190")?.cloud).toBeUndefined();
  });

  it("writes a check without a result for each unanswered question", () => {
    const gaps = eventsOf({ ...fixtureDocument(), findings: [] });
    expect(gaps.map(({ compliance }) => `${compliance.status} ${compliance.status_code}`)).toEqual([
      "Warning denied",
      "Warning throttled",
      "Warning malformed",
    ]);
    expect(gaps[0]?.finding_info.uid).toBe("gap:aws:aws:111122223333:global:aws/s3/bucket:GetBucketTagging:denied");
  });

  it("is an empty list when nothing was found and everything was seen", () => {
    const { coverage, ...rest } = fixtureDocument();
    expect(eventsOf({ ...rest, findings: [], coverage: { ...coverage, complete: true, gaps: [] } })).toEqual([]);
  });

  it("writes a finding on a resource that was not read by its id alone", () => {
    const one = finding({ id: "1", policy: "X-1", resource: "arn:aws:s3:::elsewhere" });
    const event = eventOf("1", { ...fixtureDocument(), findings: [one] });
    expect(event?.resources).toEqual([{ uid: "arn:aws:s3:::elsewhere", role_id: 3, role: "Affected" }]);
    expect(event?.cloud).toBeUndefined();
  });
});
