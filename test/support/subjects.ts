import type { StoresInQuestion, StreamedFinding, SubjectsInQuestion } from "../../src/model/index.ts";
import { findings, type Setting, wholeBook } from "./questions.ts";

/** Ten stores with personal information in the mainland part of one provider, unless the sketch says otherwise. */
export function stores(sketch: Partial<StoresInQuestion> = {}): StoresInQuestion {
  return {
    provider: "aws",
    partition: "aws-cn",
    account: "111122223333",
    jurisdiction: "mainland",
    scope: "in",
    classes: [{ class: "personal", confidence: 0.95 }],
    count: 10,
    ...sketch,
  };
}

export interface Estate extends Setting {
  readonly stores?: readonly StoresInQuestion[];
  readonly attestations?: SubjectsInQuestion["attestations"];
  readonly reviewedProviders?: readonly string[];
  readonly edges?: Parameters<typeof findings>[0];
}

const ofSubjects: ReadonlySet<string> = new Set(
  wholeBook.policies.filter(({ policy }) => policy.subject !== undefined).map(({ policy }) => policy.id),
);

/** The findings of rules with a subject. */
export function subjectFindings(estate: Estate = {}): readonly StreamedFinding[] {
  const { stores: rows = [stores()], attestations = [], reviewedProviders = [], edges = [], ...setting } = estate;
  const subjects = { stores: rows, attestations, reviewedProviders };
  return findings(edges, { book: wholeBook, ...setting, subjects }).filter(({ policy }) => ofSubjects.has(policy));
}

/** As `POLICY kind:id verdict severity`, sorted. */
export function subjectOutcomes(estate: Estate = {}): readonly string[] {
  return subjectFindings(estate)
    .map(({ policy, subject, verdict, severity }) => `${policy} ${subject?.kind}:${subject?.id} ${verdict} ${severity}`)
    .sort();
}
