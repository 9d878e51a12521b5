/** Watches whether the numbers of a column count upwards in small steps, as serial numbers and time-ordered ids do. */
export interface StepWatch {
  add(cell: string): void;
  /** Enough neighbours were seen, and nearly all of them are a small step apart. */
  isCounter(): boolean;
}

/** Neighbours in a sorted column of real numbers of people lie farther apart, unless it holds millions of them. */
const smallStep = 1_000;
const enough = 4;

export function createStepWatch(): StepWatch {
  let previous: number | undefined;
  let [pairs, small] = [0, 0];
  return {
    add(cell) {
      const value = /^\d{6,19}$/.test(cell) ? Number(cell) : undefined;
      if (value !== undefined && previous !== undefined) {
        pairs += 1;
        const step = Math.abs(value - previous);
        if (step > 0 && step <= smallStep) small += 1;
      }
      previous = value;
    },
    isCounter: () => pairs >= enough && small / pairs >= 0.8,
  };
}
