/** Numbers of one seed, the same on every machine. */
export interface Random {
  /** A whole number in `[0, below)`. */
  below(below: number): number;
  pick<T>(from: readonly T[]): T;
  /** `count` characters of an alphabet. */
  text(count: number, alphabet: string): string;
  digits(count: number): string;
  /** True in `share` of all calls. */
  chance(share: number): boolean;
}

/** Mulberry32 (public domain, Tommy Ettinger 2017). */
export function seededRandom(seed: number): Random {
  let state = seed | 0;
  function next(): number {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  }
  const below = (limit: number): number => Math.floor(next() * limit);
  function text(count: number, alphabet: string): string {
    let made = "";
    for (let i = 0; i < count; i++) made += alphabet[below(alphabet.length)];
    return made;
  }
  return {
    below,
    pick(from) {
      const picked = from[below(from.length)];
      if (picked === undefined) throw new RangeError("nothing to pick from");
      return picked;
    },
    text,
    digits: (count) => text(count, "0123456789"),
    chance: (share) => next() < share,
  };
}
