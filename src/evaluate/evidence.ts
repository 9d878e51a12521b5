import { type Approval, type EdgeInQuestion, evidenceLine, type Operator, type Suppression } from "../model/index.ts";
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
    evidenceLine("place", {
      region: region === null ? "not stated" : plain(region),
      country: country ?? "country unknown",
      jurisdiction,
    }),
    evidenceLine("classes", { classes: classes.length === 0 ? "none known" : classes.join(", ") }),
  ];
  if (facts.has("data.origin") || facts.has("data.originKnown")) {
    const contradicted = data.originContradicted ? "contradicted" : undefined;
    lines.push(evidenceLine("origin", { origin: data.origin, contradicted }));
  }
  if (facts.has("data.mainlandCopy")) lines.push(evidenceLine("mainlandCopy", { copy: copyWords[data.mainlandCopy] }));
  lines.push(...statedLines(facts, question));
  lines.push(statusLine(operator));
  if (facts.has("operator.tier") || facts.has("operator.tierKnown")) lines.push(countLine(operator));
  if (draft.route.kind !== "none") lines.push(routeLine(draft));
  for (const line of question.classEvidence?.() ?? []) lines.push(plain(line, longestValue));
  return lines;
}

export function suppressionLine({ owner, reason, expires }: Suppression): string {
  return evidenceLine("suppressed", { date: expires, owner: plain(owner), reason: plain(reason) });
}

export function statusLine({ status }: Operator): string {
  return evidenceLine("status", { statuses: status.join(", ") });
}

/** Settings and declarations beside class and origin, as far as the rule's conditions name them. */
function* statedLines(facts: ReadonlySet<string>, { resource, data }: EdgeInQuestion): Iterable<string> {
  const { encrypted, holdsLogs, logKind, logging, retentionDays } = resource.attributes ?? {};
  if (facts.has("data.kinds")) yield evidenceLine("kinds", { kinds: (data.kinds ?? []).join(", ") || "none" });
  if (facts.has("resource.mlps")) yield evidenceLine("mlps", { level: String(data.mlps || "none") });
  if (facts.has("data.secondMainlandRegion")) {
    yield evidenceLine("secondRegion", { seen: data.secondMainlandRegion === true ? "seen" : "not observed" });
  }
  if (facts.has("resource.encrypted")) yield evidenceLine("encrypted", { setting: String(encrypted ?? "not stated") });
  const isLog = holdsLogs === true || logKind !== undefined;
  if (facts.has("resource.holdsLogs") && isLog) {
    yield evidenceLine("logKind", { logs: plain(String(logKind ?? "not stated")) });
  }
  if (facts.has("resource.loggingOff")) {
    yield evidenceLine("logging", { switch: logging === false ? "off" : "not stated as off" });
  }
  if (facts.has("resource.retentionDays")) {
    yield evidenceLine("retention", { days: plain(String(retentionDays ?? "not stated")) });
  }
}

const copyWords = { yes: "kept", no: "declared as not kept", unknown: "not observed" };

function countLine({ exported }: Operator): string {
  if (exported === undefined) return evidenceLine("noCounts", {});
  const { asOf, personal, sensitivePersonal } = exported;
  return evidenceLine("counts", {
    date: asOf,
    personal: String(personal ?? "unknown"),
    sensitive: String(sensitivePersonal ?? "unknown"),
  });
}

function routeLine({ route }: Draft): string {
  if (route.kind === "none") return "";
  return approvalLine(route.approval, route.kind === "exceeded" ? `exceeded (${route.by})` : route.kind);
}

/** An entry of the register, and how it stands to what is judged. */
export function approvalLine(approval: Approval, state?: string): string {
  const { id, ground, mechanism, classes, issued, people } = approval;
  return evidenceLine("route", {
    id: plain(id),
    ground: ground ?? mechanism,
    classes: classes.join(", "),
    people: people === undefined ? undefined : String(people),
    issued,
    last: lastDayOf(approval),
    state,
  });
}
