import type { DetectorId } from "../model/index.ts";

/** What a detector says of one whole value: not of its kind, of the right shape only, valid, or partly masked (`138****5678`). */
export type Reading = "no" | "shape" | "valid" | "masked";

/** One kind of identifier or term. Adding one is one file in `detectors/` and one line in its registry. */
export interface Detector {
  readonly id: DetectorId;
  /** Share of random values of the right shape that are `valid` by chance: 0.1 for Luhn, 1 where shape is all there is. */
  readonly chance: number;
  /**
   * Odds in nats, before a value is checked, that a column of this shape is of this kind. Left out (0) where other things have the
   * shape as often. Two hundred to one (5.3) for eleven digits that begin with 1: rarely is that anything but a mobile number.
   */
  readonly prior?: number;
  /**
   * What a valid value needs to count outside a column: nothing more (`alone`), a word of context nearby (`context`), or it never
   * counts there (`column`: names, dates).
   */
  readonly needs: "alone" | "context" | "column";
  /** Words that make a value nearby surer, in English, pinyin and Chinese, lower case. Within 30 characters of the value. */
  readonly context: readonly string[];
  /** Words that say something where they speak of a person: in running text, somebody has to stand in the same line. */
  readonly ofPersons?: true;
  /** Of words that count in columns only: so many different ones in running text are a hint. */
  readonly hintFrom?: number;
  /**
   * What stands near values that were published as the credits of a work (licences, authors of software): in running text
   * they are a hint at most. Without flag `g`, in linear time.
   */
  readonly credits?: RegExp;
  /** Whether a value stands for one person, so that distinct values count people. */
  readonly person: boolean;
  /** A whole cell, trimmed, full-width digits and letters folded to ASCII, at most 1,024 characters. */
  weigh(cell: string): Reading;
  /** The value in its one spelling, for counting distinct ones: without separators, upper case. Only for valid values. */
  canonical(cell: string): string;
  /** Values within running text, for what the kernel does not find. Linear in the length of the text. */
  findIn?(text: string): Iterable<Found>;
}

/** A value in running text: characters `[start, end)`. */
export interface Found {
  readonly start: number;
  readonly end: number;
  readonly reading: Exclude<Reading, "no">;
}
