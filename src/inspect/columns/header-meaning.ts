import type { HeaderTopic } from "../../model/index.ts";
import type { HeaderMeaning } from "../dictionaries/headers.ts";
import type { NamedHints } from "./hints.ts";

/** A word or phrase that was found in a name, with where it ends. */
export interface Meant {
  readonly start: number;
  readonly end: number;
  readonly meaning: HeaderMeaning;
}

/** What follows the last known word: nothing that matters, a word nobody knows, one that makes it something else, or a hash of it. */
export type Tail = "none" | "unknown" | "other" | "derived";

/** The last word decides what the values are; all words together say what they are about. */
export function hintsOf(meant: readonly Meant[], head: Meant | undefined, tail: Tail, isQuestion: boolean): NamedHints {
  const topics = new Set<HeaderTopic>();
  if (head === undefined || tail === "other" || isQuestion) {
    // Parents of a path are about the same; `is_minor` says that there are some.
    for (const { meaning } of meant) {
      for (const topic of meaning.topics ?? []) {
        if (head === undefined || (isQuestion && topic === "minors")) topics.add(topic);
      }
    }
    return { strong: new Set(), weak: new Set(), veto: head !== undefined, topics };
  }
  const { meaning } = head;
  if (tail === "derived") {
    // A hash of a password or a file is no person's number in disguise.
    const isOfPerson = (meaning.strong ?? []).length + (meaning.weak ?? []).length > 0 && meaning.veto !== true;
    return {
      strong: new Set(),
      weak: new Set(),
      veto: true,
      topics: new Set(isOfPerson ? ["derived"] : meaning.topics),
    };
  }
  const isVetoed = meaning.veto === true;
  for (const one of isVetoed ? [head] : meant) for (const topic of one.meaning.topics ?? []) topics.add(topic);
  const strong = new Set(tail === "unknown" ? [] : meaning.strong);
  const weak = new Set([...(meaning.weak ?? []), ...(tail === "unknown" ? (meaning.strong ?? []) : [])]);
  return { strong, weak, veto: isVetoed, topics };
}

/** The same word may stand in several rows: `student name` is a name, and a minor's. */
export function joinMeanings(one: HeaderMeaning | undefined, other: HeaderMeaning): HeaderMeaning {
  if (one === undefined) return other;
  const strong = [...new Set([...(one.strong ?? []), ...(other.strong ?? [])])];
  const weak = [...new Set([...(one.weak ?? []), ...(other.weak ?? [])])].filter((id) => !strong.includes(id));
  const topics = [...new Set([...(one.topics ?? []), ...(other.topics ?? [])])];
  return { strong, weak, topics, ...(one.veto === true || other.veto === true ? { veto: true } : {}) };
}

/** `child name` is about a child, and a name: what a longer phrase does not say of the values, its last words do. */
export function withDetectorsOf(meaning: HeaderMeaning, head: HeaderMeaning): HeaderMeaning {
  const says = meaning.veto === true || (meaning.strong ?? []).length > 0 || (meaning.weak ?? []).length > 0;
  // A card of members or patients is no card of a bank.
  if (says || head.veto === true || head.strong?.includes("bank-card") === true) return meaning;
  return { ...meaning, strong: head.strong ?? [], weak: head.weak ?? [] };
}
