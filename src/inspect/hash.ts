import { createHash } from "node:crypto";

/** Salted 64-bit hash of a text, as two halves. Fast, not cryptographic: its results never leave the process. */
export interface Hasher {
  hash(text: string): void;
  /** The same as `hash` of the ASCII text in `[from, to)` without its spaces and hyphens. */
  hashBytes(bytes: Uint8Array, from: number, to: number): void;
  readonly high: number;
  readonly low: number;
}

/** Hashers of the same seed agree, so that counts of several workers can be merged and a second run counts alike. */
export function createHasher(seed: string): Hasher {
  const salt = createHash("sha256").update(`distinct values\0${seed}`).digest();
  const [first, second] = [salt.readInt32LE(0), salt.readInt32LE(4)];
  let [high, low] = [0, 0];
  const finish = (a: number, b: number): void => {
    const mixed = Math.imul(a ^ (b >>> 15), 0x27d4eb2f);
    const other = Math.imul(b ^ (mixed >>> 13), 0x165667b1);
    high = (mixed ^ (mixed >>> 16)) >>> 0;
    low = (other ^ (other >>> 15)) >>> 0;
  };
  return {
    hash(text) {
      let [a, b] = [first, second];
      for (let index = 0; index < text.length; index++) {
        const code = text.charCodeAt(index);
        a = Math.imul(a ^ code, 0x85ebca6b);
        b = Math.imul(b ^ code, 0xc2b2ae35);
        a ^= a >>> 13;
        b ^= b >>> 16;
      }
      finish(a, b);
    },
    hashBytes(bytes, from, to) {
      let [a, b] = [first, second];
      for (let index = from; index < to; index++) {
        const code = bytes[index] ?? 0;
        if (code === 32 || code === 45) continue;
        a = Math.imul(a ^ code, 0x85ebca6b);
        b = Math.imul(b ^ code, 0xc2b2ae35);
        a ^= a >>> 13;
        b ^= b >>> 16;
      }
      finish(a, b);
    },
    get high() {
      return high;
    },
    get low() {
      return low;
    },
  };
}
