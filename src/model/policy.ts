import { z } from "zod";
import { Ground, Mechanism } from "./approval.ts";
import { Severity } from "./severity.ts";
import { Subject } from "./subject-facts.ts";
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

/** A path into `factTypes` or `subjectFactTypes`, such as `data.origin`. */
const FactPath = z
  .string()
  .regex(/^(operator|resource|edge|place|data|parameters|estate|account|platform|attestation|approval)\.\w+$/);

export const BasisRef = z.strictObject({
  /** Key in instruments.yaml. */
  instrument: z.string().min(1),
  /** As the instrument numbers it today; for an earlier day the number of that day is shown. */
  article: z.string().min(1),
  /** The text that the number is meant in, such as `CSL2026`; asked for where the bare number is often taken for an earlier one. */
  edition: z.string().optional(),
  /** Cited only where this condition holds, such as a duty of one kind of operator. */
  when: z.string().min(1).optional(),
});
export type BasisRef = z.infer<typeof BasisRef>;

/** What `{…}` in a policy's texts may name, besides `{parameters.NAME}`. */
export const messagePlaceholders = [
  /** The whole sentence of the edge: what data is stored in, copied to or reachable from where. */
  "flow",
  "resource",
  "account",
  "provider",
  "place",
  "kind",
  "to",
  "class",
  /** Number of resources folded into the finding. */
  "count",
  "missing",
  "approval",
] as const;

/** What `{…}` may name in the texts of a rule with a `subject`, besides `{parameters.NAME}`. */
export const subjectPlaceholders = {
  operator: ["count", "missing", "attested"],
  account: ["account", "provider", "partition", "count", "missing", "attested"],
  platform: ["provider", "partition", "count", "missing", "attested"],
  route: ["approval", "mechanism", "covered", "issued", "last", "days", "missing"],
} as const satisfies Readonly<Record<Subject, readonly string[]>>;

export type MessagePlaceholder = (typeof messagePlaceholders)[number];

export const PolicyCase = z.strictObject({
  name: z.string().min(1),
  /** Facts by path, such as `data.origin: mainland`; a path left out or null is unknown. */
  given: z.record(FactPath, z.unknown()),
  expect: z.enum(["fires", "passes", "unknown"]),
  /** For `fires`: the severity after `adjust`, where the case is about that. */
  severity: Severity.optional(),
  /** For `fires`: the verdict after `adjust`, before any recorded route. */
  verdict: z.enum(["not-met", "review", "permitted"]).optional(),
  /** For `fires`: what `acceptedWhen` says. */
  routesCount: z.enum(["yes", "no", "unknown"]).optional(),
  /** For `fires`: of the citations with a `when`, exactly those that hold, as `CSL 39`. */
  cites: z.array(z.string()).optional(),
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
  /**
   * What the rule is asked about; left out = each edge. A rule with a subject sees `operator.*`, `parameters.*` and the subject's
   * own facts (`subjectFactTypes`), and takes no `routes`, `exemptions`, `arguable`, `acceptedWhen`, `trigger`, `fold` or `owns`.
   */
  subject: Subject.optional(),
  /** For a subject other than a route: the id under `attestations` in jingnei.yaml that `attestation.*` speaks of. */
  attestation: z
    .string()
    .regex(/^[a-z][a-z0-9-]*$/)
    .optional(),
  /** Days on which the rule holds, both included; left out = as far as its citations reach. */
  inForce: z.strictObject({ from: z.iso.date().optional(), to: z.iso.date().optional() }).optional(),
  /** Where it fires, nothing else is said of the edge: the work stops there, and no other message names the resource. */
  stops: z.literal(true).optional(),
  /** `any`: asked of resources out of scope too (declared as collected elsewhere, nothing of the mainland in them). */
  scope: z.literal("any").optional(),
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
  /** First `when` that holds replaces the severity, and the verdict where one is given. */
  adjust: z
    .array(
      z.strictObject({
        when: z.string().min(1),
        severity: Severity,
        verdict: z.enum(["not-met", "review", "permitted"]).optional(),
      }),
    )
    .default([]),
  /**
   * Facts whose want alone does not keep this rule from firing: for a duty of two limbs, of which one or the other is not met
   * whatever the fact turns out to be.
   */
  firesWithout: z.array(FactPath).default([]),
  /** Mechanisms that make it `accepted` when recorded, in scope and in time (free-trade-zone lists: `permitted`). */
  routes: z.array(Mechanism).default([]),
  /** Grounds of a recorded exemption that make it `permitted`. */
  exemptions: z.array(Ground).default([]),
  /** Mechanisms and grounds whose use here the texts neither grant nor exclude: `review` instead of `not-met`. */
  arguable: z.array(z.union([Mechanism, Ground])).default([]),
  /** A recorded route or exemption counts only where this holds; where it is unknown the outcome is `review`. */
  acceptedWhen: z.string().min(1).optional(),
  /**
   * `approval-scope`: fires, where `when` holds, in place of a not-met finding whose flow a recorded approval names without
   * covering it. Without a trigger a rule fires by `when` alone.
   */
  trigger: z.literal("approval-scope").optional(),
  /**
   * One finding per account instead of one per resource: `account` on resources of undecided scope only, `account-always` on
   * all, for what is put right once for many.
   */
  fold: z.enum(["account", "account-always"]).optional(),
  title: Text,
  message: Text,
  /** Said instead of `message` where findings are folded into one per account. */
  accountMessage: Text.optional(),
  remediation: Text,
  basis: z.array(BasisRef).min(1),
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
  /** First day, where the article is younger than the text it stands in. */
  inForce: z.iso.date().optional(),
  /** Last day, where the article was replaced while the text goes on. */
  until: z.iso.date().optional(),
  supersededBy: z.strictObject({ instrument: z.string(), article: z.string() }).optional(),
  /**
   * The number in an earlier text that the bare number of this article is often taken for, such as `CSL2017-37`: a citation has
   * to name the `edition` then.
   */
  mistakenFor: z.string().optional(),
});
export type Article = z.infer<typeof Article>;

/** An earlier text of an instrument: the same duties under other numbers, which `aliases` of its articles carry. */
export const Edition = z.strictObject({
  inForce: z.iso.date(),
  /** Last day. */
  until: z.iso.date(),
  source: z.string().min(1),
  confidence: z.enum(sourceConfidence),
});
export type Edition = z.infer<typeof Edition>;

export const Instrument = z.strictObject({
  name: Text,
  kind: z.enum(["law", "regulation", "rule", "standard", "guide"]),
  /** First day in force; `null` where it has none (a guide). */
  inForce: z.iso.date().nullable(),
  /** First day on which it no longer holds. */
  superseded: z.iso.date().optional(),
  /** Name of today's text where there were earlier ones, such as `CSL2026`. */
  edition: z.string().optional(),
  /** Earlier texts by name, such as `CSL2017`. */
  editions: z.record(z.string(), Edition).optional(),
  status: z.enum(["in-force", "superseded", "draft", "recommended"]),
  source: z.string().min(1),
  /** A = wording read (原文), B = secondary source (二手), C = to verify (待核实). */
  confidence: z.enum(sourceConfidence),
  articles: z.record(z.string(), Article),
});
export type Instrument = z.infer<typeof Instrument>;
export const Instruments = z.record(z.string(), Instrument);
export type Instruments = z.infer<typeof Instruments>;

/** A number or word that conditions and texts refer to as `parameters.NAME`; never a constant in code. */
export const Parameter = z.strictObject({
  value: z.union([z.string(), z.number(), z.boolean()]),
  title: Text,
  /** Where the value stands; left out where it is the tool's own choice. */
  basis: z.array(BasisRef).default([]),
  source: z.string().min(1),
  confidence: z.enum(sourceConfidence),
});
export type Parameter = z.infer<typeof Parameter>;
export type ParameterValue = Parameter["value"];
