import { isOpen } from "../model/index.ts";
import type { Draft } from "./draft.ts";

/** Of each family one draft: open before closed, not met before review, then rank. The others stand in its `related`. */
export function pickPerFamily(drafts: readonly Draft[]): readonly Draft[] {
  const families = Map.groupBy(drafts, (draft) => draft.family);
  return [...families.values()].flatMap((members) => {
    const [main, ...others] = [...members].sort(byPrecedence);
    if (main === undefined) return [];
    if (others.length === 0) return [main];
    const related = [main, ...others].flatMap((draft) => draft.related).concat(others.map((d) => d.policy.policy.id));
    const missing = main.undecided ? others.filter((draft) => draft.undecided).flatMap((draft) => draft.missing) : [];
    return [
      {
        ...main,
        missing: [...new Set([...main.missing, ...missing])].sort(),
        related: [...new Set(related)].filter((id) => id !== main.policy.policy.id).sort(),
      },
    ];
  });
}

export function byPrecedence(a: Draft, b: Draft): number {
  return openness(a) - openness(b) || b.policy.policy.rank - a.policy.policy.rank;
}

function openness({ verdict }: Draft): number {
  if (!isOpen(verdict)) return 2;
  return verdict === "not-met" ? 0 : 1;
}
