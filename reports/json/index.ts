import { z } from "zod";
import {
  Coverage,
  Edge,
  Finding,
  type Reporter,
  ReportResource,
  type ReportSource,
  RunInfo,
  StoreInspection,
  type StreamedFinding,
  Summary,
  schemaVersion,
  ToolInfo,
  WhatIf,
} from "../../src/model/index.ts";
import { batch } from "../batch.ts";
import { objectWriter, type WriteValue, writerOf } from "./write-value.ts";

/** `report.json`: keys in the contract's order, one resource, edge or finding to a line, so that line tools and diffs work. */
export const jsonReporter: Reporter = {
  id: "json",
  mediaType: "application/json",
  extension: "json",
  render: (source) => batch(documentLines(source)),
};

function* documentLines(source: ReportSource): Generator<string> {
  yield `{\n"schemaVersion": ${schemaVersion},\n`;
  yield `"tool": ${writerOf(ToolInfo)(source.tool)},\n`;
  yield `"run": ${writerOf(RunInfo)(source.run)},\n`;
  yield '"coverage": ';
  yield* fieldLines(Coverage, source.coverage);
  yield ',\n"summary": ';
  yield* fieldLines(Summary, source.summary);
  yield ',\n"resources": ';
  yield* items(source.resources(), writerOf(ReportResource));
  yield ',\n"edges": ';
  yield* items(source.edges(), writerOf(Edge));
  yield ',\n"findings": ';
  yield* findingLines(source);
  if (source.whatIf !== undefined) {
    yield ',\n"whatIf": ';
    yield* fieldLines(WhatIf, source.whatIf);
  }
  if (source.inspections !== undefined) {
    yield ',\n"inspections": ';
    yield* items(source.inspections, writerOf(StoreInspection));
  }
  yield "\n}\n";
}

/** An object with a field to a line, and an item to a line where a field is a list. */
function* fieldLines(schema: z.ZodObject, value: Readonly<Record<string, unknown>>): Generator<string> {
  let separator = "{\n";
  for (const [key, field] of Object.entries(schema.shape)) {
    const held = value[key];
    if (held === undefined) continue;
    yield `${separator}"${key}": `;
    separator = ",\n";
    const list = field instanceof z.ZodOptional ? field.unwrap() : field;
    if (list instanceof z.ZodArray && Array.isArray(held)) yield* items(held, writerOf(list.element));
    else yield writerOf(field)(held) ?? "null";
  }
  yield "\n}";
}

function* items(values: Iterable<unknown>, write: WriteValue): Generator<string> {
  let separator = "[\n";
  for (const value of values) {
    yield `${separator}${write(value)}`;
    separator = ",\n";
  }
  yield separator === "[\n" ? "[]" : "\n]";
}

/** What findings of one rule say alike, and most of their text. */
const sharedFields = ["remediation", "basis"];

function* findingLines(source: ReportSource): Generator<string> {
  const fields = Object.entries(Finding.shape);
  const place = fields.findIndex(([key]) => key === "members");
  const before = objectWriter(Object.fromEntries(fields.slice(0, place)), sharedFields);
  const after = objectWriter(Object.fromEntries(fields.slice(place + 1)), sharedFields);
  let separator = "[\n";
  for (const finding of source.findings()) {
    yield `${separator}${before(finding).slice(0, -1)},"members":[`;
    yield* members(source, finding);
    yield `],${after(finding).slice(1)}`;
    separator = ",\n";
  }
  yield separator === "[\n" ? "[]" : "\n]";
}

/** Folded resources can be a million: they stream between the fields that stand before and after them. */
function* members(source: ReportSource, finding: StreamedFinding): Generator<string> {
  if (finding.memberCount === 0) return;
  const write = writerOf(z.string());
  let separator = "";
  for (const member of source.members(finding.id)) {
    yield `${separator}${write(member)}`;
    separator = ",";
  }
}
