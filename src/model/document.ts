import { z } from "zod";
import { DataClassification } from "./data-class.ts";
import { Edge } from "./edge.ts";
import { Finding } from "./finding.ts";
import { GapReason } from "./gap.ts";
import { StoreInspection } from "./inspection.ts";
import { operatorStatuses } from "./operator.ts";
import { Jurisdiction, Place } from "./place.ts";
import { roles } from "./record.ts";
import { Severity, Verdict } from "./severity.ts";
import { Text } from "./text.ts";
import { WhatIf } from "./what-if.ts";

/** `report.json`. Optional fields may be added; a changed or removed one bumps `schemaVersion`. */
export const schemaVersion = 1;

export const ToolInfo = z.object({
  name: z.literal("jingnei"),
  version: z.string(),
  /** Digest of the policies that judged this run. */
  policies: z.string(),
  /** Newest date of the region tables. */
  regions: z.string(),
  disclaimer: Text,
});
export type ToolInfo = z.infer<typeof ToolInfo>;

export const RunInfo = z.object({
  id: z.string(),
  mode: z.enum(["scan", "check", "demo"]),
  startedAt: z.string(),
  finishedAt: z.string(),
  interrupted: z.boolean().optional(),
  /** Day whose law and approvals were applied, Asia/Shanghai. */
  asOf: z.string(),
  operator: z.object({
    status: z.array(z.enum(operatorStatuses)),
    sectors: z.array(z.string()),
    handled: z.number().optional(),
    exported: z
      .object({ asOf: z.string(), personal: z.number().optional(), sensitivePersonal: z.number().optional() })
      .optional(),
  }),
});
export type RunInfo = z.infer<typeof RunInfo>;

export const CoverageGap = z.object({
  provider: z.string(),
  partition: z.string(),
  account: z.string(),
  region: z.string().nullable(),
  type: z.string(),
  operation: z.string(),
  reason: GapReason,
  detail: z.string(),
  /** Calls that went unanswered for this reason. */
  count: z.number().int(),
  firstResource: z.string().nullable(),
});
export type CoverageGap = z.infer<typeof CoverageGap>;

const RegionOfAccount = z.object({
  provider: z.string(),
  partition: z.string(),
  account: z.string(),
  region: z.string(),
});

export const Coverage = z.object({
  complete: z.boolean(),
  /** Distinct provider × partition × account × region × type × operation. */
  asked: z.number().int(),
  answered: z.number().int(),
  gaps: z.array(CoverageGap),
  notEnabled: z.array(RegionOfAccount),
  /** What the user left out with --only, --skip or `regions:`. */
  excluded: z.array(z.string()),
  endpoints: z.array(z.string()),
  /** Regions that a live list has and the table has not, or the other way round. */
  regionDifferences: z.array(
    z.object({
      provider: z.string(),
      partition: z.string(),
      region: z.string(),
      difference: z.enum(["not-in-table", "not-live"]),
    }),
  ),
  /** By provider, services that may hold data and that this version asks nothing. Missing in reports of older versions. */
  unread: z.array(z.object({ provider: z.string(), services: z.array(z.string()) })).optional(),
});
export type Coverage = z.infer<typeof Coverage>;

export const ReportResource = z.object({
  id: z.string(),
  type: z.string(),
  role: z.enum(roles),
  name: z.string(),
  provider: z.string(),
  partition: z.string(),
  account: z.string(),
  /** Empty where the answer was "none"; `null` where it was not given. */
  tags: z.record(z.string(), z.string()).nullable(),
  place: Place,
  dataClass: DataClassification,
  /** Whether the duties reach this store: `in`, `out` or `unknown`. */
  scope: z.enum(["in", "out", "unknown"]),
  attributes: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])),
});
export type ReportResource = z.infer<typeof ReportResource>;

export const InventoryRow = z.object({
  provider: z.string(),
  partition: z.string(),
  account: z.string(),
  jurisdiction: Jurisdiction,
  count: z.number().int(),
});
export type InventoryRow = z.infer<typeof InventoryRow>;

export const Summary = z.object({
  resources: z.number().int(),
  edges: z.number().int(),
  findings: z.array(z.object({ verdict: Verdict, severity: Severity, count: z.number().int() })),
  /** Stores and copies by class and jurisdiction. */
  matrix: z.array(z.object({ class: z.string(), jurisdiction: z.string(), count: z.number().int() })),
  /** Flows by kind and jurisdictions, data class of the source. */
  flows: z.array(
    z.object({ kind: z.string(), from: z.string(), to: z.string(), class: z.string(), count: z.number().int() }),
  ),
  /** Resources by account and jurisdiction. Missing in reports that were written before it was counted. */
  inventory: z.array(InventoryRow).optional(),
});
export type Summary = z.infer<typeof Summary>;
/** As reporters read it, whatever the age of the report. */
export type CountedSummary = Summary & { readonly inventory: InventoryRow[] };

export const Document = z.object({
  schemaVersion: z.literal(schemaVersion),
  tool: ToolInfo,
  run: RunInfo,
  coverage: Coverage,
  summary: Summary,
  resources: z.array(ReportResource),
  edges: z.array(Edge),
  findings: z.array(Finding),
  /** With `--what-if` only. */
  whatIf: WhatIf.optional(),
  /** With `--inspect` only: by resource. */
  inspections: z.array(StoreInspection).optional(),
});
export type Document = z.infer<typeof Document>;
