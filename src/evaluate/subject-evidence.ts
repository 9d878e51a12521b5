import type { Operator, Suppression } from "../model/index.ts";
import type { Draft } from "./draft.ts";
import { approvalLine, suppressionLine } from "./evidence.ts";
import { plain } from "./plain-text.ts";
import type { SubjectInQuestion } from "./subjects.ts";

/** What a finding about a subject rests on: what was declared, and what was counted. */
export function subjectEvidence({ policy }: Draft, subject: SubjectInQuestion, operator: Operator): readonly string[] {
  const { approval, holdings, kind, id } = subject;
  if (approval !== undefined) {
    const { reference, pipia } = approval;
    return [
      approvalLine(approval),
      `reference: ${reference === undefined ? "none recorded" : plain(reference)}`,
      `impact assessment: ${pipia === undefined ? "none recorded" : `${plain(pipia.id)}, ${pipia.date}`}`,
    ];
  }
  const lines = [
    ...(holdings === undefined
      ? []
      : [`${kind === "operator" ? "estate" : `${kind} ${plain(id)}`}: ${countsOf(holdings)}`]),
    `operator status (declared): ${operator.status.join(", ")}`,
  ];
  const wanted = policy.policy.attestation;
  if (wanted === undefined) return lines;
  const newest = subject.attestation(policy);
  const said =
    newest === undefined
      ? "none recorded"
      : `${newest.date}${newest.reference === undefined ? "" : `, ${plain(newest.reference)}`} (declared, not verified)`;
  return [...lines, `attestation ${wanted}: ${said}`];
}

export function suppressedBy(suppression: Suppression | undefined): readonly string[] {
  return suppression === undefined ? [] : [suppressionLine(suppression)];
}

function countsOf({
  accounts,
  stores,
  mainlandStores,
  outsideStores,
  held,
}: NonNullable<SubjectInQuestion["holdings"]>): string {
  const found = [...held].map(([fact, known]) => (known === "yes" ? fact : `${fact} not decided`)).sort();
  const data = found.length === 0 ? "none of the classes asked for" : found.join(", ");
  return `${accounts.size} accounts, ${stores} data stores and copies, ${mainlandStores} in the mainland, ${outsideStores} outside; holds: ${data}`;
}
