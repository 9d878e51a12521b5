import type { GapReason } from "./gap.ts";

/** What content can show, by the contract's names. */
export const detectorIds = [
  "cn-resident-id",
  "cn-residence-permit",
  "cn-foreign-pr",
  "cn-mobile",
  "bank-card",
  "cn-uscc",
  "cn-org-code",
  "cn-passport",
  "cn-hm-permit",
  "cn-tw-permit",
  "hkid",
  "tw-id",
  "cn-plate",
  "cn-landline",
  "email",
  "imei",
  "imsi",
  "iccid",
  "ip-address",
  "mac-address",
  "coordinate",
  "wechat-id",
  "cn-address",
  "cn-name",
  "birth-date",
  "vin",
  "medical-term",
  "financial-term",
  "secrecy-mark",
  "genome",
  "geodata",
] as const;
export type DetectorId = (typeof detectorIds)[number];

/** Something with content: a file, an object of a bucket, a member of an archive. */
export interface ContentObject {
  /** Path below its source; members of archives as `outer.zip!/inner.csv`. Attackers' text. */
  readonly path: string;
  /** Bytes; left out where the source does not tell (the member of a stream). */
  readonly size?: number;
  /** What changes when the content does (entity tag, time of change): part of what a seeded sample rests on. */
  readonly version?: string;
  /** Bytes from the beginning, once. Chunks of any length. Rejects with `ContentError` or what the source throws. */
  stream(signal: AbortSignal): AsyncIterable<Uint8Array>;
  /**
   * The same, in memory that is used again: what comes holds until the next is asked for. For readers that keep nothing. Left out
   * where it saves nothing.
   */
  readonly blocks?: (signal: AbortSignal) => AsyncIterable<Uint8Array>;
  /** At most `length` bytes from `from`; fewer at the end, none behind it. Left out where only a stream is to be had. */
  readonly read?: (from: number, length: number, signal: AbortSignal) => Promise<Uint8Array>;
}

/** Part of some content that nobody could look into. The `detail` never quotes content. */
export interface ContentGap {
  readonly path: string;
  readonly reason: GapReason;
  readonly detail: string;
}

/** Thrown while content is read; one place makes a `ContentGap` of it. */
export class ContentError extends Error {
  readonly reason: GapReason;
  constructor(reason: GapReason, detail: string, cause?: unknown) {
    super(detail, cause === undefined ? undefined : { cause });
    this.name = "ContentError";
    this.reason = reason;
  }
}

/** A store whose content can be sampled, made by a resource type's `open`. Every call goes through the caller it was made with. */
export interface ContentSource {
  /** Resource id in the contract's spelling. */
  readonly id: string;
  /** Everything in it, in the source's own order; what cannot be read (archived, encrypted with a customer's key) as a gap. */
  list(signal: AbortSignal): AsyncIterable<ContentObject | ContentGap>;
}
