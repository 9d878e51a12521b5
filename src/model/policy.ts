import { z } from "zod";
import { Ground, Mechanism } from "./approval.ts";
import { Severity } from "./severity.ts";
import { Text } from "./text.ts";

export const packs = [
  "localization",
  "transfer",
  "retention",
  "resilience",
  "protection",
  "sector",
  "attestation",
] as const;
export const Pack = z.enum(packs);
export type Pack = z.infer<typeof Pack>;

/** A path into `factTypes`, such as `data.origin`. */
const FactPath = z.string().regex(/^(operator|resource|edge|place|data|parameters)\.\w+$/);

export const BasisRef = z.strictObject({
  /** Key in instruments.yaml. */
  instrument: z.string().min(1),
  /** As the instrument numbers it today. */
  article: z.string().min(1),
});

export const PolicyCase = z.strictObject({
  name: z.string().min(1),
  /** Facts by path, such as `data.origin: mainland`; a path left out is unknown. */
  given: z.record(FactPath, z.unknown()),
  expect: z.enum(["fires", "passes", "unknown"]),
  /** For `fires`: the severity after `adjust`, where the case is about that. */
  severity: Severity.optional(),
});
export type PolicyCase = z.infer<typeof PolicyCase>;

/** One rule. Data, not code: a YAML file each. */
export const Policy = z.strictObject({
  id: z.string().regex(/^[A-Z][A-Z0-9]*(?:[.-][A-Z0-9]+)*$/),
  aliases: z.array(z.string()).default([]),
  pack: Pack,
  /** Of one family only the highest rank that fires on an edge is the finding; the others stand in its `related`. */
  family: z.string().regex(/^[a-z-]+$/),
  rank: z.number().int(),
  /** CEL over `{resource, edge, place, data, operator, parameters}`: true = the rule fires. */
  when: z.string().min(1),
  /** The facts that `when` rests on and that can be unknown. */
  needs: z.array(FactPath).default([]),
  /**
   * Facts whose absence this rule reports. When it fires, no other rule reports the same edge for want of these facts:
   * the first run names one missing fact once.
   */
  owns: z.array(FactPath).default([]),
  verdict: z.enum(["not-met", "review", "permitted"]).default("not-met"),
  severity: Severity,
  /** First `when` that holds replaces the severity. */
  adjust: z.array(z.strictObject({ when: z.string().min(1), severity: Severity })).default([]),
  /** Mechanisms that make it `accepted` when recorded, in scope and in time (free-trade-zone lists: `permitted`). */
  routes: z.array(Mechanism).default([]),
  /** Grounds of a recorded exemption that make it `permitted`. */
  exemptions: z.array(Ground).default([]),
  /** Mechanisms and grounds whose use here the texts neither grant nor exclude: `review` instead of `not-met`. */
  arguable: z.array(z.union([Mechanism, Ground])).default([]),
  /** Fold findings on resources of undecided scope into one per account. */
  fold: z.literal("account").optional(),
  title: Text,
  message: Text,
  remediation: Text,
  basis: z.array(BasisRef),
  /** Day on which a person read both languages against the source. */
  reviewed: z.iso.date(),
  cases: z.array(PolicyCase).min(1),
});
export type Policy = z.infer<typeof Policy>;

export const sourceConfidence = ["A", "B", "C"] as const;

export const Article = z.strictObject({
  title: Text,
  /** Content in own words, never a quotation. */
  summary: Text.optional(),
  /** Numbers this content had before, such as `CSL2017-37`. */
  aliases: z.array(z.string()).default([]),
  confidence: z.enum(sourceConfidence).optional(),
});

export const Instrument = z.strictObject({
  name: Text,
  kind: z.enum(["law", "regulation", "rule", "standard", "guide"]),
  /** First day in force; `null` where it has none (a guide). */
  inForce: z.iso.date().nullable(),
  superseded: z.iso.date().optional(),
  status: z.enum(["in-force", "superseded", "draft", "recommended"]),
  source: z.string().min(1),
  /** A = wording read (原文), B = secondary source (二手), C = to verify (待核实). */
  confidence: z.enum(sourceConfidence),
  articles: z.record(z.string(), Article),
});
export type Instrument = z.infer<typeof Instrument>;
export const Instruments = z.record(z.string(), Instrument);
export type Instruments = z.infer<typeof Instruments>;
