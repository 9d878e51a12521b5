import type { DetectorId } from "../../model/index.ts";
import type { Detector } from "../detector.ts";
import type { Column, Count, Votes } from "./column.ts";
import type { HeaderHints } from "./hints.ts";
import { evidenceAgainstChance } from "./likelihood.ts";

/** What a column, or running text, was found to hold. */
export interface Verdict {
  readonly detector: DetectorId;
  /** 0.95 checksum or shape with context, 0.85 values alone, 0.7 a hint. */
  readonly confidence: number;
  /** Share of the weighed cells that are valid or masked; 0 for running text. */
  readonly share: number;
  /** In nats, for choosing between detectors. */
  readonly score: number;
}

export const withContext = 0.95;
const valuesAlone = 0.85;
export const hint = 0.7;

/** Odds against chance of one in a hundred thousand, and of one in a thousand. */
const sure = 11.5;
const likely = 6.9;
/** No single sort of evidence counts for more. */
const most = 20;
const strongHeader = 6;
const weakHeader = 2;
const otherHeader = -4;
const vetoed = -9;
const repeatedValue = -6;
/** As much as values can say: a counter is none, whatever its numbers look like. */
const countsUp = -most;
/** Checks that take in every digit leave at most one in nine to chance, and see through counters themselves. */
const checked = 0.12;
/** A masked value has a shape that few other things have. */
const perMasked = 2.5;
/** Share of cells of the right shape above which the column is of this kind, and not only sprinkled with it. */
const wholeColumn = 0.6;
/** The same where the column's name says it plainly: what else stands in it are remarks. */
const wholeByName = 0.3;

/** Share of the right shape that has to pass under a name that says it plainly. */
const mostly = 0.5;

/** Which detectors a column of cells answers to, the surest first; two only where their cells differ. */
export function judgeColumn(
  column: Column,
  hints: HeaderHints,
  detectors: ReadonlyMap<DetectorId, Detector>,
): readonly Verdict[] {
  const found: Verdict[] = [];
  for (const [id, votes] of column.votes) {
    const detector = detectors.get(id);
    const verdict = detector === undefined ? undefined : judgeVotes(column, detector, votes, hints);
    if (verdict !== undefined) found.push(verdict);
  }
  found.sort((a, b) => b.score - a.score || b.share - a.share || (a.detector < b.detector ? -1 : 1));
  const kept: Verdict[] = [];
  let taken = 0;
  for (const verdict of found) {
    if (kept.length > 0 && taken + verdict.share > 1.05) continue;
    kept.push(verdict);
    taken += verdict.share;
  }
  return kept;
}

function judgeVotes(column: Column, detector: Detector, votes: Votes, hints: HeaderHints): Verdict | undefined {
  const { valid, shape, masked } = votes;
  const right = valid + shape + masked;
  const share = (valid + masked) / column.cells;
  const header = headerScore(detector, hints);
  const least = leastPassRate(detector);
  // Under a name that says it plainly what else has the shape are remarks (无, 待补录), unless chance alone lets as many pass.
  const asked = header === strongHeader ? Math.min(least, Math.max(mostly, 2 * detector.chance)) : least;
  if (valid + masked === 0 || passRate(votes) < asked) {
    // Plainly named so, and of the shape: invented or mistyped values, which fail the check.
    const isNamed = header === strongHeader && right / column.cells >= wholeColumn && detector.needs !== "column";
    return isNamed ? { detector: detector.id, share, score: strongHeader, confidence: hint } : undefined;
  }
  const evidence = evidenceAgainstChance(valid, valid + shape, detector.chance) * freshness(detector, votes);
  const values = Math.min(most, evidence + masked * perMasked);
  const isWhole = right / column.cells >= (header === strongHeader ? wholeByName : wholeColumn);
  const isRepeated = valid >= 10 && votes.distinct.count() <= 2 && header !== strongHeader;
  const isCounter = detector.chance > checked && header <= 0 && column.steps.isCounter();
  const prior = isWhole ? (detector.prior ?? 0) : 0;
  const score = values + prior + header + (isRepeated ? repeatedValue : 0) + (isCounter ? countsUp : 0);
  const verdict = { detector: detector.id, share, score };
  if (!isWhole) {
    // Sprinkled among other things: values have to speak for themselves.
    if (score < sure || detector.needs === "column") return undefined;
    if (votes.distinct.count() < 3 && !isProof(detector)) return undefined;
    return { ...verdict, confidence: header > 0 ? withContext : valuesAlone };
  }
  // A name that says it plainly, and a column whose values have the shape.
  if (header === strongHeader && score >= strongHeader) {
    return { ...verdict, confidence: passRate(votes) >= mostly ? withContext : hint };
  }
  if (score >= sure) return { ...verdict, confidence: header > 0 ? withContext : valuesAlone };
  if (score >= likely) return { ...verdict, confidence: hint };
  return undefined;
}

/**
 * Whether columns of the same name in other tables say otherwise: a table may go on over slides and sheets, and in one part of it enough
 * values pass by chance.
 */
export function isContradicted(detector: Detector, siblings: readonly Column[]): boolean {
  const together = { valid: 0, shape: 0, masked: 0 };
  for (const { votes } of siblings) {
    const { valid, shape, masked } = votes.get(detector.id) ?? { valid: 0, shape: 0, masked: 0 };
    together.valid += valid;
    together.shape += shape;
    together.masked += masked;
  }
  return together.shape > 0 && passRate(together) < leastPassRate(detector);
}

/** Chance passes a value once, however often it stands there. What speaks for itself does so in each row. */
function freshness({ needs }: Detector, { valid, distinct }: Votes): number {
  return needs === "alone" || valid === 0 ? 1 : Math.min(1, distinct.count() / valid);
}

/** Whether one value is as good as several: nothing else looks like it. */
function isProof({ chance }: Detector): boolean {
  return chance <= 1e-4;
}

function passRate({ valid, shape, masked }: Pick<Votes, "valid" | "shape" | "masked">): number {
  return (valid + masked) / (valid + shape + masked);
}

/**
 * What has to pass of the right shape, well above chance: real columns pass as a whole but for a few mistakes. Other numbers of the same
 * length may pass more often than random ones do (`1` and a year, telephone numbers of North America).
 */
function leastPassRate({ chance }: Detector): number {
  if (chance === 1) return 0.5;
  return chance >= 0.25 ? 1 - (1 - chance) / 4 : Math.max(0.3, 3 * chance);
}

function headerScore(detector: Detector, { strong, weak, veto }: HeaderHints): number {
  const { id } = detector;
  // A mark of secrecy is one under any name, in the title of a paper above all.
  if (isProof(detector)) return strong.has(id) ? strongHeader : 0;
  if (veto) return vetoed;
  if (strong.has(id)) return strongHeader;
  if (weak.has(id)) return weakHeader;
  return strong.size > 0 ? otherHeader : 0;
}

/** Not made of letters and digits alone, so that the tokens of sampled lines do not vote on them. */
const foundWhole: ReadonlySet<DetectorId> = new Set([
  "email",
  "cn-plate",
  "ip-address",
  "mac-address",
  "coordinate",
  "wechat-id",
]);

/** What running text, or a key that no sampled line held, answers to: one match needs context or a checksum. */
export function judgeText(
  column: Column,
  hints: HeaderHints,
  detectors: ReadonlyMap<DetectorId, Detector>,
): readonly Verdict[] {
  const found: Verdict[] = [];
  for (const id of new Set([...column.counts.keys(), ...column.votes.keys()])) {
    const detector = detectors.get(id);
    if (detector === undefined) continue;
    const verdict = judgeMatches(detector, column.counts.get(id), column.votes.get(id), hints);
    if (verdict !== undefined) found.push(verdict);
  }
  return found.sort((a, b) => b.score - a.score || (a.detector < b.detector ? -1 : 1));
}

/** Lines in which something known stands beside a match, as a label would. */
const leastBeside = 3;
/** As many of other numbers may pass as of those that are rarely anything else: telephone numbers of North America, for one. */
const otherNumbers = 0.75;

/** Whether so many that nearly all pass that no other numbers are likely; for those whose check says little. */
function isMany({ prior }: Detector, valid: number, right: number): boolean {
  return prior !== undefined && evidenceAgainstChance(valid, right, otherNumbers) >= sure;
}

function judgeMatches(
  detector: Detector,
  count: Count | undefined,
  votes: Votes | undefined,
  hints: HeaderHints,
): Verdict | undefined {
  const matches = count?.matches ?? votes?.valid ?? 0;
  if (matches === 0) return undefined;
  if (detector.needs === "column") {
    const isHinted = (count?.distinct.count() ?? 0) >= (detector.hintFrom ?? Number.POSITIVE_INFINITY);
    return isHinted ? { detector: detector.id, share: 0, score: likely, confidence: hint } : undefined;
  }
  const header = headerScore(detector, hints);
  if (header < 0) return undefined;
  const weighed = votes === undefined ? 0 : votes.valid + votes.shape;
  // Most of what has the shape fails the check: what passes does so by chance.
  if (votes !== undefined && weighed >= 5 && votes.valid / weighed < leastPassRate(detector)) return undefined;
  const credited = count?.credited ?? 0;
  const inContext = (count?.inContext ?? 0) > 0 || header > 0;
  const isCounted = votes === undefined && (foundWhole.has(detector.id) || isProof(detector));
  const [valid, right] = isCounted ? [matches - credited, matches - credited] : [votes?.valid ?? 0, weighed];
  const values = evidenceAgainstChance(valid, right, detector.chance);
  const distinct = (count ?? votes)?.distinct.count() ?? 0;
  const score = Math.min(most, values) + (inContext ? strongHeader : 0);
  const verdict = { detector: detector.id, share: 0, score };
  if (inContext) return { ...verdict, confidence: withContext };
  const beside = votes?.beside ?? 0;
  if (beside > 0) return { ...verdict, confidence: beside >= leastBeside ? valuesAlone : hint };
  if (isMany(detector, valid, right) && distinct >= valid / 2 && votes?.steps.isCounter() === false) {
    return { ...verdict, confidence: valuesAlone };
  }
  const isEnough = Math.min(distinct, matches - credited) >= 5 || isProof(detector);
  if (detector.chance <= 0.2 && values >= sure && isEnough) return { ...verdict, confidence: valuesAlone };
  return detector.needs === "alone" ? { ...verdict, confidence: hint } : undefined;
}
