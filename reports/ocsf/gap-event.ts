import { type CoverageGap, gapReasonTerms, type Language, type ReportSource } from "../../src/model/index.ts";
import { gapAdvice } from "../terms/coverage.ts";
import { visible } from "../visible.ts";
import { cloudOf } from "./cloud.ts";
import { activities, headOf } from "./event.ts";
import { outcome } from "./status.ts";

/** Question that went unanswered: a check without a result, which OCSF calls a warning. Its uid is the same in the next run. */
export function gapEvent(source: ReportSource, gap: CoverageGap, lang: Language): Readonly<Record<string, unknown>> {
  const { provider, partition, account, region, type, operation, reason, detail, count, firstResource } = gap;
  const uid = ["gap", provider, partition, account, region ?? "global", type, operation, reason].join(":");
  const term = gapReasonTerms[reason];
  const text = visible(lang === "zh" ? `${operation}：${term.zh}，${detail}` : `${operation}: ${term.en}, ${detail}`);
  return {
    ...headOf(source, {
      uid,
      code: "coverage",
      activity: activities.create,
      severity: "info",
      profiles: ["cloud"],
      lang,
    }),
    message: text,
    status_id: 1,
    status: "New",
    count,
    finding_info: {
      uid,
      title: visible(`${operation} · ${type} · ${region ?? "global"}`),
      desc: text,
      analytic: { uid: "coverage", name: "coverage", type_id: 1, type: "Rule" },
      types: ["coverage-gap"],
    },
    compliance: { control: "coverage", standards: [], ...outcome.review, status_code: reason },
    remediation: { desc: gapAdvice(reason)[lang] },
    resources: [{ uid: firstResource ?? account, type: firstResource === null ? "account" : type }],
    cloud: cloudOf({ provider, partition, account, region }),
    unmapped: { gap: reason, operation, resource_type: type, disclaimer: source.tool.disclaimer[lang] },
  };
}
