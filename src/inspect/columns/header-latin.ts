import {
  derivedTails,
  namedThings,
  neutralTails,
  otherTails,
  owners,
  questions,
} from "../dictionaries/header-parts.ts";
import { type HeaderMeaning, headerMeanings } from "../dictionaries/headers.ts";
import { hintsOf, joinMeanings, type Meant, type Tail, withDetectorsOf } from "./header-meaning.ts";
import type { NamedHints } from "./hints.ts";

const phrases = new Map<string, HeaderMeaning>();
const vocabulary = new Set([...neutralTails, ...owners, ...otherTails, ...derivedTails, ...questions, ...namedThings]);
for (const meaning of headerMeanings) {
  for (const phrase of meaning.latin?.split(", ") ?? []) {
    phrases.set(phrase, joinMeanings(phrases.get(phrase), meaning));
    const words = phrase.split(" ");
    for (const word of words) vocabulary.add(word);
  }
}

for (const [phrase, meaning] of phrases) {
  const words = phrase.split(" ");
  for (let from = 1; from < words.length; from++) {
    const head = phrases.get(words.slice(from).join(" "));
    if (head === undefined) continue;
    phrases.set(phrase, withDetectorsOf(meaning, head));
    break;
  }
}

const longestPhrase = Math.max(...[...phrases.keys()].map((phrase) => phrase.split(" ").length));

/** Short words at which run-together names may be taken apart; others are found in anything: `link|age`. */
const shortPieces = new Set("id no ip qq wx kh yh xm dh num tel usr emp acc pwd hao lat lng lon sfz sjh".split(" "));
/** Behind what was done. */
const happened = new Set(["at", "on"]);
const leastPiece = 4;
const mostPieces = 5;
const longestJoined = 40;

/** `undefined` where no known word is in the last part of the name, nor one about a topic in the parts before it. */
export function latinHints(name: string): NamedHints | undefined {
  const parts = name.split(/[.[\]/\\:>|@#$]+/).filter((part) => /[A-Za-z]/.test(part));
  const leaf = parts.at(-1);
  if (leaf === undefined) return undefined;
  const before = parts.slice(-3, -1).flatMap((part) => wordsOf(part));
  return read(before, wordsOf(leaf)) ?? read(before, joinedWords(leaf));
}

function read(before: readonly string[], leaf: readonly string[]): NamedHints | undefined {
  const words = [...before, ...leaf];
  const meant = phrasesIn(words);
  // `md5` alone is a word of its own; behind another it says what was made of that.
  const made = meant.findLastIndex(({ start, end }) => end - start > 1 || !derivedTails.has(words[start] ?? ""));
  const last = meant[made] ?? meant.at(-1);
  // `located_at`, `visitedOn`: whatever was done, this is when.
  const done = leaf.length > 1 && happened.has(leaf.at(-1) ?? "") && /(?:ed|en|t|d)$/.test(leaf.at(-2) ?? "");
  if (done && (last === undefined || last.end < words.length)) {
    return { strong: new Set(), weak: new Set(), veto: true, topics: new Set(["time"]) };
  }
  if (last === undefined) return undefined;
  const head = last.end > before.length ? last : undefined;
  const isQuestion = questions.has(leaf[0] ?? "") && (head === undefined || head.start > before.length);
  if (head === undefined) {
    const hints = hintsOf(meant, head, "none", isQuestion);
    return hints.topics.size === 0 ? undefined : hints;
  }
  const isThing =
    words[head.start] === "name" && head.end === head.start + 1 && namedThings.has(words[head.start - 1] ?? "");
  return hintsOf(meant, head, isThing ? "other" : tailOf(words.slice(head.end)), isQuestion);
}

/** From the right: what is named stands last. */
function phrasesIn(words: readonly string[]): readonly Meant[] {
  const meant: Meant[] = [];
  for (let end = words.length; end > 0; end--) {
    for (let length = Math.min(longestPhrase, end); length > 0; length--) {
      const meaning = phrases.get(words.slice(end - length, end).join(" "));
      if (meaning === undefined) continue;
      meant.unshift({ start: end - length, end, meaning });
      end -= length - 1;
      break;
    }
  }
  return meant;
}

function tailOf(words: readonly string[]): Tail {
  if (words.some((word) => derivedTails.has(word))) return "derived";
  if (words.some((word) => otherTails.has(word))) return "other";
  return words.every((word) => neutralTails.has(word)) ? "none" : "unknown";
}

/** Lower case; camel case, digits and signs as gaps; plurals and run-together words seen through. */
function wordsOf(name: string): readonly string[] {
  const gapped = name.replace(/([a-z\d])([A-Z])|([A-Z])(?=[A-Z][a-z])/g, "$1$3 $2").toLowerCase();
  return (gapped.match(/[a-z\d]+/g) ?? []).flatMap((word) => {
    // Letters between digits are a code: `1mzh8i`.
    if (!/^(?:[a-z]+\d*[a-z]?|\d+[a-z]{4,}|[a-z]+\d+[a-z]{4,})$/.test(word)) return [];
    if (vocabulary.has(word)) return [word];
    const bare = word.replace(/^\d+/, "").replace(/\d.*$/, "");
    if (vocabulary.has(bare)) return [bare];
    const single = bare.replace(/(?:(?<=s|x|ch|sh)es|s)$/, "");
    if (vocabulary.has(single)) return [single];
    return takenApart(bare) ?? [bare];
  });
}

/** `IDcard`, `e_m_a_i_l`: the letters alone. */
function joinedWords(name: string): readonly string[] {
  const letters = name.toLowerCase().replaceAll(/[^a-z]/g, "");
  return vocabulary.has(letters) ? [letters] : (takenApart(letters) ?? []);
}

/** The fewest known words that a run of letters is made of. */
function takenApart(letters: string): readonly string[] | undefined {
  if (letters.length < 4 || letters.length > longestJoined) return undefined;
  const best: (readonly string[] | undefined)[] = [[]];
  for (let end = 2; end <= letters.length; end++) {
    for (let start = 0; start <= end - 2; start++) {
      const before = best[start];
      if (before === undefined || before.length >= mostPieces) continue;
      if (before.length + 1 >= (best[end]?.length ?? mostPieces + 1)) continue;
      const piece = letters.slice(start, end);
      const isPiece = piece.length >= leastPiece ? vocabulary.has(piece) : shortPieces.has(piece);
      if (isPiece) best[end] = [...before, piece];
    }
  }
  return best[letters.length];
}
