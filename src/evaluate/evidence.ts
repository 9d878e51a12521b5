import type { Approval, EdgeInQuestion, Operator, Suppression } from "../model/index.ts";
import { lastDayOf } from "./approvals.ts";
import type { Draft } from "./draft.ts";
import { plain } from "./plain-text.ts";

const longestValue = 300;

/** What the finding rests on, line by line: the call and field, the place, the class, what was declared, and why it is that class. */
export function evidenceOf(draft: Draft, question: EdgeInQuestion, operator: Operator): readonly string[] {
  const { edge, data } = question;
  const { source, field, value } = edge.evidence;
  const { region, country, jurisdiction } = edge.place;
  const classes = data.classes.map((held) => `${held.class} (${held.confidence})`);
  const facts = draft.policy.facts;
  const lines = [
    `${plain(source)}: ${plain(field)} = ${plain(value, longestValue)}`,
    `place: ${region === null ? "not stated" : plain(region)}, ${country ?? "country unknown"}, ${jurisdiction}`,
    `class (confidence): ${classes.length === 0 ? "none known" : classes.join(", ")}`,
  ];
  if (facts.has("data.origin") || facts.has("data.originKnown")) {
    lines.push(`origin: ${data.origin}${data.originContradicted ? ", contradicted" : ""}`);
  }
  if (facts.has("data.mainlandCopy")) lines.push(`mainland copy: ${copyWords[data.mainlandCopy]}`);
  lines.push(...statedLines(facts, question));
  lines.push(`operator status (declared): ${operator.status.join(", ")}`);
  if (facts.has("operator.tier") || facts.has("operator.tierKnown")) lines.push(countLine(operator));
  if (draft.route.kind !== "none") lines.push(routeLine(draft));
  for (const line of question.classEvidence?.() ?? []) lines.push(plain(line, longestValue));
  return lines;
}

export function suppressionLine({ owner, reason, expires }: Suppression): string {
  return `suppressed until ${expires} by ${plain(owner)}: ${plain(reason)}`;
}

/** Settings and declarations beside class and origin, as far as the rule's conditions name them. */
function* statedLines(facts: ReadonlySet<string>, { resource, data }: EdgeInQuestion): Iterable<string> {
  const { encrypted, logKind, logging, retentionDays } = resource.attributes ?? {};
  if (facts.has("data.kinds")) yield `kinds of data (declared): ${(data.kinds ?? []).join(", ") || "none"}`;
  if (facts.has("resource.mlps")) yield `graded-protection level (declared): ${data.mlps || "none"}`;
  if (facts.has("data.secondMainlandRegion")) {
    yield `copy in a second mainland region: ${data.secondMainlandRegion === true ? "seen" : "not observed"}`;
  }
  if (facts.has("resource.encrypted")) yield `encrypted at rest: ${encrypted ?? "not stated"}`;
  if (facts.has("resource.holdsLogs")) yield `kind of logs: ${plain(String(logKind ?? "not stated"))}`;
  if (facts.has("resource.loggingOff")) yield `logging: ${logging === false ? "off" : "not stated as off"}`;
  if (facts.has("resource.retentionDays")) yield `kept for days: ${plain(String(retentionDays ?? "not stated"))}`;
}

const copyWords = { yes: "kept", no: "declared as not kept", unknown: "not observed" };

function countLine({ exported }: Operator): string {
  if (exported === undefined) return "individuals exported since 1 January: not declared";
  const { asOf, personal, sensitivePersonal } = exported;
  return `individuals exported since 1 January (declared, as of ${asOf}): personal ${personal ?? "unknown"}, sensitive-personal ${sensitivePersonal ?? "unknown"}`;
}

function routeLine({ route }: Draft): string {
  if (route.kind === "none") return "";
  return approvalLine(route.approval, route.kind === "exceeded" ? `exceeded (${route.by})` : route.kind);
}

/** An entry of the register, and how it stands to what is judged. */
export function approvalLine(approval: Approval, state?: string): string {
  const { id, ground, mechanism, classes, issued } = approval;
  const last = lastDayOf(approval);
  const period = `from ${issued}${last === undefined ? "" : ` to ${last}`}`;
  const people = approval.people === undefined ? "" : `, ${approval.people} individuals`;
  const standing = state === undefined ? "" : `: ${state}`;
  return `recorded route ${plain(id)}: ${ground ?? mechanism}, ${classes.join(", ")}${people}, ${period}${standing} (declared, not verified)`;
}
