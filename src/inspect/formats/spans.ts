/** Takes values within bytes: where each begins and ends, and its column (-1 = none). In order, never overlapping. */
export interface SpanSink {
  add(start: number, end: number, column: number): void;
}

/** Values within bytes, as they were added. */
export interface Spans extends SpanSink {
  readonly length: number;
  start(index: number): number;
  end(index: number): number;
  column(index: number): number;
  clear(): void;
  /** Index of the span that holds `at`, or -1. */
  at(position: number): number;
  /** Index of the first span that begins at `from` or behind it. */
  firstFrom(from: number): number;
}

const fields = 3;

/** An empty list that grows as needed. */
export function createSpans(): Spans {
  let numbers = new Int32Array(fields * 64);
  let length = 0;
  const start = (index: number): number => numbers[index * fields] ?? 0;
  const firstFrom = (from: number): number => {
    let low = 0;
    let high = length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (start(middle) < from) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  return {
    get length() {
      return length;
    },
    start,
    end: (index) => numbers[index * fields + 1] ?? 0,
    column: (index) => numbers[index * fields + 2] ?? -1,
    add(from, to, column) {
      const base = length * fields;
      if (base + fields > numbers.length) {
        const larger = new Int32Array(numbers.length * 2);
        larger.set(numbers);
        numbers = larger;
      }
      numbers[base] = from;
      numbers[base + 1] = to;
      numbers[base + 2] = column;
      length += 1;
    },
    clear() {
      length = 0;
    },
    at(position) {
      const index = firstFrom(position + 1) - 1;
      return index >= 0 && position < (numbers[index * fields + 1] ?? 0) ? index : -1;
    },
    firstFrom,
  };
}
