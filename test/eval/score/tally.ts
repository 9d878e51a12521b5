/** What was said against what is. */
export interface Tally {
  truePositives: number;
  falsePositives: number;
  missed: number;
}

/** Tallies by key, made when first asked for. */
export interface Tallies {
  of(key: string): Tally;
  entries(): IterableIterator<[string, Tally]>;
  total(): Tally;
}

export function createTallies(): Tallies {
  const all = new Map<string, Tally>();
  return {
    of(key) {
      const known = all.get(key);
      if (known !== undefined) return known;
      const made = { truePositives: 0, falsePositives: 0, missed: 0 };
      all.set(key, made);
      return made;
    },
    entries: () => all.entries(),
    total() {
      const sum = { truePositives: 0, falsePositives: 0, missed: 0 };
      for (const { truePositives, falsePositives, missed } of all.values()) {
        sum.truePositives += truePositives;
        sum.falsePositives += falsePositives;
        sum.missed += missed;
      }
      return sum;
    },
  };
}

/** 1 where nothing was said. */
export function precision({ truePositives, falsePositives }: Tally): number {
  const said = truePositives + falsePositives;
  return said === 0 ? 1 : truePositives / said;
}

export function recall({ truePositives, missed }: Tally): number {
  const there = truePositives + missed;
  return there === 0 ? 1 : truePositives / there;
}
