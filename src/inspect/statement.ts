import type { Text } from "../model/index.ts";

/** A share of the unseen objects, by 95 %. */
const level = 0.05;

/**
 * How many of the objects that were not inspected may hold something, with 95 % confidence, when `hits` of `inspected` did: the
 * largest number of holders among `total` under which so few hits are not rarer than 1 in 20 (hypergeometric, one-sided).
 * Holds for objects drawn at random within their stratum, as `sampling/` draws them.
 * @returns a share of the rest, 0 to 1; 0 where nothing is left.
 */
export function unseenShare(total: number, inspected: number, hits: number): number {
  const rest = total - inspected;
  if (rest <= 0) return 0;
  if (inspected === 0) return 1;
  let low = hits;
  let high = hits + rest;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (atMost(hits, total, middle, inspected) > level) low = middle;
    else high = middle - 1;
  }
  return (low - hits) / rest;
}

/** P(X <= hits), X the holders among `drawn` of `total` objects of which `holders` hold something. */
function atMost(hits: number, total: number, holders: number, drawn: number): number {
  let sum = 0;
  for (let seen = Math.max(0, drawn - (total - holders)); seen <= Math.min(hits, holders); seen++) {
    sum += Math.exp(logChoose(holders, seen) + logChoose(total - holders, drawn - seen) - logChoose(total, drawn));
  }
  return sum;
}

function logChoose(n: number, k: number): number {
  if (k < 0 || k > n) return Number.NEGATIVE_INFINITY;
  return logFactorial(n) - logFactorial(k) - logFactorial(n - k);
}

/** Stirling's series; exact below 20. */
function logFactorial(n: number): number {
  if (n < 20) {
    let product = 1;
    for (let factor = 2; factor <= n; factor++) product *= factor;
    return Math.log(product);
  }
  return n * Math.log(n) - n + 0.5 * Math.log(2 * Math.PI * n) + 1 / (12 * n) - 1 / (360 * n ** 3);
}

export interface Seen {
  readonly total: number;
  readonly inspected: number;
  /** Inspected objects that hold personal or important data. */
  readonly hits: number;
  /** Objects that could not be read, whole or in part. */
  readonly unreadable: number;
  /** Left out = yes. Else nobody knows how many there are, and nothing can be said of the rest. */
  readonly isListed?: boolean;
  /** The part that was drawn at random, where others were looked at besides; left out = all. */
  readonly random?: { readonly drawn: number; readonly holders: number };
}

/** What may be said of a store or a folder after a look at some of it. Never that there is nothing. */
export function statementOf({ total, inspected, hits, unreadable, random, isListed = true }: Seen): Text {
  if (!isListed && inspected === 0) return { en: "its objects could not be listed", zh: "未能列出其中的对象" };
  if (total === 0) return { en: "there was nothing to inspect", zh: "没有可检查的对象" };
  const { drawn, holders } = random ?? { drawn: inspected, holders: hits };
  // What was looked at besides is no part of the rest; that it may have held some of the holders is not counted in anybody's favour.
  const share =
    inspected >= total ? 0 : Math.min(1, (unseenShare(total, drawn, holders) * (total - drawn)) / (total - inspected));
  const percent =
    share === 0 ? "0" : share >= 0.1 ? String(Math.ceil(share * 100)) : (Math.ceil(share * 1000) / 10).toString();
  const seen = `${inspected} of ${total} inspected; ${hits === 0 ? "none found to hold" : `${hits} found to hold`} personal or important data`;
  const seenZh = `共 ${total} 个对象，已检查 ${inspected} 个；${hits === 0 ? "未发现" : `其中 ${hits} 个发现`}个人信息或者重要数据`;
  const rest = !isListed
    ? {
        en: "the list of objects broke off: nothing can be said of the rest",
        zh: "对象清单未能读全，其余情况无从判断",
      }
    : inspected >= total
      ? { en: "nothing is left uninspected", zh: "没有未检查的对象" }
      : {
          en: `with 95 % confidence at most ${percent} % of the rest holds such data`,
          zh: `在 95% 的置信水平下，其余对象中至多 ${percent}% 存有此类数据`,
        };
  const gaps =
    unreadable === 0
      ? { en: "", zh: "" }
      : { en: `; ${unreadable} could not be read in full`, zh: `；${unreadable} 个未能完整读取` };
  return { en: `${seen}; ${rest.en}${gaps.en}`, zh: `${seenZh}；${rest.zh}${gaps.zh}` };
}
