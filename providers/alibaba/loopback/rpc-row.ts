import type { EstateAccount, EstateRegion, WireObject } from "./estate.ts";

export type Parameters = ReadonlyMap<string, string>;

/** One RPC product of the loopback cloud. Products share action names, so rows are found by version and action. */
export interface RpcProductRows {
  readonly version: string;
  readonly actions: Readonly<Record<string, RpcRow>>;
}

/** How one operation answers. A new RPC operation needs no more than its row and a collection in the estate. */
export type RpcRow = ListRow | ObjectRow | CustomRow;

interface RowBasics {
  /** Parameter that names the one resource asked about, for faults and for the record of calls. */
  readonly resource?: string;
  /** Answers for the account, without a region: what it lists is held in `EstateAccount.global`. */
  readonly global?: true;
}

/** Answers with the items of a collection. */
export interface ListRow extends RowBasics {
  readonly list: string;
  /** Where the list stands in the answer: `Disks.Disk`, or `Items` where it has no inner wrapper. */
  readonly at: string;
  readonly paging: Paging;
  /**
   * Parameters that filter by a field of the same name, or `Parameter: "Field"`. A parameter may name several values, as
   * `Name.1`, `Name.2`, or as a JSON array. Where the call does not send it, nothing is filtered.
   */
  readonly filters?: readonly string[] | Readonly<Record<string, string>>;
  /** Fields that the answer holds beside the list. */
  readonly beside?: WireObject;
}

/** Answers with the one item of a collection whose field `by` is what the parameter of that name says. */
export interface ObjectRow extends RowBasics {
  readonly object: string;
  readonly by: string;
  /** Field of the answer that holds the item; left out = its fields are the answer's. */
  readonly at?: string;
  /** What is answered where there is none; left out = an answer without fields. */
  readonly absent?: { readonly status: number; readonly code: string } | WireObject;
}

/** Answers in a way of its own. */
export interface CustomRow extends RowBasics {
  answer(asked: CustomAsked): WireObject | Refused;
}

export interface Refused {
  readonly refused: { readonly status: number; readonly code: string };
}

export interface CustomAsked {
  readonly account: EstateAccount;
  /** What the asked region holds; for a `global` row what the account holds. */
  readonly held: EstateRegion;
  readonly parameters: Parameters;
  /** One page of a list that is not a collection, as a `ListRow` would answer. */
  page(items: readonly WireObject[], at: string, paging: Paging): WireObject;
}

export type Paging = NumberPaging | TokenPaging | "whole";

/** Names of the older dialect's fields, in the request and in the answer. */
export interface NumberPaging {
  readonly number: string;
  readonly size: string;
  /** Fields of the answer. `size` states the size asked for, `count` how many items this page holds. */
  readonly told: { readonly number?: string; readonly size?: string; readonly count?: string; readonly total?: string };
}

export interface TokenPaging {
  readonly size: string;
  readonly token: string;
  readonly told: { readonly token: string; readonly total?: string };
}

/** PageNumber and PageSize, answered with the same and TotalCount: ECS, R-kvstore, MongoDB, Resource Directory. */
export const byPageNumber: NumberPaging = {
  number: "PageNumber",
  size: "PageSize",
  told: { number: "PageNumber", size: "PageSize", total: "TotalCount" },
};

/** PageNumber and PageSize, answered with PageRecordCount and TotalRecordCount: RDS, PolarDB, DTS. */
export const byRecordCount: NumberPaging = {
  number: "PageNumber",
  size: "PageSize",
  told: { number: "PageNumber", count: "PageRecordCount", total: "TotalRecordCount" },
};

/** MaxResults and NextToken. */
export const byNextToken: TokenPaging = { size: "MaxResults", token: "NextToken", told: { token: "NextToken" } };

/** NextToken without a size, as ListTagResources of most products has it. */
export const byTokenOnly: TokenPaging = { size: "", token: "NextToken", told: { token: "NextToken" } };
