import { evidenceLine, type Operator, type Suppression } from "../model/index.ts";
import type { Draft } from "./draft.ts";
import { approvalLine, statusLine, suppressionLine } from "./evidence.ts";
import { plain } from "./plain-text.ts";
import type { SubjectInQuestion } from "./subjects.ts";

/** What a finding about a subject rests on: what was declared, and what was counted. */
export function subjectEvidence({ policy }: Draft, subject: SubjectInQuestion, operator: Operator): readonly string[] {
  const { approval, holdings } = subject;
  if (approval !== undefined) {
    const { reference, pipia } = approval;
    return [
      approvalLine(approval),
      evidenceLine("reference", { reference: reference === undefined ? noneRecorded : plain(reference) }),
      evidenceLine("pipia", { record: pipia === undefined ? noneRecorded : `${plain(pipia.id)}, ${pipia.date}` }),
    ];
  }
  const lines = [...(holdings === undefined ? [] : [holdingsLine(subject, holdings)]), statusLine(operator)];
  const wanted = policy.policy.attestation;
  if (wanted === undefined) return lines;
  const newest = subject.attestation(policy);
  const record = newest?.reference === undefined ? newest?.date : `${newest.date}, ${plain(newest.reference)}`;
  const verified = newest === undefined ? undefined : "not verified";
  return [...lines, evidenceLine("attestation", { id: wanted, record: record ?? noneRecorded, verified })];
}

const noneRecorded = "none recorded";

export function suppressedBy(suppression: Suppression | undefined): readonly string[] {
  return suppression === undefined ? [] : [suppressionLine(suppression)];
}

function holdingsLine(
  { kind, id }: SubjectInQuestion,
  { accounts, stores, mainlandStores, outsideStores, held }: NonNullable<SubjectInQuestion["holdings"]>,
): string {
  const isEstate = kind === "operator";
  const found = [...held].map(([fact, known]) => (known === "yes" ? fact : `${fact} not decided`)).sort();
  return evidenceLine("holdings", {
    subject: isEstate ? "estate" : kind,
    id: isEstate ? undefined : plain(id),
    accounts: String(accounts.size),
    stores: String(stores),
    inside: String(mainlandStores),
    outside: String(outsideStores),
    held: found.length === 0 ? "none of the classes asked for" : found.join(", "),
  });
}
