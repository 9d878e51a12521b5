import { z } from "zod";
import type { ContentEvidence, ImportedResult, ResultImport } from "../../../src/model/index.ts";
import { evidenceOfKind } from "../../evidence-of-kind.ts";
import { itemsIn } from "../../import-items.ts";

const Detections = z.looseObject({
  detections: z.array(
    z.looseObject({ type: z.string().optional(), name: z.string().optional(), count: z.number().int().default(1) }),
  ),
});

/** A sensitive data finding of Amazon Macie (GetFindings, EventBridge, the export to a bucket; API reference, read 2026-11-22). */
const Finding = z.looseObject({
  category: z.string().optional(),
  archived: z.boolean().optional(),
  resourcesAffected: z.looseObject({ s3Bucket: z.looseObject({ arn: z.string() }) }),
  classificationDetails: z
    .looseObject({
      result: z.looseObject({
        sensitiveData: z.array(Detections.extend({ category: z.string() })).default([]),
        customDataIdentifiers: Detections.optional(),
      }),
    })
    .nullish(),
});
type Finding = z.infer<typeof Finding>;

/** Categories of Macie that a kind without a name of ours still belongs to. */
const ofCategory: Readonly<Record<string, ContentEvidence>> = {
  PERSONAL_INFORMATION: "cn-name",
  FINANCIAL_INFORMATION: "financial-term",
  CREDENTIALS: "credential",
};

/** Results of Amazon Macie: `aws macie2 get-findings`, events of EventBridge, or the exported lines. */
export const macieImport: ResultImport = {
  format: "macie",
  *read(document) {
    for (const finding of itemsIn(withoutEvent(document), { list: "findings", item: Finding }, mistake)) {
      if (finding.archived === true || finding.classificationDetails == null) continue;
      yield resultOf(finding, finding.classificationDetails.result);
    }
  },
};

const mistake = {
  message: "this is no finding of Amazon Macie (resourcesAffected.s3Bucket.arn is missing)",
  remedy: "Save the answer of `aws macie2 get-findings`, or the findings that Macie exports.",
};

/** EventBridge wraps each finding in an event. */
function withoutEvent(document: unknown): unknown {
  return z.looseObject({ detail: z.looseObject({}) }).safeParse(document).data?.detail ?? document;
}

function resultOf(
  { resourcesAffected }: Finding,
  result: NonNullable<Finding["classificationDetails"]>["result"],
): ImportedResult {
  const evidence = new Map<ContentEvidence, number>();
  const words = new Set<string>();
  const add = (word: string, one: ContentEvidence | undefined, count: number): void => {
    words.add(word);
    if (one !== undefined) evidence.set(one, (evidence.get(one) ?? 0) + count);
  };
  for (const { category, detections } of result.sensitiveData) {
    for (const { type = category, count } of detections) add(type, evidenceOfKind(type) ?? ofCategory[category], count);
  }
  for (const { name = "custom", count } of result.customDataIdentifiers?.detections ?? []) {
    add(name, evidenceOfKind(name), count);
  }
  return {
    subject: { id: resourcesAffected.s3Bucket.arn },
    evidence,
    classes: [],
    words: [...words].sort(),
    certain: true,
  };
}
