import { z } from "zod";
import {
  Coverage,
  CoverageGap,
  DataClass,
  DataClassification,
  Document,
  Edge,
  EdgeKind,
  Evidence,
  Finding,
  GapReason,
  InventoryRow,
  Jurisdiction,
  Outcome,
  Place,
  ReportResource,
  RunInfo,
  Severity,
  StoreInspection,
  Summary,
  Text,
  ToolInfo,
  Verdict,
  WhatIf,
  WhatIfFinding,
} from "../../src/model/index.ts";
import { descriptions } from "./schema-descriptions.ts";

interface Note {
  readonly id?: string;
  readonly description?: string;
}

/** Schemas that the document uses by name, so that a reader of the JSON Schema meets each of them once. */
const named = {
  ToolInfo,
  RunInfo,
  Coverage,
  CoverageGap,
  Summary,
  InventoryRow,
  ReportResource,
  Edge,
  Finding,
  DataClassification,
  Place,
  Evidence,
  Outcome,
  Text,
  DataClass,
  EdgeKind,
  GapReason,
  Jurisdiction,
  Severity,
  Verdict,
  WhatIf,
  WhatIfFinding,
  StoreInspection,
} as const;

/**
 * The JSON Schema (2020-12) of `report.json`, made from the zod schema. Open to fields it does not know, since optional
 * fields may be added without a new `schemaVersion`.
 */
export function reportSchema(): Readonly<Record<string, unknown>> {
  const notes = z.registry<Note>();
  for (const [id, schema] of Object.entries(named)) {
    const { self, ...fields } = descriptions[id] ?? {};
    notes.add(schema, { id, ...(self === undefined ? {} : { description: self }) });
    if (schema instanceof z.ZodObject) describeFields(notes, schema, fields);
  }
  describeFields(notes, Document, descriptions["Document"] ?? {});
  const { $schema, ...body } = z.toJSONSchema(Document, { metadata: notes, io: "input", target: "draft-2020-12" });
  return {
    $schema,
    $id: "urn:jingnei:schema:report:1",
    title: "jingnei report",
    description:
      "What a run of jingnei found: which data is stored in, copied to or reachable from outside the mainland, judged with its law and evidence, and what the run could not see. Supports a decision; it is no legal advice and no determination by an authority.",
    ...body,
  };
}

function describeFields(
  notes: z.core.$ZodRegistry<Note>,
  schema: z.ZodObject,
  fields: Readonly<Record<string, string>>,
): void {
  for (const [key, description] of Object.entries(fields)) {
    const field = schema.shape[key];
    if (field === undefined) throw new Error(`described field ${key} is not in the model`);
    // A schema that has a name is described where it is defined.
    if (!notes.has(field)) notes.add(field, { description });
  }
}
