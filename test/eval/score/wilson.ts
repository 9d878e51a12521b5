/** Wilson's bounds on a share of which `hits` of `n` were seen, two-sided 95 %. */
export function wilson(hits: number, n: number): readonly [low: number, high: number] {
  if (n === 0) return [0, 1];
  const z = 1.96;
  const share = hits / n;
  const centre = share + (z * z) / (2 * n);
  const spread = z * Math.sqrt((share * (1 - share)) / n + (z * z) / (4 * n * n));
  const below = 1 + (z * z) / n;
  return [Math.max(0, (centre - spread) / below), Math.min(1, (centre + spread) / below)];
}
