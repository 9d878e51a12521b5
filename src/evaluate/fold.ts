import {
  type EdgeInQuestion,
  evidenceLine,
  highestClass,
  type Judgement,
  type StreamedFinding,
  type Suppression,
  severities,
  worst,
} from "../model/index.ts";
import type { Draft } from "./draft.ts";
import { suppressionLine } from "./evidence.ts";
import { alternatives, basisOf, dataClassOf, statusOf } from "./finding.ts";
import { accountFingerprint } from "./fingerprint.ts";
import { accountMessageOf, remediationOf } from "./message.ts";
import type { RunContext } from "./options.ts";
import { plain } from "./plain-text.ts";

/** Members named in the evidence; all of them are streamed as members. */
const examples = 3;
/** Types named in the evidence, those with most members. */
const mostTypes = 8;

interface Fold {
  readonly account: string;
  draft: Draft;
  finding: StreamedFinding;
  count: number;
  /** How many of each type. */
  readonly types: Map<string, number>;
  /** What came last. */
  readonly last: { resource: string; draft: Draft };
}

/** Folds the findings of an account that want the same fact into one. Keeps one object per account and rule. */
export interface Folder {
  /** The resource as a member of its account's finding; nothing for another edge of the same resource. */
  add(draft: Draft, question: EdgeInQuestion, suppression: Suppression | undefined): Judgement | undefined;
  /** The findings, once all members are in; by id. */
  finish(): Iterable<Judgement>;
}

/** Whether a draft is reported once per account: it waits for a word about the account or the operator, not about this resource. */
export function isFolded({ policy, undecided, missing }: Draft, { resource }: EdgeInQuestion): boolean {
  if (policy.policy.fold === "account-always") return true;
  if (undecided && missing.some(isOfOperator) && missing.every(canBeSaidAtOnce)) return true;
  return resource.scope === "unknown" && (undecided || policy.policy.fold === "account");
}

function isOfOperator(fact: string): boolean {
  return fact.startsWith("operator.") && fact !== "operator.status";
}

function canBeSaidAtOnce(fact: string): boolean {
  return fact.startsWith("operator.") || fact === "data.mainlandCopy";
}

export function createFolder(options: RunContext): Folder {
  const folds = new Map<string, Fold>();
  return {
    add(draft, question, suppression) {
      const { resource } = question;
      const variant = `${suppression === undefined ? "" : "suppressed"} ${draft.undecided ? draft.missing.join(" ") : ""}`;
      const id = accountFingerprint(draft.policy.policy.id, resource, variant.trim());
      const fold = folds.get(id);
      // Edges of one resource come one after the other.
      if (fold === undefined) {
        const started = start(id, draft, question, options, suppression);
        folds.set(id, started);
        return { kind: "member", finding: started.finding, resource: resource.id };
      }
      join(fold, draft, question);
      if (fold.last.resource === resource.id) return undefined;
      fold.last.resource = resource.id;
      fold.count++;
      fold.types.set(resource.type, (fold.types.get(resource.type) ?? 0) + 1);
      return { kind: "member", finding: fold.finding, resource: resource.id };
    },
    *finish() {
      const ids = [...folds.keys()].sort();
      for (const id of ids) {
        const fold = folds.get(id);
        if (fold !== undefined) yield { kind: "finding", finding: finished(fold, options) };
      }
    },
  };
}

function start(
  id: string,
  draft: Draft,
  question: EdgeInQuestion,
  { baseline, parameterWords }: RunContext,
  suppression: Suppression | undefined,
): Fold {
  const { account, provider, partition, declared } = question.resource;
  const finding: StreamedFinding = {
    id,
    policy: draft.policy.policy.id,
    severity: draft.severity,
    verdict: suppression === undefined ? draft.verdict : "suppressed",
    resource: null,
    subject: { kind: "account", id: account },
    memberCount: 1,
    edge: null,
    place: question.edge.place,
    dataClass: dataClassOf(draft, question),
    missing: [...draft.missing],
    related: [...draft.related],
    approval: null,
    ...alternatives(draft),
    status: statusOf(id, baseline),
    // The first of its members: a reader of a pull request sees nothing that stands nowhere.
    ...(declared === undefined ? {} : { location: { ...declared } }),
    message: accountMessageOf(draft, account, 1, parameterWords),
    remediation: remediationOf(draft, parameterWords),
    basis: basisOf(draft),
    evidence: [
      evidenceLine("account", { account: `${provider} ${partition} ${plain(account)}` }),
      exampleLine(question),
      ...(suppression === undefined ? [] : [suppressionLine(suppression)]),
    ],
  };
  const types = new Map([[question.resource.type, 1]]);
  return { account, draft, finding, count: 1, types, last: { resource: question.resource.id, draft } };
}

function join(fold: Fold, draft: Draft, question: EdgeInQuestion): void {
  const { finding } = fold;
  const isWorse = severities.indexOf(draft.severity) < severities.indexOf(finding.severity);
  if (isWorse) fold.draft = draft;
  const dataClass = highestClass([finding.dataClass, dataClassOf(draft, question)]);
  const place = samePlace(finding.place, question.edge.place);
  const evidence = withExample(finding.evidence, question);
  const isSame =
    draft === fold.last.draft &&
    dataClass === finding.dataClass &&
    place === finding.place &&
    evidence === finding.evidence;
  // A million members of one account are told apart by their ids only.
  if (isSame) return;
  fold.last.draft = draft;
  fold.finding = {
    ...finding,
    severity: worst(finding.severity, draft.severity),
    dataClass,
    place,
    missing: [...new Set([...finding.missing, ...draft.missing])].sort(),
    related: [...new Set([...finding.related, ...draft.related])].sort(),
    ...(isWorse ? alternatives(draft) : {}),
    evidence,
  };
}

function withExample(evidence: StreamedFinding["evidence"], question: EdgeInQuestion): StreamedFinding["evidence"] {
  if (evidence.length > examples) return evidence;
  const line = exampleLine(question);
  return evidence.includes(line) ? evidence : [...evidence, line];
}

function finished({ finding, draft, count, types, account }: Fold, { parameterWords }: RunContext): StreamedFinding {
  return {
    ...finding,
    memberCount: count,
    evidence: [...finding.evidence.slice(0, 1), typesLine(types), ...finding.evidence.slice(1)],
    message: accountMessageOf({ ...draft, missing: finding.missing }, account, count, parameterWords),
  };
}

/** So that a reader sees at once whether it is about databases or about queues. */
function typesLine(types: ReadonlyMap<string, number>): string {
  const most = [...types].sort(([a, some], [b, others]) => others - some || (a < b ? -1 : 1));
  const named = most.slice(0, mostTypes).map(([type, count]) => `${type} (${count})`);
  return evidenceLine("types", { types: [...named, ...(most.length > mostTypes ? ["…"] : [])].join(", ") });
}

function exampleLine({ resource, edge }: EdgeInQuestion): string {
  const { source, field, value } = edge.evidence;
  return `${plain(resource.id)}: ${plain(source)}: ${plain(field)} = ${plain(value)}`;
}

/** The members' place, as far as they share one. */
function samePlace(a: StreamedFinding["place"], b: StreamedFinding["place"]): StreamedFinding["place"] {
  if (a.region === b.region && a.country === b.country && a.jurisdiction === b.jurisdiction) return a;
  const region = a.region === b.region ? a.region : null;
  const country = a.country === b.country ? a.country : null;
  return { region, country, jurisdiction: a.jurisdiction === b.jurisdiction ? a.jurisdiction : "unknown" };
}
