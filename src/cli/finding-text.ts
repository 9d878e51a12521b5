import type { Conflict } from "../../policies/conflicts.ts";
import {
  classEvidenceTerms,
  dataClassTerms,
  type Edge,
  edgeKindTerms,
  evidenceIn,
  gapReasonTerms,
  jurisdictionTerms,
  type Language,
  mechanismTerms,
  missingFactTerms,
  type Outcome,
  originTerms,
  type Place,
  type RegionFact,
  type ReportSource,
  type StreamedFinding,
  severityTerms,
  verdictTerms,
} from "../model/index.ts";
import { conflictsOfFinding } from "./conflicts.ts";
import { label } from "./labels.ts";
import { basisLines, colon, section } from "./law-text.ts";

/** A finding with everything it rests on: the call, the field, the row of the region table, the rule. */
export function findingText(
  finding: StreamedFinding,
  source: ReportSource,
  region: RegionFact | undefined,
  conflicts: readonly Conflict[],
  lang: Language,
): string {
  const resource = finding.resource === null ? undefined : source.resource(finding.resource);
  const edge = edgeOf(finding, source);
  const isNew = finding.status === "new" ? ` · ${label("new", lang)}` : "";
  const lines = [
    `${label("finding", lang)} ${finding.id}`,
    `${finding.policy} · ${verdictTerms[finding.verdict][lang]} · ${severityTerms[finding.severity][lang]}${isNew}`,
    ...section(label("summary", lang), [finding.message[lang]]),
    ...section(label("resource", lang), [
      finding.resource ?? `${finding.subject?.kind ?? ""} ${finding.subject?.id ?? ""}`,
      ...(resource === undefined ? [] : [`${resource.type}, ${resource.account}, ${placeText(resource.place, lang)}`]),
    ]),
    ...section(label("flow", lang), edge === undefined ? [] : [edgeText(edge, lang), ...answerLines(edge, lang)]),
    ...section(label("place", lang), [placeText(finding.place, lang)]),
    ...section(label("region", lang), regionLines(finding, region, lang)),
    ...section(label("data", lang), [
      dataClassTerms[finding.dataClass][lang],
      ...(resource === undefined ? [] : [originTerms[resource.dataClass.origin][lang]]),
      ...(resource?.dataClass.evidence ?? []).map(({ kind, detail }) => {
        return `${classEvidenceTerms[kind][lang]}${colon[lang]}${evidenceIn(detail)[lang]}`;
      }),
    ]),
    ...section(
      label("evidence", lang),
      finding.evidence.map((line) => evidenceIn(line)[lang]),
    ),
    ...section(
      label("missing", lang),
      finding.missing.map((fact) => `${fact}${colon[lang]}${missingFactTerms[fact]?.[lang] ?? fact}`),
    ),
    ...section(label("members", lang), finding.memberCount === 0 ? [] : [String(finding.memberCount)]),
    ...section(label("approval", lang), approvalText(finding, lang)),
    ...section(label("designated", lang), outcomeText(finding.ifDesignated, lang)),
    ...section(label("undesignated", lang), outcomeText(finding.ifNotDesignated, lang)),
    ...section(label("remediation", lang), [finding.remediation[lang]]),
    ...section(label("basis", lang), basisLines(finding.basis, lang)),
    ...section(label("conflicts", lang), conflictsOfFinding(finding, resource, conflicts, lang)),
    ...section(label("related", lang), finding.related),
    "",
    source.tool.disclaimer[lang],
  ];
  return `${lines.join("\n")}\n`;
}

function edgeOf({ resource, edge, place }: StreamedFinding, source: ReportSource): Edge | undefined {
  if (edge === null || resource === null) return undefined;
  for (const candidate of source.edges()) {
    const isSame =
      candidate.from === resource &&
      candidate.kind === edge.kind &&
      candidate.to === edge.to &&
      candidate.party === edge.party &&
      candidate.place.region === place.region;
    if (isSame) return candidate;
  }
  return undefined;
}

function edgeText({ from, kind, to, party, place }: Edge, lang: Language): string {
  const end = to ?? (party === null ? placeText(place, lang) : party);
  return `${from} — ${edgeKindTerms[kind][lang]} → ${end}`;
}

function placeText({ region, country, jurisdiction }: Place, lang: Language): string {
  return [region, country, jurisdictionTerms[jurisdiction][lang]].filter((part) => part !== null).join(", ");
}

/** What the cloud answered that the edge rests on. */
function answerLines({ evidence }: Edge, lang: Language): readonly string[] {
  return [
    `${label("call", lang)}${colon[lang]}${evidence.source}`,
    `${label("field", lang)}${colon[lang]}${evidence.field}`,
    `${label("value", lang)}${colon[lang]}${evidence.value}`,
  ];
}

/** The row that made a country and a jurisdiction of the region, with its source and date. */
function regionLines(
  { resource, place }: StreamedFinding,
  row: RegionFact | undefined,
  lang: Language,
): readonly string[] {
  if (row !== undefined) {
    const { id, name, country, source, asOf } = row;
    return [
      `${id}: ${name}, ${country ?? "-"}, ${jurisdictionTerms[place.jurisdiction][lang]}`,
      `  ${source} (${asOf})`,
    ];
  }
  if (resource === null || place.region === null) return [];
  return [`${place.region}: ${gapReasonTerms["unlisted-region"][lang]}`];
}

function approvalText({ approval }: StreamedFinding, lang: Language): readonly string[] {
  if (approval === null) return [];
  const { id, mechanism, expires } = approval;
  const until = expires === undefined ? "" : `, ${label("until", lang)} ${expires}`;
  return [`${id}${colon[lang]}${mechanismTerms[mechanism][lang]}${until}`];
}

function outcomeText(outcome: Outcome | undefined, lang: Language): readonly string[] {
  if (outcome === undefined) return [];
  return [`${outcome.policy} · ${verdictTerms[outcome.verdict][lang]} · ${severityTerms[outcome.severity][lang]}`];
}
