import type { EdgeKind, Evidence } from "./edge.ts";
import type { Known } from "./known.ts";
import type { PlaceRef } from "./place.ts";
import type { Scope } from "./scope.ts";

/**
 * `store` holds data, `copy` holds another store's data (snapshot, image), `compute` works on it, `flow` holds none itself: it
 * moves data (trail, delivery stream) or guards it (key).
 */
export const roles = ["store", "copy", "compute", "flow"] as const;
export type Role = (typeof roles)[number];

export type Tags = Readonly<Record<string, string>>;

/** A resource as its provider states it. No judgement in it. */
export interface ResourceRecord {
  readonly kind: "record";
  /** ARN, Azure resource id as listed, Alibaba acs ARN; for a plan the address. See the contract's "Ids". */
  readonly id: string;
  /** `provider/service/thing`. */
  readonly type: string;
  readonly role: Role;
  readonly scope: Scope;
  readonly name: string;
  readonly place: Known<PlaceRef>;
  /** The call and the field that say so, or that leave it open. Left out, the report can only name the type. */
  readonly placeEvidence?: Evidence;
  readonly tags: Known<Tags>;
  /** Other names under which links may point here, when the pointing side cannot spell the id. Unique in the provider. */
  readonly aliases: readonly string[];
  readonly links: readonly Link[];
  /**
   * Settings worth showing as evidence: `sku: "Standard_GRS"`. Never content or credentials. Rules read five of them where a type
   * states them: `encrypted` (at rest, true or false), `logKind` of what holds or delivers logs (`network`, which includes system and
   * database audit, or `application`), `holdsLogs: true` instead where their kind is not known, `logging: false` for a log that is
   * switched off, `retentionDays` (a number, or `unlimited`).
   */
  readonly attributes: Readonly<Record<string, string | number | boolean>>;
  /** Of a template: stays as it is, and so gives class and place but never a finding. */
  readonly unchanged?: true;
  /** Of a template: a setting, standing for what it belongs to and what the change does not make: nothing comes to rest by it. */
  readonly setting?: true;
  /** Of a template: where it is declared. */
  readonly declared?: SourceLine;
}

/** A line of a template, from 1. */
export interface SourceLine {
  readonly file: string;
  readonly line: number;
}

/** What a record says about another resource, region or party. */
export interface Link {
  /** `part-of` is no edge of the report: it lets a disk inherit the class of the machine it belongs to. */
  readonly kind: Exclude<EdgeKind, "stored-in"> | "part-of";
  /** `to`: data goes from this record to the target. `from`: this record was made from the target. */
  readonly direction: "to" | "from";
  readonly target: LinkTarget;
  readonly evidence: Evidence;
}

/** The other end. What is known of it; a target with nothing but an id in it is looked up among the observed resources. */
export interface LinkTarget {
  /** Resource id in the contract's spelling, or an alias of an observed resource. */
  readonly id?: string;
  /** Where the other end is, if the API tells. Left out = not told. An observed target's own place wins. */
  readonly place?: PlaceRef;
  /** Account, tenant, or `*` for everyone. */
  readonly party?: string;
}
