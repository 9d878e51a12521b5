import { isOpen, oneStepLower, worst } from "../model/index.ts";
import type { Draft } from "./draft.ts";
import { byPrecedence } from "./families.ts";

/**
 * Puts together what holds without a designation as CIIO and what a designation would make of it: one draft per family,
 * then what is left over on either side paired by precedence.
 */
export function mergeWorlds(plain: readonly Draft[], designated: readonly Draft[]): readonly Draft[] {
  const merged: Draft[] = [];
  const lonely: Draft[] = [];
  const left = new Set(designated);
  for (const draft of [...plain].sort(byPrecedence)) {
    const other = designated.find((candidate) => candidate.family === draft.family);
    if (other === undefined) lonely.push(draft);
    else {
      left.delete(other);
      merged.push(mergePair(draft, other));
    }
  }
  const others = [...left].sort(byPrecedence);
  for (const [index, draft] of lonely.entries()) merged.push(mergePair(draft, others[index]));
  for (const draft of others.slice(lonely.length)) merged.push(mergePair(undefined, draft));
  return merged;
}

function mergePair(plain: Draft | undefined, designated: Draft): Draft;
function mergePair(plain: Draft, designated: Draft | undefined): Draft;
function mergePair(plain: Draft | undefined, designated: Draft | undefined): Draft {
  const base = plain ?? designated;
  if (base === undefined) throw new Error("a pair has at least one draft");
  if (plain !== undefined && designated !== undefined && isSameRule(plain, designated)) {
    const severity =
      plain.severity === designated.severity
        ? plain.severity
        : oneStepLower(worst(plain.severity, designated.severity));
    return { ...plain, severity };
  }
  const both = {
    ...base,
    ...(designated === undefined ? {} : { ifDesignated: designated }),
    ...(plain === undefined ? {} : { ifNotDesignated: plain }),
  };
  const open = [plain, designated].some((draft) => draft !== undefined && isOpen(draft.verdict));
  if (!open) return both;
  const related = [...base.related, ...(designated?.related ?? [])];
  if (designated !== undefined && designated !== base) related.push(designated.policy.policy.id);
  const worstOfBoth = worst(plain?.severity ?? base.severity, designated?.severity ?? base.severity);
  return {
    ...both,
    verdict: "review",
    severity: oneStepLower(worstOfBoth),
    missing: [...new Set(["operator.status", ...base.missing])].sort(),
    related: [...new Set(related)].filter((id) => id !== base.policy.policy.id).sort(),
    route: base.route.kind === "none" && designated !== undefined ? designated.route : base.route,
  };
}

function isSameRule(a: Draft, b: Draft): boolean {
  return a.policy === b.policy && a.verdict === b.verdict && a.undecided === b.undecided;
}
