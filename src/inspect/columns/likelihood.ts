/**
 * How strongly `valid` of `right` values speak against chance, in nats: Chernoff's bound on the probability that so many of them
 * pass when each passes with probability `chance` (Chernoff 1952; at 13.8 chance alone does it once in a million columns).
 * 0 where no more pass than chance explains.
 */
export function evidenceAgainstChance(valid: number, right: number, chance: number): number {
  if (right === 0) return 0;
  const share = valid / right;
  if (share <= chance) return 0;
  const hits = valid * Math.log(share / chance);
  const misses = share === 1 ? 0 : (right - valid) * Math.log((1 - share) / (1 - chance));
  return hits + misses;
}

/** Wilson's upper bound (95 %, one-sided 1.645) on a share of which `hits` of `n` were seen. */
export function upperBound(hits: number, n: number, z = 1.645): number {
  if (n === 0) return 1;
  const share = hits / n;
  const square = z * z;
  const centre = share + square / (2 * n);
  const spread = z * Math.sqrt((share * (1 - share)) / n + square / (4 * n * n));
  return Math.min(1, (centre + spread) / (1 + square / n));
}
