import type { Link } from "../../src/model/index.ts";

/** One link for each other end, whatever the case of its id. The least spelling is kept: items come in any order. */
export function onePerTarget(links: readonly Link[]): readonly Link[] {
  const kept = new Map<string, Link>();
  for (const link of links) {
    const key = (link.target.id ?? "").toLowerCase();
    const other = kept.get(key);
    if (other === undefined || (link.target.id ?? "") < (other.target.id ?? "")) kept.set(key, link);
  }
  return [...kept.values()];
}
