import type { RegionFact } from "../model/index.ts";

/** One provider's region table, ready to be asked. */
export interface RegionIndex {
  /** By id, alias or display name, without regard to case and spaces. */
  region(words: string): RegionFact | undefined;
}

/** Made once per provider; looking up is then a map access. */
export function createRegionIndex(regions: readonly RegionFact[]): RegionIndex {
  const found = new Map<string, RegionFact>();
  // Ids outrank aliases, aliases outrank names.
  for (const fact of regions) claim(found, [fact.id], fact);
  claimAll(found, regions, (fact) => fact.aliases ?? []);
  claimAll(found, regions, (fact) => [fact.name]);
  return { region: (words) => found.get(normalise(words)) };
}

/** Words that two regions share name neither of them. */
function claimAll(
  found: Map<string, RegionFact>,
  regions: readonly RegionFact[],
  wordsOf: (fact: RegionFact) => readonly string[],
): void {
  const claims = new Map<string, RegionFact>();
  const disputed = new Set<string>();
  for (const fact of regions) {
    for (const words of wordsOf(fact).map(normalise)) {
      const other = claims.get(words);
      if (other !== undefined && other !== fact) disputed.add(words);
      claims.set(words, fact);
    }
  }
  for (const [words, fact] of claims) {
    if (!disputed.has(words)) claim(found, [words], fact);
  }
}

function claim(found: Map<string, RegionFact>, words: readonly string[], fact: RegionFact): void {
  for (const word of words.map(normalise)) {
    if (!found.has(word)) found.set(word, fact);
  }
}

function normalise(words: string): string {
  return words.toLowerCase().replace(/\s+/g, "");
}
