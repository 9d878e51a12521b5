import { describe, expect, it } from "vitest";
import { approval, flow, only, outcomes, places, question } from "../support/questions.ts";

const large = { handled: 500_000, exported: { personal: 3_000_000, sensitivePersonal: 0 } };
const middle = { handled: 500_000, exported: { personal: 120_000, sensitivePersonal: 0 } };

describe("the Greater Bay Area contract", () => {
  const gba = approval({
    id: "GBA-1",
    mechanism: "gba-contract",
    destinations: ["hong-kong"],
    expires: undefined,
    reviewBy: "2027-06-30",
  });
  const setting = { ...large, approvals: [gba] };

  it("three million people to Hong Kong under the Hong Kong contract: accepted", () => {
    expect(outcomes(question({ at: places.hongKong }), setting)).toEqual(["CBDF-7-PI accepted critical"]);
  });

  it("the same to Macao with only the Hong Kong contract: not accepted", () => {
    expect(outcomes(question({ at: places.macao }), setting)).toEqual(["CBDF-7-PI not-met critical"]);
  });

  it("to Singapore: the assessment is due, even if the contract were written for it", () => {
    expect(outcomes(question(), setting)).toEqual(["CBDF-7-PI not-met critical"]);
    const wide = { ...gba, destinations: ["hong-kong", "SG", "foreign", "aws:*"] };
    expect(outcomes(question(), { ...large, approvals: [wide] })).toEqual(["CBDF-7-PI not-met critical"]);
  });

  it("whether a CIIO may rely on it is open", () => {
    const finding = only(flow({ end: places.hongKong }), { status: "ciio", approvals: [gba] });
    expect(finding).toMatchObject({ policy: "CSL-39-EXPORT-PI", verdict: "review", severity: "high" });
    expect(finding.message.en).toContain("neither granted nor excluded");
  });
});

describe("dates", () => {
  const on = (asOf: string, fields: Readonly<Record<string, unknown>> = {}) =>
    only(question(), {
      asOf,
      handled: 1,
      exported: { asOf, personal: 3_000_000, sensitivePersonal: 0 },
      approvals: [approval({ issued: "2024-04-01", expires: "2027-03-31", ...fields })],
    });

  it("an assessment of 2024-04-01 is valid on 2026-11-22 and on its last day, and over on the next", () => {
    expect(on("2026-11-22").verdict).toBe("accepted");
    expect(on("2027-03-31").verdict).toBe("accepted");
    expect(on("2027-04-01")).toMatchObject({ policy: "CBDF-7-PI", verdict: "not-met" });
  });

  it("an expired one is named in the transfer finding with its last day", () => {
    const finding = on("2027-04-01");
    expect(finding.approval).toEqual({ id: "SA-2025-0042", mechanism: "security-assessment", expires: "2027-03-31" });
    expect(finding.message.en).toContain("was valid until 2027-03-31");
    expect(finding.message.zh).toContain("有效期至2027-03-31");
    expect(finding.evidence.join("\n")).toContain("to 2027-03-31: expired");
  });

  it("what is covered is not told to stop, but to stay within the record", () => {
    const covered = on("2026-11-22").remediation;
    expect(covered.en).toMatch(/^Keep it within what SA-2025-0042 records: .*\(2027-03-31\)\.$/);
    expect(covered.zh).toContain("保持在SA-2025-0042登记的范围内");
    expect(on("2027-04-01").remediation.en).not.toContain("Keep it within");
  });

  it("is valid from the day of issue", () => {
    expect(on("2024-04-01").verdict).toBe("accepted");
    expect(on("2024-03-31")).toMatchObject({ verdict: "not-met" });
    expect(on("2024-03-31").message.en).toContain("valid from 2024-04-01");
  });

  it("a contract past the day of its review does not count", () => {
    const contract = approval({ mechanism: "standard-contract", expires: undefined, reviewBy: "2026-11-21" });
    expect(outcomes(question(), { ...middle, approvals: [contract] })).toEqual(["CBDF-8-PI not-met high"]);
    const renewed = { ...contract, reviewBy: "2026-11-22" };
    expect(outcomes(question(), { ...middle, approvals: [renewed] })).toEqual(["CBDF-8-PI accepted high"]);
  });
});

describe("scope of an approval", () => {
  it.each([
    ["jurisdiction", ["foreign"]],
    ["ISO country", ["SG"]],
    ["region", ["aws:ap-southeast-1"]],
    ["region glob", ["aws:ap-*"]],
  ])("reaches a destination by %s", (_way, destinations) => {
    expect(outcomes(question(), { ...large, approvals: [approval({ destinations })] })).toEqual([
      "CBDF-7-PI accepted critical",
    ]);
  });

  it.each([
    ["another jurisdiction", { destinations: ["hong-kong"] }],
    ["another country", { destinations: ["US"] }],
    ["another provider's region", { destinations: ["alibaba:ap-southeast-1"] }],
    ["another resource", { resources: ["arn:aws:s3:::orders-*"] }],
    ["another regime of data", { classes: ["important"] }],
  ])("%s does not name the flow at all", (_what, fields) => {
    const finding = only(question(), { ...large, approvals: [approval(fields)] });
    expect(finding).toMatchObject({ policy: "CBDF-7-PI", verdict: "not-met", approval: null });
    expect(finding.message.en).toContain("No valid route is on record.");
  });

  it("covers a copy of what it names", () => {
    const copy = question({
      id: "arn:aws:ec2:::snapshot/s-1",
      sources: ["arn:aws:ec2:::volume/v", "arn:aws:s3:::crm-1"],
    });
    expect(outcomes(copy, { ...large, approvals: [approval()] })).toEqual(["CBDF-7-PI accepted critical"]);
  });

  it("compares Azure ids without case", () => {
    const id = "/subscriptions/AAA/resourceGroups/Crm/providers/Microsoft.Storage/storageAccounts/crm";
    const wanted = approval({ resources: [id.toLowerCase()] });
    expect(outcomes(question({ id, provider: "azure" }), { ...large, approvals: [wanted] })).toEqual([
      "CBDF-7-PI accepted critical",
    ]);
    expect(outcomes(question({ id }), { ...large, approvals: [wanted] })).toEqual(["CBDF-7-PI not-met critical"]);
  });

  it("never covers a grant to everyone", () => {
    const open = flow({ kind: "reachable-from", party: "*", to: null, end: places.nowhere });
    const wide = approval({ destinations: ["foreign", "hong-kong", "macao", "taiwan", "aws:*"] });
    expect(outcomes(open, { status: "ciio", approvals: [wide] })).toEqual(["CSL-39-ACCESS not-met high"]);
  });

  it("personal does not cover sensitive-personal: the recorded scope is exceeded", () => {
    const finding = only(question({ classes: ["sensitive-personal"] }), {
      handled: 1,
      exported: { personal: 0, sensitivePersonal: 20_000 },
      approvals: [approval()],
    });
    expect(finding).toMatchObject({ policy: "NDSMR-38-SCOPE", verdict: "not-met", severity: "critical" });
    expect(finding.related).toContain("CBDF-7-SPI");
    expect(finding.approval?.id).toBe("SA-2025-0042");
    expect(finding.message.en).toContain("It covers personal information only.");
  });

  it("several approvals cover together what none covers alone", () => {
    const edge = flow({ classes: ["personal", "sensitive-personal"] });
    const sensitive = approval({ id: "SA-2", classes: ["sensitive-personal"] });
    expect(outcomes(edge, { status: "ciio", approvals: [approval(), sensitive] })).toEqual([
      "CSL-39-EXPORT-PI accepted critical",
    ]);
    expect(outcomes(edge, { status: "ciio", approvals: [approval()] })).toEqual(["NDSMR-38-SCOPE not-met critical"]);
  });

  it("nobody has counted the people it was given for: review, never accepted", () => {
    const limited = [approval({ people: 10 })];
    expect(only(question(), { handled: 1, approvals: limited })).toMatchObject({
      verdict: "review",
      missing: ["operator.exported"],
    });
    const finding = only(question({ copy: "yes" }), { status: "ciio", approvals: limited });
    expect(finding).toMatchObject({ policy: "CSL-39-EXPORT-PI", verdict: "review", missing: ["operator.exported"] });
    expect(finding.message.en).toContain("settles it only together with what is missing");
    expect(only(question({ copy: "yes" }), { status: "ciio", approvals: [approval()] }).verdict).toBe("accepted");
  });

  it("more people than recorded reopen it; as many as recorded do not", () => {
    const with200k = (personal: number) => ({
      handled: 1,
      exported: { personal, sensitivePersonal: 0 },
      approvals: [approval({ people: 1_200_000 })],
    });
    expect(outcomes(question(), with200k(1_200_000))).toEqual(["CBDF-7-PI accepted critical"]);
    const finding = only(question(), with200k(1_200_001));
    expect(finding).toMatchObject({ policy: "NDSMR-38-SCOPE", verdict: "not-met", severity: "critical" });
    expect(finding.message.en).toContain("1,200,000 individuals");
    expect(finding.message.zh).toContain("120万人");
  });

  it("is at least high where the finding it replaces was lower", () => {
    const open = flow({ kind: "shared-with", party: "444455556666", to: null, end: places.singapore });
    expect(outcomes(open, { ...middle, approvals: [approval({ people: 1 })] })).toEqual([
      "NDSMR-38-SCOPE not-met high",
    ]);
  });

  it("leaves a declared lack of a mainland copy to the storage rule", () => {
    const exceeded = approval({ people: 1 });
    const setting = { status: "ciio", exported: { personal: 2, sensitivePersonal: 0 }, approvals: [exceeded] };
    expect(only(question({ copy: "no" }), setting).policy).toBe("CSL-39-STORE");
    expect(only(question({ copy: "yes" }), setting).policy).toBe("NDSMR-38-SCOPE");
  });
});

describe("mechanisms", () => {
  it.each([
    ["security-assessment", "accepted"],
    ["standard-contract", "accepted"],
    ["certification", "accepted"],
    ["ftz-negative-list", "permitted"],
  ])("%s in the contract tier: %s", (mechanism, verdict) => {
    const approvals = [approval({ mechanism, reviewBy: "2027-01-01" })];
    expect(only(question(), { ...middle, approvals })).toMatchObject({ policy: "CBDF-8-PI", verdict });
  });

  it("a standard contract does not suffice where an assessment is due, and the finding says so", () => {
    const finding = only(question(), { ...large, approvals: [approval({ mechanism: "standard-contract" })] });
    expect(finding).toMatchObject({ policy: "CBDF-7-PI", verdict: "not-met" });
    expect(finding.approval?.mechanism).toBe("standard-contract");
    expect(finding.message.en).toContain("is none that suffices here");
  });

  it.each(["contract", "hr", "emergency", "statutory-duty"])("the exemption %s permits", (ground) => {
    const approvals = [approval({ mechanism: "exemption", ground, expires: undefined, reviewBy: "2027-01-01" })];
    const finding = only(question(), { ...large, approvals });
    expect(finding).toMatchObject({ verdict: "permitted", severity: "low" });
    expect(finding.message.en).toContain("Other duties remain");
  });

  it("a free-trade-zone list leaves a CIIO in review", () => {
    const approvals = [approval({ mechanism: "ftz-negative-list" })];
    expect(only(flow(), { status: "ciio", approvals })).toMatchObject({ verdict: "review", severity: "high" });
  });

  it("with unknown counts an assessment settles it, a contract does not", () => {
    expect(only(question(), { approvals: [approval()] })).toMatchObject({
      policy: "CBDF-COUNT-UNKNOWN",
      verdict: "accepted",
      missing: [],
    });
    const contract = approval({ mechanism: "standard-contract", reviewBy: "2027-01-01" });
    expect(only(question(), { approvals: [contract] })).toMatchObject({
      policy: "CBDF-COUNT-UNKNOWN",
      verdict: "review",
    });
  });

  it("every covered finding says that the route is declared, not verified", () => {
    const finding = only(question(), { ...large, approvals: [approval()] });
    expect(finding.message.en).toContain("declared, not verified");
    expect(finding.message.zh).toContain("申明事项，工具未核验");
  });
});
