import type { EdgeKind } from "../../src/model/index.ts";

/** Where a case is served: the same resources stand in several places, one of them in no region table. */
export interface Where {
  readonly partition: string;
  readonly account: string;
  readonly region: string;
}

/**
 * What the contract suite needs to know of one resource type. One file per type in `test/cases/<provider>/`, named
 * `<service>-<thing>.ts` after the type, with this as its default export.
 */
export interface TypeCase<Held> {
  /** `provider/service/thing`. */
  readonly type: string;
  /**
   * What one region of one account holds, in the cloud's own words: at least three resources of the type, so that a small
   * page is not the last, one with tags and one without. Reading it has to need every operation that the type declares.
   */
  held(where: Where): Held;
  /** What the account holds besides, in the words of the provider's estate: what belongs to no region. */
  account?(where: Where): object;
  /** What a scan has to find of it, written by hand and not computed from `held`. In any order. */
  finds(where: Where): readonly FoundRecord[];
  /** Operations that tell which resources there are. Denied, they lose `loses`; all others lose a fact of each resource. */
  readonly lists: readonly ListCase[];
}

export interface ListCase {
  readonly operation: string;
  /** The API has no pages, or tells all in one. */
  readonly unpaged?: true;
  /** Ids that are not found where it is denied; left out = all of the type. */
  loses?(where: Where): readonly string[];
}

export interface FoundRecord {
  readonly id: string;
  readonly name: string;
  readonly role: "store" | "copy" | "compute" | "flow";
  /** `null` = unknown. */
  readonly tags: Readonly<Record<string, string>> | null;
  /** Region of its place as stated, where that is not the one of `Where`; `null` = unknown. */
  readonly region?: string | null;
  /** Attributes that rules or readers rest on; others may be there besides. */
  readonly attributes?: Readonly<Record<string, string | number | boolean>>;
  readonly links: readonly FoundLink[];
}

/** A link as the type states it, before the other end is looked up. */
export interface FoundLink {
  readonly kind: Exclude<EdgeKind, "stored-in"> | "part-of";
  /** `to` when left out. */
  readonly direction?: "to" | "from";
  /** Id or alias of the other end. */
  readonly id?: string;
  /** Region that the API tells of the other end. */
  readonly region?: string;
  readonly party?: string;
}
