import type { CompiledPolicy } from "../../policies/index.ts";
import { type AnyFacts, oneStepLower, type StreamedFinding } from "../model/index.ts";
import type { Draft } from "./draft.ts";
import { pickPerFamily } from "./families.ts";
import { whatToSupply } from "./missing-facts.ts";
import type { RunContext } from "./options.ts";
import { type SubjectDraft, subjectFinding, undecidedFinding } from "./subject-finding.ts";
import type { SubjectInQuestion } from "./subjects.ts";
import { mergeWorlds } from "./undeclared.ts";

/**
 * Asks the rules that have a subject. A rule that cannot be decided for several accounts or platforms is said once, about the
 * operator: what is missing is missing everywhere.
 */
export function* judgeSubjects(
  subjects: readonly SubjectInQuestion[],
  worlds: readonly Readonly<Record<string, unknown>>[],
  parameters: Readonly<Record<string, unknown>>,
  context: RunContext,
): Iterable<StreamedFinding> {
  const policies = context.book.policies.filter(({ policy }) => policy.subject !== undefined);
  const undecided = new Map<CompiledPolicy, SubjectDraft[]>();
  for (const subject of subjects) {
    const asked = policies.filter(({ policy }) => policy.subject === subject.kind);
    if (asked.length === 0) continue;
    const [plain = [], designated] = worlds.map((operator) => {
      const drafts = asked.flatMap((policy) => draftOf(policy, { ...subject.facts(policy), operator, parameters }));
      return pickPerFamily(drafts);
    });
    for (const draft of designated === undefined ? plain : mergePerFamily(plain, designated)) {
      const told = { subject, draft };
      if (!draft.undecided || subject.kind === "operator" || subject.kind === "route") {
        yield subjectFinding(told, context);
        continue;
      }
      undecided.set(draft.policy, [...(undecided.get(draft.policy) ?? []), told]);
    }
  }
  for (const drafts of undecided.values()) yield undecidedFinding(drafts, context);
}

function draftOf(policy: CompiledPolicy, facts: AnyFacts): readonly Draft[] {
  const { state, missing } = policy.decide(facts);
  if (state === "passes") return [];
  const firing = policy.outcome(facts);
  if (state === "unknown" && firing.verdict === "permitted") return [];
  const undecided = state === "unknown";
  return [
    {
      policy,
      family: policy.policy.family,
      verdict: undecided ? "review" : firing.verdict,
      severity: undecided ? oneStepLower(firing.severity) : firing.severity,
      basis: firing.basis,
      missing: undecided ? whatToSupply(missing, { place: {} }) : [],
      related: [],
      route: { kind: "none" },
      routeCounts: true,
      undecided,
      weakClass: false,
      about: [],
    },
  ];
}

/** Rules of different families have nothing to do with each other here, as the rules of one edge have. */
function mergePerFamily(plain: readonly Draft[], designated: readonly Draft[]): readonly Draft[] {
  const families = new Set([...plain, ...designated].map(({ family }) => family));
  return [...families].flatMap((family) =>
    mergeWorlds(
      plain.filter((draft) => draft.family === family),
      designated.filter((draft) => draft.family === family),
    ),
  );
}
