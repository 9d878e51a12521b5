/** Bytes or letters: four times what the clouds take, since the text of a template is parsed with its comments and positions. */
export const largestText = 4 * 1024 * 1024;

/** What is written out by hand is no deeper than some tens of levels. */
const deepest = 200;
const mostValues = 1_000_000;

export type Excess = "depth" | "size";

/**
 * Whether a template is nested too deeply, or holds too much once its aliases are written out. Looks at each value once, however
 * often aliases repeat it.
 */
export function excessOf(root: unknown): Excess | undefined {
  const measured = new Map<object, Measure>();

  function measure(value: unknown, depth: number): Measure {
    if (typeof value !== "object" || value === null) return leaf;
    const before = measured.get(value);
    if (before !== undefined) return before;
    if (depth > deepest) return tooDeep;
    // A value that holds itself is endless.
    measured.set(value, tooDeep);
    let height = 0;
    let size = 1;
    for (const item of Object.values(value)) {
      const inner = measure(item, depth + 1);
      height = Math.max(height, inner.height);
      size += inner.size;
    }
    const whole = { height: height + 1, size };
    measured.set(value, whole);
    return whole;
  }

  const { height, size } = measure(root, 0);
  if (height > deepest) return "depth";
  return size > mostValues ? "size" : undefined;
}

interface Measure {
  readonly height: number;
  readonly size: number;
}

const leaf: Measure = { height: 0, size: 1 };
const tooDeep: Measure = { height: Number.POSITIVE_INFINITY, size: 1 };
