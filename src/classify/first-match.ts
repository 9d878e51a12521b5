/** What a list of entries says of a record, where the first that matches wins. */
export type Verdict<Entry> =
  | { readonly kind: "entry"; readonly entry: Entry; readonly index: number }
  | { readonly kind: "none" }
  /** Entries that might match, had they been readable, would say something else. */
  | { readonly kind: "open"; readonly possible: readonly Entry[] };

/**
 * The first entry that matches. An entry that cannot be decided does not simply fall through: where it would say something
 * else than the next that matches, the question stays open.
 */
export function firstMatch<Entry>(
  entries: readonly Entry[],
  match: (entry: Entry) => "yes" | "no" | "unknown",
  same: (a: Entry, b: Entry) => boolean,
): Verdict<Entry> {
  const possible: Entry[] = [];
  for (const [index, entry] of entries.entries()) {
    const matched = match(entry);
    if (matched === "unknown") possible.push(entry);
    if (matched !== "yes") continue;
    if (possible.every((other) => same(other, entry))) return { kind: "entry", entry, index };
    return { kind: "open", possible: [...possible, entry] };
  }
  return possible.length === 0 ? { kind: "none" } : { kind: "open", possible };
}
