/** Distinct values counted exactly up to here; beyond it by estimate. */
const exactly = 1_024;
/** 2^12 registers: standard error 1.04 / sqrt(4096) = 1.6 % (Flajolet and others, HyperLogLog, 2007). */
const precision = 12;
const registers = 2 ** precision;
const two32 = 2 ** 32;

/** Counts distinct values by their salted hashes, in bounded memory. Neither values nor hashes ever leave it. */
export interface DistinctCounter {
  /** A salted 64-bit hash as two unsigned halves, see `hash.ts`. */
  add(high: number, low: number): void;
  /** Exact up to 1,024, else within about 3 % at 95 %. */
  count(): number;
  /** Takes in what another counter of the same salt saw. */
  merge(other: DistinctCounter): void;
  /** For `merge`, and for another thread. Never for a report: salted hashes are still hashes of somebody's number. */
  readonly seen: DistinctState;
}

export interface DistinctState {
  readonly exact: ReadonlySet<number> | undefined;
  readonly ranks: Uint8Array | undefined;
}

export function createDistinct(): DistinctCounter {
  return distinctOf({ exact: new Set(), ranks: undefined });
}

/** A counter that goes on from such a state. */
export function distinctOf(state: DistinctState): DistinctCounter {
  let exact: Set<number> | undefined = state.exact === undefined ? undefined : new Set(state.exact);
  let ranks: Uint8Array | undefined = state.ranks?.slice();

  // 53 bits are kept, 21 and 32: the last 12 name the register, the zeros that the others begin with give the rank.
  function rank(high: number, low: number): void {
    ranks ??= new Uint8Array(registers);
    const index = low & (registers - 1);
    const zeros = high === 0 ? 21 + Math.clz32(low >>> precision) - precision : Math.clz32(high) - 11;
    const found = zeros + 1;
    if (found > (ranks[index] ?? 0)) ranks[index] = found;
  }

  function rankAll(values: Iterable<number>): void {
    for (const value of values) rank(Math.floor(value / two32), value % two32);
  }

  function take(high: number, low: number): void {
    if (exact === undefined) {
      rank(high, low);
      return;
    }
    exact.add(high * two32 + low);
    if (exact.size <= exactly) return;
    rankAll(exact);
    exact = undefined;
  }

  return {
    get seen() {
      return { exact, ranks };
    },
    add: (high, low) => take(high >>> 11, low >>> 0),
    count: () => exact?.size ?? estimate(ranks ?? new Uint8Array(registers)),
    merge(other) {
      if (other.seen.exact !== undefined) {
        for (const value of other.seen.exact) take(Math.floor(value / two32), value % two32);
        return;
      }
      rankAll(exact ?? []);
      exact = undefined;
      ranks ??= new Uint8Array(registers);
      for (const [index, found] of (other.seen.ranks ?? []).entries()) {
        if (found > (ranks[index] ?? 0)) ranks[index] = found;
      }
    },
  };
}

function estimate(ranks: Uint8Array): number {
  let sum = 0;
  let empty = 0;
  for (const rank of ranks) {
    sum += 2 ** -rank;
    if (rank === 0) empty += 1;
  }
  const alpha = 0.7213 / (1 + 1.079 / registers);
  const raw = (alpha * registers * registers) / sum;
  // Small counts: linear counting is nearer.
  const counted = raw <= 2.5 * registers && empty > 0 ? registers * Math.log(registers / empty) : raw;
  return Math.round(counted);
}
