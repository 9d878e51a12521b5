/**
 * What the kernel finds in bytes, checksums verified. The order is part of the WebAssembly module: add at the end only.
 * A token that is a valid resident id is never reported as a card; `card` and `imei` may both fit 15 digits: `imei` is told only
 * where the token is no card by its first digits.
 */
export const hitKinds = [
  /** 18 characters, MOD 11-2 and a calendar date from 1900 on: resident ids, residence permits, foreigners' permits. */
  "id-18",
  /** 15 digits: six, a date, three. No checksum. */
  "id-15",
  /** Mobile number of the mainland, also `+86`, `0086`, `86-` and grouped 3-4-4. */
  "mobile",
  /** 13 to 19 digits, Luhn, first digits of a card scheme; also grouped by four. */
  "card",
  /** 18 characters of GB 32100, both checksums. */
  "uscc",
  /** `XXXXXXXX-X` of GB 11714, checksum. */
  "org-code",
  "imei",
  "imsi",
  "iccid",
  "vin",
  /** A letter or two and seven or eight digits, shapes of passports and permits. No checksum. */
  "passport",
  /** Letters, six digits, a check character, brackets or not. */
  "hkid",
  "tw-id",
  /** Province character, letter, five or six more. */
  "plate",
  "landline",
  "email",
  /** Four decimal groups. Not those of private networks and of the machine itself (RFC 1918, RFC 1122), which logs are full of. */
  "ipv4",
  /** Six hexadecimal pairs. */
  "mac",
] as const;
export type HitKind = (typeof hitKinds)[number];

/** Hits in the order of their first bytes. Arrays are reused by the next call. */
export interface Hits {
  readonly length: number;
  /** Index into `hitKinds`. */
  readonly kinds: Uint8Array;
  /** Byte offsets `[start, end)` of each hit, separators within included. */
  readonly starts: Uint32Array;
  readonly ends: Uint32Array;
}

/** Finds identifiers in bytes of UTF-8. Holds a scratch memory: one per thread. */
export interface Finder {
  /** How it runs, for the benchmark and for `--log-level debug`. */
  readonly engine: "wasm-simd" | "javascript";
  /** At most this many bytes per call. */
  readonly capacity: number;
  /**
   * A view of the finder's own memory, `length` long: content that is read straight into it is not copied by `find`.
   * Valid until the next call of `room`.
   */
  room(length: number): Uint8Array;
  /** A candidate that touches the first or last byte is taken as ending there: the caller cuts at line or token boundaries. */
  find(bytes: Uint8Array): Hits;
}
