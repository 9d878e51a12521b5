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
