import type { z } from "zod";
import type { ContentSource } from "./content.ts";
import type { EdgeKind } from "./edge.ts";
import type { Gap, GapReason } from "./gap.ts";
import type { ResultImport } from "./imported.ts";
import type { Known } from "./known.ts";
import type { RegionFact } from "./place.ts";
import type { ResourceRecord, Role } from "./record.ts";
import type { Scope } from "./scope.ts";
import type { Text } from "./text.ts";

/** What a failed call means. `providers/<id>/errors.ts` says it; `collect/` acts on it. */
export interface ErrorFacts {
  readonly reason: GapReason;
  /** The API's own error code, or the system's (`ECONNRESET`). */
  readonly code: string;
  /** Scrubbed: no credential, signature, token, signed URL, request id or time. At most 300 characters. */
  readonly message: string;
  readonly retryable: boolean;
  /** From Retry-After or the provider's own header. */
  readonly retryAfterMs?: number;
}

/** One call to a cloud: the operation's own name and the function that sends it. */
export type Send<T> = (signal: AbortSignal) => Promise<T>;

/**
 * How collectors reach a cloud. Every call goes through here, so that concurrency, retries, deadlines and coverage are
 * counted in one place. Made by `collect/` for each task (account × region × type).
 */
export interface Caller {
  /** One call. Rejects when it stays unanswered after retries; the task's gap is then filed by `collect/`. */
  call<T>(operation: string, send: Send<T>): Promise<T>;
  /**
   * A detail of one resource. Never rejects: a failure becomes a gap that names the resource, and the fact is unknown.
   * `none` lists error codes that are answers, such as `NoSuchTagSet`: the fact is then known to be `null`.
   */
  ask<T>(operation: string, resource: string, send: Send<T>, none?: readonly string[]): Promise<Known<T | null>>;
  /** All pages of a list. `next` left out ends it; a token that comes back a second time is an error. */
  pages<Page>(
    operation: string,
    fetch: (
      token: string | undefined,
      signal: AbortSignal,
    ) => Promise<{ readonly page: Page; readonly next?: string | undefined }>,
  ): AsyncIterable<Page>;
  /** Maps items with bounded concurrency; results come in the order of the items. */
  each<Item, Result>(
    items: Iterable<Item> | AsyncIterable<Item>,
    work: (item: Item) => Promise<Result>,
  ): AsyncIterable<Result>;
}

/** A call that a resource type makes. */
export interface TypeOperation {
  readonly operation: string;
  readonly permission: string;
  /** Made for each resource; left out = for each page of the account's or region's list. */
  readonly per?: "resource";
  /** The API tells what is asked also where it refuses, so that policy documents leave the permission out. */
  readonly unneeded?: true;
}

/** A call of connecting. */
export interface EntryOperation {
  readonly operation: string;
  readonly permission: string;
  /** Key of the source entry without which it is not made; `key=value` where it is made for that value only. */
  readonly with?: string;
}

/** Whether connecting a source entry makes this call. */
export function isMadeFor(entry: EntryOperation, source: Readonly<Record<string, unknown>>): boolean {
  if (entry.with === undefined) return true;
  const [key = "", value] = entry.with.split("=", 2);
  return value === undefined ? source[key] !== undefined : source[key] === value;
}

/** What a policy document has to allow. Every permission once, sorted. */
export interface GrantRequest {
  /** What the resource types ask for: needed in every account that is read. */
  readonly reading: readonly string[];
  /** Among these, what reading content asks for. */
  readonly content?: readonly string[];
  /** What connecting asks for besides, where the source entry is such: needed by the identity that signs in. */
  readonly entering: readonly string[];
  /** The source entry, parsed: only what the user said of it, and the defaults of the rest. */
  readonly source: Readonly<Record<string, unknown>>;
}

/** The documents in the provider's own format. */
export interface Grants {
  /** By name; one unless the provider's size limit asks for more. */
  readonly documents: Readonly<Record<string, unknown>>;
  /** What to do with them, in order, for a person; `{file}` stands for a document's file. */
  readonly advice: readonly Text[];
}

/** One resource type: everything that is known of it, in one file. */
export interface ResourceType<Session extends AccountSession = AccountSession> {
  /** `provider/service/thing`. */
  readonly type: string;
  readonly title: Text;
  readonly role: Role;
  /** Service for rate limits and permissions: `s3`, `ec2`, `ecs`. */
  readonly service: string;
  /** `global`: asked once per account. `per-region`: once per enabled region. */
  readonly reach: "global" | "per-region";
  /** Operations this type calls, with the permission each needs. Checked against the wire in tests. */
  readonly operations: readonly TypeOperation[];
  /** Edge kinds it can state. */
  readonly links: readonly EdgeKind[];
  /** What this type cannot show, for its page and for readers of an empty result. */
  readonly unseen: Text;
  /** How its content is read, where `--inspect` asks for it; left out = it cannot be. */
  readonly content?: ContentAccess<Session>;
  /** Never catches: what is thrown becomes a gap, what was yielded before is kept. */
  collect(session: Session, region: string | null, caller: Caller): AsyncIterable<ResourceRecord | Gap>;
}

/** How the content of stores of one type is read. */
export interface ContentAccess<Session extends AccountSession = AccountSession> {
  /** Operations that reading content calls besides the type's own. */
  readonly operations: readonly TypeOperation[];
  /** Calls nothing by itself; every call of the source goes through `caller`, in ranges of at most a few MiB. */
  open(session: Session, store: OpenableStore, caller: Caller): ContentSource;
}

/** What a run keeps of a store, as far as opening it needs. */
export interface OpenableStore {
  readonly id: string;
  readonly name: string;
  /** Canonical id; `null` where the store could not be located. */
  readonly region: string | null;
  readonly attributes: ResourceRecord["attributes"];
}

/** One account, entered. */
export interface AccountSession {
  readonly scope: Scope;
  /** The region that global questions are asked in, where the provider has such. */
  readonly homeRegion?: string;
  /** Enabled regions, canonical ids. Includes regions that are not in the table. */
  readonly regions: readonly string[];
  readonly notEnabled: readonly string[];
  /** Enabled regions that the source entry leaves out (`regions:`); shown in `coverage.excluded`. */
  readonly excluded?: readonly string[];
  /** The regions that the source entry names (`regions:`), where it names some: an account-wide list is read for these only. */
  readonly wished?: readonly string[];
  /** Regions in the table that the live list lacks, and live regions that the table lacks. */
  readonly regionDifferences: readonly { readonly region: string; readonly difference: "not-in-table" | "not-live" }[];
}

export interface ConnectContext {
  readonly caller: Caller;
  readonly signal: AbortSignal;
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Called with each host that is contacted, for `coverage.endpoints`. */
  contacted(host: string): void;
  /** Milliseconds one HTTP request may take. */
  readonly timeoutMs: number;
}

export interface Provider {
  readonly id: string;
  readonly title: Text;
  readonly regions: readonly RegionFact[];
  /** Whether ids differ in case only (Azure): joins, fingerprints and globs then compare in lower case. */
  readonly caseInsensitiveIds: boolean;
  /** This provider's entry under `sources:`; strict, so that an unknown key is an error. */
  readonly source: z.ZodType<{ readonly provider: string }>;
  /** The partition a source entry speaks of, before connecting. */
  partitionOf(source: unknown): string;
  describeError(error: unknown): ErrorFacts;
  /** What connecting calls: identity, accounts, regions. Shown by --dry-run beside the types' own operations. */
  readonly entry?: readonly EntryOperation[];
  /** Writes policy documents that allow this much and no more, within the provider's limits. Calls nothing. */
  readonly grants?: (request: GrantRequest) => Promise<Grants>;
  /** Readers of what this cloud's own classification services found out. */
  imports?(): Promise<readonly ResultImport[]>;
  /** Services that may hold data and that no type reads; left out where the cloud itself is asked what else there is. */
  readonly unread?: readonly string[];
  /** Loads the SDKs. */
  types(): Promise<readonly ResourceType[]>;
  /**
   * Enters the accounts of one source entry. Yields a session per account, or a gap for one that could not be entered.
   * @throws CredentialError-shaped errors are described by `describeError`; missing credentials say which chain was tried.
   */
  connect(source: unknown, context: ConnectContext): AsyncIterable<AccountSession | Gap>;
  /** Serves this provider's part of the sample estate on loopback. */
  demo(): Promise<DemoCloud>;
}

/** A loopback cloud of the demo: what to scan and how to reach it. */
export interface DemoCloud {
  /** Entries for `sources:`. */
  readonly sources: readonly unknown[];
  /** Entries for `classification.origins`, `approvals` and the like come from the demo's own config, not from here. */
  readonly environment: Readonly<Record<string, string>>;
  close(): Promise<void>;
}
