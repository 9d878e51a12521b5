import { awsTemplates } from "../../providers/aws/planned/index.ts";
import type { CollectSink, Gap, PlannedResource, ResourceRecord } from "../../src/model/index.ts";
import { recordTemplates } from "../../src/plan/records.ts";

/** What a change of these resources becomes. */
export function recordsOf(...resources: readonly PlannedResource[]): {
  readonly records: ReadonlyMap<string, ResourceRecord>;
  readonly gaps: readonly Gap[];
} {
  const records = new Map<string, ResourceRecord>();
  const gaps: Gap[] = [];
  const sink: CollectSink = {
    begin: () => undefined,
    isDone: () => false,
    asked: () => undefined,
    end: () => undefined,
    record: (_task, record) => void records.set(record.id, record),
    gap: (gap) => void gaps.push(gap),
  };
  const template = { resources, gaps: [] };
  recordTemplates([{ file: "plan.json", format: "terraform-plan", template }], [awsTemplates], sink, {
    hasEstate: false,
  });
  return { records, gaps };
}
