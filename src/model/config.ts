import { z } from "zod";
import { Approval } from "./approval.ts";
import { ContentProfile } from "./content-class.ts";
import { DataClass } from "./data-class.ts";
import { Operator } from "./operator.ts";
import { packs } from "./policy.ts";

const Glob = z.string().min(1);

/** Bytes, as a number or with a unit: `10GiB`. */
const ByteCount = z.union([
  z.number().int().min(1),
  z
    .string()
    .regex(/^\d{1,12}(?: ?[KMGT]iB)?$/, "a number of bytes, such as 10GiB")
    .transform((text) => Number.parseInt(text, 10) * 1024 ** " KMGT".indexOf(/[KMGT]/.exec(text)?.[0] ?? " ")),
]);

/** Which resources an entry speaks of: all that is given must match. */
const Selector = {
  account: Glob.optional(),
  partition: Glob.optional(),
  region: Glob.optional(),
  resources: z.array(Glob).min(1).optional(),
  /** `key` or `key=value`, the value a glob. */
  tag: z.string().min(1).optional(),
};

export const OriginRule = z.strictObject({ ...Selector, origin: z.enum(["mainland", "elsewhere", "unknown"]) });
export type OriginRule = z.infer<typeof OriginRule>;

export const MainlandCopyRule = z.strictObject({ ...Selector, copy: z.boolean() });
export type MainlandCopyRule = z.infer<typeof MainlandCopyRule>;

export const TagRule = z.strictObject({ key: z.string().min(1), value: Glob.default("*"), class: DataClass });
export type TagRule = z.infer<typeof TagRule>;

export const Classification = z.strictObject({
  /** Added to the built-in conventions; user rules outrank them. */
  tags: z.array(TagRule).default([]),
  /** Where data was collected; the first entry that matches wins. */
  origins: z.array(OriginRule).default([]),
  defaultOrigin: z.enum(["mainland", "elsewhere", "unknown"]).default("unknown"),
  /** Declares that a whole copy is kept in the mainland (on-premises, another account), or that none is. */
  mainlandCopies: z.array(MainlandCopyRule).default([]),
  /** Results of other services: `macie`, `purview`, `dsc`, or `csv` with the columns resource and class. Paths from this file. */
  imports: z.array(z.strictObject({ format: z.string().min(1), file: z.string().min(1) })).default([]),
});
export type Classification = z.infer<typeof Classification>;

export const Attestation = z.strictObject({
  id: z.string().min(1),
  date: z.iso.date(),
  reference: z.string().optional(),
});
export type Attestation = z.infer<typeof Attestation>;

export const Suppression = z.strictObject({
  policy: Glob,
  resources: z.array(Glob).min(1),
  owner: z.string().min(1),
  reason: z.string().min(1),
  /** Last day on which it holds. */
  expires: z.iso.date(),
});
export type Suppression = z.infer<typeof Suppression>;

/** How `--inspect` samples content. */
export const InspectionSettings = z.strictObject({
  /** Where this tool runs: the content of stores in the mainland is read from the mainland only. */
  runsIn: z.enum(["mainland", "outside"]).optional(),
  profile: ContentProfile.default("strict"),
  /** The same seed and the same content give the same sample; left out = another sample each time. */
  seed: z.string().min(1).optional(),
  /** Objects drawn at random from each store: 300 without a find say that at most 1 % hold something. */
  objects: z.number().int().min(1).max(100_000).default(300),
  /** Objects drawn besides, one of each kind of object that the random ones missed. */
  strata: z.number().int().min(0).max(4_096).default(100),
  /** For the whole run. */
  budget: z
    .strictObject({
      bytes: ByteCount.default(10 * 1024 ** 3),
      requests: z.number().int().min(1).default(100_000),
      /** In the currency of `prices`. */
      money: z.number().positive().optional(),
    })
    .prefault({}),
  /** As your contract has them; clouds charge differently by region and by the way the bytes take. */
  prices: z
    .strictObject({
      currency: z.string().min(1),
      perGib: z.number().min(0),
      perThousandRequests: z.number().min(0),
    })
    .optional(),
});
export type InspectionSettings = z.infer<typeof InspectionSettings>;

export const PolicySettings = z.strictObject({
  packs: z.array(z.enum(packs)).default([...packs]),
  directories: z.array(z.string()).default([]),
  disable: z.array(Glob).default([]),
  parameters: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])).default({}),
});
export type PolicySettings = z.infer<typeof PolicySettings>;

/** `jingnei.yaml`, with `sources` left to the providers' own schemas. */
export const Config = z.strictObject({
  operator: Operator.prefault({}),
  sources: z.array(z.looseObject({ provider: z.string() })).default([]),
  classification: Classification.prefault({}),
  approvals: z.array(Approval).default([]),
  attestations: z.array(Attestation).default([]),
  reviewedProviders: z.array(z.string()).default([]),
  suppressions: z.array(Suppression).default([]),
  policies: PolicySettings.prefault({}),
  inspection: InspectionSettings.prefault({}),
});
export type Config = z.infer<typeof Config>;
