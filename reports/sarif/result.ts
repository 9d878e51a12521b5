import {
  evidenceIn,
  type Language,
  type ReportOptions,
  type ReportSource,
  type StreamedFinding,
  type Text,
} from "../../src/model/index.ts";
import { missingOf, nameOf } from "../terms/finding.ts";
import { clipped } from "../visible.ts";
import { levelOf } from "./level.ts";
import { locationOf } from "./location.ts";
import { messageText } from "./message.ts";

const longestText = 2_000;

/** One finding that is open or suppressed. Its ids stand as they are, its sentences as a reader may safely see them. */
export function resultOf(
  source: ReportSource,
  finding: StreamedFinding,
  ruleIndex: number,
  { lang, compared = false }: ReportOptions,
): Readonly<Record<string, unknown>> {
  const { id, policy, verdict, severity, dataClass, place, edge, missing, related, approval, memberCount } = finding;
  return {
    ruleId: policy,
    ruleIndex,
    level: levelOf(finding),
    message: { text: clipped(messageOf(finding, lang), longestText) },
    locations: [locationOf(source, finding, nameOf(source, finding)[lang])],
    // GitHub compares primaryLocationLineHash alone; the other name is for tools that know this one.
    partialFingerprints: { primaryLocationLineHash: `${id}:1`, "jingnei/v1": id },
    ...baselineOf(finding, compared),
    ...suppressionOf(finding, lang),
    properties: {
      verdict,
      severity,
      dataClass,
      place: { region: place.region, country: place.country, jurisdiction: place.jurisdiction },
      edge: edge === null ? null : { kind: edge.kind, to: edge.to, party: edge.party },
      missing,
      related,
      approval: approval?.id ?? null,
      ...(memberCount > 0 ? { foldedResources: memberCount } : {}),
      ...outcome("ifDesignated", finding.ifDesignated),
      ...outcome("ifNotDesignated", finding.ifNotDesignated),
    },
  };
}

/** What was found, what is missing and what to do: a reader of a pull request sees this and little else. */
function messageOf(finding: StreamedFinding, lang: Language): string {
  const lines = [finding.message[lang]];
  if (finding.missing.length > 0) lines.push(words.missing(missingOf(finding))[lang]);
  lines.push(words.action(finding.remediation)[lang]);
  return lines.map(messageText).join("\n");
}

const words = {
  missing: (facts: Text): Text => ({ en: `Missing: ${facts.en}.`, zh: `缺少：${facts.zh}。` }),
  action: (action: Text): Text => ({ en: `Suggested action: ${action.en}`, zh: `建议措施：${action.zh}` }),
} as const;

function baselineOf({ status }: StreamedFinding, compared: boolean): Readonly<Record<string, unknown>> {
  if (status === "new") return { baselineState: "new" };
  return compared ? { baselineState: "unchanged" } : {};
}

/** SARIF 2.1.0, 3.35. The line of evidence says who answers for it, until when and why. */
function suppressionOf(
  { verdict, evidence, message }: StreamedFinding,
  lang: Language,
): Readonly<Record<string, unknown>> {
  if (verdict !== "suppressed") return {};
  const said = evidence.find((one) => one.startsWith("suppressed until "));
  const line = said === undefined ? message[lang] : evidenceIn(said)[lang];
  const justification = clipped(messageText(line), longestText);
  return { suppressions: [{ kind: "external", status: "accepted", justification }] };
}

function outcome(key: string, one: StreamedFinding["ifDesignated"]): Readonly<Record<string, unknown>> {
  return one === undefined ? {} : { [key]: { policy: one.policy, severity: one.severity, verdict: one.verdict } };
}
