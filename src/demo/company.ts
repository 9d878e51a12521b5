import { dayInShanghai } from "../run/day.ts";

const day = 86_400_000;

/**
 * What Haitang Pay 海棠支付, a made-up payment company designated as CIIO, declares in its jingnei.yaml.
 * @param now - the moment of the demo: approvals stay in time whenever it runs.
 */
export function companyConfig(sources: readonly unknown[], now: Date): Readonly<Record<string, unknown>> {
  const inDays = (days: number) => dayInShanghai(new Date(now.getTime() + days * day));
  const year = dayInShanghai(now).slice(0, 4);
  return {
    operator: {
      status: "ciio",
      sectors: ["finance"],
      handled: 3_200_000,
      exported: { asOf: `${year}-01-01`, personal: 120_000, sensitivePersonal: 800 },
    },
    sources,
    classification: {
      tags: [{ key: "team-data", value: "cust-*", class: "personal" }],
      origins: [{ account: "444455556666", resources: ["*haitang-campaign-*"], origin: "elsewhere" }],
      defaultOrigin: "unknown",
    },
    approvals: [
      {
        id: "SA-2025-0042",
        mechanism: "security-assessment",
        classes: ["personal"],
        destinations: ["alibaba:ap-southeast-1"],
        resources: ["acs:oss:cn-shanghai:*:haitang-orders"],
        people: 200_000,
        issued: inDays(-400),
        expires: inDays(695),
        owner: "dpo@haitang.example",
        reference: "数据出境安全评估结果通知书（示例）",
        pipia: { id: "PIPIA-7", date: inDays(-430) },
      },
    ],
  };
}
