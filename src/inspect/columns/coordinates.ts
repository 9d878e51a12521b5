import type { Column } from "./column.ts";
import type { HeaderHints } from "./hints.ts";
import { hint, type Verdict, withContext } from "./vote.ts";

const share = 0.9;
const enough = 5;
/** Degrees between the least and the greatest value below which a column is no position but a constant. */
const leastSpread = 1e-3;

/**
 * Two neighbouring columns of longitude and latitude: each alone may be a price or a ratio. Without a name that says so the pair
 * is a hint only.
 */
export function judgePair(
  [first, second]: readonly [Column, Column],
  [firstHints, secondHints]: readonly [HeaderHints, HeaderHints],
): Verdict | undefined {
  if (firstHints.veto || secondHints.veto) return undefined;
  const isNamed = [firstHints, secondHints].every(
    ({ strong, weak }) => strong.has("coordinate") || weak.has("coordinate"),
  );
  const isPair = (east: Column, north: Column): boolean => isLongitude(east) && isLatitude(north);
  if (!isPair(first, second) && !isPair(second, first)) return undefined;
  // One place, or few, is a position where the names say so.
  if (!isNamed && !(varies(first) && varies(second))) return undefined;
  return { detector: "coordinate", confidence: isNamed ? withContext : hint, share: 1, score: isNamed ? 12 : 7 };
}

function isLongitude({ cells, degrees }: Column): boolean {
  return cells > 0 && degrees.longitude / cells >= share;
}

/** A column that would do as a longitude too is none: prices are anywhere. */
function isLatitude({ cells, degrees }: Column): boolean {
  return cells > 0 && degrees.latitude / cells >= share && degrees.most < 56;
}

function varies({ cells, degrees }: Column): boolean {
  return cells >= enough && degrees.most - degrees.least >= leastSpread;
}
