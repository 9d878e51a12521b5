import { z } from "zod";
import type { Facts } from "./facts.ts";

/**
 * What a rule is asked about. Without a `subject` a rule is asked once per edge; these have none: the operator as a whole, one
 * cloud account, one platform (a provider's partition, such as `aws:aws-cn`), one recorded route of `approvals`.
 */
export const subjects = ["operator", "account", "platform", "route"] as const;
export const Subject = z.enum(subjects);
export type Subject = z.infer<typeof Subject>;

/**
 * What the stores and copies of an account, a platform or the whole estate hold. A class is `true` as soon as one store in scope
 * is known to hold it, `false` when all stores in scope are classified and none does, absent otherwise.
 */
const holdings = {
  /** Stores and copies, whatever their scope. */
  stores: "int",
  /** Of these, in the mainland. */
  mainlandStores: "int",
  /** Of these, outside the mainland (located there). */
  outsideStores: "int",
  /** Personal information, sensitive or not. */
  personal: "bool",
  sensitive: "bool",
  important: "bool",
  core: "bool",
  /** Personal information or important data on a store in the mainland. */
  mainlandPersonal: "bool",
  mainlandImportant: "bool",
} as const;

/** The facts a rule with a `subject` may name, besides `operator.*` and `parameters.*`. Days are calendar days in Asia/Shanghai. */
export const subjectFactTypes = {
  /** All accounts of the run together; on every subject but a route. */
  estate: { accounts: "int", ...holdings },
  /** Subject `account`. */
  account: {
    provider: "string",
    partition: "string",
    id: "string",
    /** `reviewedProviders` names the provider or its partition. */
    reviewed: "bool",
    ...holdings,
  },
  /** Subject `platform`. */
  platform: { provider: "string", partition: "string", accounts: "int", reviewed: "bool", ...holdings },
  /**
   * The newest entry of `attestations` in jingnei.yaml whose id is the policy's own `attestation`, dated on or before the day of
   * the run. No other id can stand in for it.
   */
  attestation: {
    /** Always there: whether there is one. */
    recorded: "bool",
    /** Since its date; absent when there is none. */
    days: "int",
    /** Calendar years since its date: 0 = this year, 1 = last year. Absent when there is none. */
    yearsAgo: "int",
  },
  /** Subject `route`: one entry of `approvals`. */
  approval: {
    mechanism: "string",
    /** Of an exemption; absent otherwise. */
    ground: "string",
    /** Covers personal information, sensitive or not. */
    personal: "bool",
    sensitive: "bool",
    important: "bool",
    /** Its first day has come. */
    started: "bool",
    /** Its last valid day (`expires`, else `reviewBy`) has passed. */
    ended: "bool",
    /** To its last valid day: 0 = today, negative = passed. Absent when it has none. */
    daysLeft: "int",
    /** From `issued` to the last valid day, both included; absent when it has no last day. */
    termDays: "int",
    /** ISO date of `issued`; ISO dates compare as words do. */
    issued: "string",
    /** Since `issued`; negative before it. */
    age: "int",
    hasReference: "bool",
    hasPipia: "bool",
    /** From the impact assessment to `issued`: negative when it is dated later. Absent without one. */
    pipiaLead: "int",
    /** Since the impact assessment; absent without one. */
    pipiaAge: "int",
    /** It names at least one edge of this run that a rule was asked about. */
    used: "bool",
  },
} as const;

type Group = Readonly<Record<string, unknown>>;

export type SubjectFacts = { readonly [group in keyof typeof subjectFactTypes]: Group };

/** Facts of an edge or of a subject: what is not known is absent, groups too. */
export type AnyFacts = Partial<Facts & SubjectFacts>;

/** Groups of facts that conditions of a rule may name. */
export const factGroupsOf: Readonly<Record<Subject | "edge", readonly (keyof AnyFacts)[]>> = {
  edge: ["operator", "resource", "edge", "place", "data", "parameters"],
  operator: ["operator", "estate", "attestation", "parameters"],
  account: ["operator", "estate", "account", "attestation", "parameters"],
  platform: ["operator", "estate", "platform", "attestation", "parameters"],
  route: ["operator", "approval", "parameters"],
};

/** Subject facts that are always there; every other one can be unknown and belongs under `needs`. */
export const certainSubjectFacts: readonly string[] = [
  ...["accounts", "stores", "mainlandStores", "outsideStores"].map((name) => `estate.${name}`),
  ...["provider", "partition", "id", "reviewed", "stores", "mainlandStores", "outsideStores"].map(
    (name) => `account.${name}`,
  ),
  ...["provider", "partition", "accounts", "reviewed", "stores", "mainlandStores", "outsideStores"].map(
    (name) => `platform.${name}`,
  ),
  "attestation.recorded",
  ...[
    "mechanism",
    "personal",
    "sensitive",
    "important",
    "started",
    "ended",
    "issued",
    "age",
    "hasReference",
    "hasPipia",
    "used",
  ].map((name) => `approval.${name}`),
];
