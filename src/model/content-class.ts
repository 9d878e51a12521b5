import { z } from "zod";
import { detectorIds } from "./content.ts";
import { DataClass } from "./data-class.ts";
import { DataKind } from "./data-kind.ts";
import { BasisRef } from "./policy.ts";
import { Text } from "./text.ts";

/** What a column's name can speak of that no detector of its own finds in the values. */
export const headerTopics = [
  "biometric",
  "minors",
  "religion",
  /** Disability, criminal record and the like. */
  "specific-identity",
  /** Sexual orientation and life. */
  "intimate",
  "health",
  /** Salary, balance, loan: amounts, not account numbers. */
  "finance",
  "credit-record",
  "whereabouts",
  /** Passwords, card verification values, tokens of access. */
  "credential",
  /** A person's account or number within a system (user id, member number). */
  "account",
  /** A device's id of no known shape. */
  "device",
  /** When something happened: makes positions a track. */
  "time",
  /** Age, sex, ethnicity, marital status. */
  "demographic",
  "occupation",
  /** A hash or ciphertext of something else named: still personal information unless anonymised. */
  "derived",
] as const;
export type HeaderTopic = (typeof headerTopics)[number];

/** What content or its headers can show. */
export const contentEvidence = [...detectorIds, ...headerTopics] as const;
export const ContentEvidence = z.enum(contentEvidence);
export type ContentEvidence = z.infer<typeof ContentEvidence>;

/**
 * Whose list of sensitive personal information is read. `gbt45574`: GB/T 45574-2025 alone, by which a resident id alone is not on
 * the list; `strict`: that one and the wider annex B of GB/T 35273-2020.
 */
export const contentProfiles = ["strict", "gbt45574"] as const;
export const ContentProfile = z.enum(contentProfiles);
export type ContentProfile = z.infer<typeof ContentProfile>;

/** What some evidence stands for. `unclassified`: nothing by itself, only together with other evidence. */
export const ContentReading = z.strictObject({
  class: DataClass,
  /** Kind of data whose rules would apply; a suggestion for a person to settle, never a fact. */
  kind: DataKind.optional(),
  reason: Text,
  basis: z.array(BasisRef.pick({ instrument: true, article: true })),
});
export type ContentReading = z.infer<typeof ContentReading>;

/** Evidence found in one table (or one text) that means more together. */
export const ContentCombination = z.strictObject({
  id: z.string().regex(/^[a-z][a-z0-9-]*$/),
  /** Of each group one kind of evidence is enough. */
  groups: z.array(z.array(ContentEvidence).min(1)).min(1),
  /** Groups that have to be met; left out = all. */
  atLeast: z.number().int().min(1).optional(),
  /** Distinct people from which it holds; left out = one is enough. */
  people: z.number().int().min(1).optional(),
  /** Left out = both. */
  profiles: z.array(ContentProfile).min(1).optional(),
  shows: ContentReading,
});
export type ContentCombination = z.infer<typeof ContentCombination>;

/** What content stands for, as data: policies/detectors.yaml. */
export const ContentRules = z.strictObject({
  evidence: z.record(
    ContentEvidence,
    z.strictObject({
      /** As the profile `gbt45574` reads it. */
      ...ContentReading.shape,
      /** As the profile `strict` reads it, where that differs. */
      strict: ContentReading.optional(),
    }),
  ),
  combinations: z.array(ContentCombination),
});
export type ContentRules = z.infer<typeof ContentRules>;
