import {
  highestClass,
  type Language,
  type Place,
  type StreamedFinding,
  type Subject,
  type Text,
} from "../model/index.ts";
import { approvalRef } from "./approvals.ts";
import { daysFrom } from "./days.ts";
import { approvalValues, missingIn, numberIn, type Values } from "./describe.ts";
import type { Draft } from "./draft.ts";
import { alternatives, basisOf, statusOf } from "./finding.ts";
import { subjectFingerprint } from "./fingerprint.ts";
import { inEveryLanguage, outcomeSentence, remediationOf } from "./message.ts";
import type { RunContext } from "./options.ts";
import { sentences, subjectWords } from "./phrases.ts";
import { fill, plain } from "./plain-text.ts";
import { subjectEvidence, suppressedBy } from "./subject-evidence.ts";
import type { SubjectInQuestion } from "./subjects.ts";
import { findSuppression } from "./suppress.ts";

export interface SubjectDraft {
  readonly subject: SubjectInQuestion;
  readonly draft: Draft;
}

const nowhere: Place = { region: null, country: null, jurisdiction: "unknown" };

/** The finding about an operator, an account, a platform or a route: it sits on no resource. */
export function subjectFinding({ subject, draft }: SubjectDraft, context: RunContext): StreamedFinding {
  const message = inEveryLanguage((language) =>
    outcomeSentence(draft, language, (side) => sentenceOf(side, subject, context, language)),
  );
  return finish(draft, subject, message, subjectEvidence(draft, subject, context.operator), context);
}

/** One finding about the operator for all accounts or platforms for which a rule cannot be decided. */
export function undecidedFinding(drafts: readonly SubjectDraft[], context: RunContext): StreamedFinding {
  const [first] = drafts;
  if (first === undefined) throw new Error("at least one subject is undecided");
  if (drafts.length === 1) return subjectFinding(first, context);
  const { kind } = first.subject;
  const missing = [...new Set(drafts.flatMap(({ draft }) => draft.missing))].sort();
  const draft = { ...first.draft, missing };
  const message = inEveryLanguage((language) =>
    outcomeSentence(draft, language, (side) =>
      fill(sentences.undecidedSubject[language], {
        subject: fill(subjectWords.several[kind][language], { count: numberIn(drafts.length, "en") }),
        title: side.policy.policy.title[language],
        missing: missingIn(missing, language),
      }),
    ),
  );
  const examples = drafts
    .slice(0, 3)
    .flatMap((one) => subjectEvidence(one.draft, one.subject, context.operator).slice(0, 1));
  const operator: SubjectInQuestion = { ...first.subject, kind: "operator", id: "operator" };
  return finish(draft, operator, message, examples, context);
}

function finish(
  draft: Draft,
  subject: SubjectInQuestion,
  message: Text,
  evidence: readonly string[],
  { asOf, baseline, suppressions, parameterWords }: RunContext,
): StreamedFinding {
  const policy = draft.policy.policy.id;
  const id = subjectFingerprint(policy, subject);
  const suppression = findSuppression(suppressions, policy, subject.id, () => [], asOf, false);
  return {
    id,
    policy,
    severity: draft.severity,
    verdict: suppression === undefined ? draft.verdict : "suppressed",
    resource: null,
    subject: { kind: subject.kind, id: subject.id },
    memberCount: 0,
    edge: null,
    place: nowhere,
    dataClass: highestClass(subject.approval?.classes ?? []),
    missing: [...draft.missing],
    related: [...draft.related],
    approval: subject.approval === undefined ? null : approvalRef(subject.approval),
    ...alternatives(draft),
    status: statusOf(id, baseline),
    message,
    remediation: remediationOf(draft, parameterWords),
    basis: basisOf(draft),
    evidence: [...evidence, ...suppressedBy(suppression)],
  };
}

function sentenceOf(
  draft: Draft,
  subject: SubjectInQuestion,
  { asOf, parameterWords }: RunContext,
  language: Language,
): string {
  const values = valuesOf(draft, subject, asOf, language);
  if (draft.undecided) return fill(sentences.undecidedSubject[language], values);
  return fill(draft.policy.policy.message[language], values, parameterWords[language]);
}

function valuesOf(draft: Draft, subject: SubjectInQuestion, asOf: string, language: Language): Values {
  const { approval, holdings } = subject;
  const attested = subject.attestation(draft.policy)?.date;
  const route = approval === undefined ? {} : approvalValues(approval, language);
  const own: Values = {
    account: plain(subject.account),
    provider: subject.provider,
    partition: subject.partition,
    count: numberIn(countOf(subject.kind, holdings), "en"),
    attested: attested ?? subjectWords.noDate[language],
    title: draft.policy.policy.title[language],
    missing: missingIn(draft.missing, language),
    ...route,
    days: daysLeft(route["last"], asOf),
  };
  return { ...own, subject: fill(subjectWords.one[subject.kind][language], own) };
}

/** `{count}`: accounts of the operator and of a platform, stores of an account. */
function countOf(kind: Subject, holdings: SubjectInQuestion["holdings"]): number {
  if (holdings === undefined) return 0;
  return kind === "account" ? holdings.stores : holdings.accounts.size;
}

/** To the last valid day, or since it. */
function daysLeft(last: string | undefined, asOf: string): string {
  return last === undefined || last === "?" ? "?" : numberIn(Math.abs(daysFrom(asOf, last)), "en");
}
