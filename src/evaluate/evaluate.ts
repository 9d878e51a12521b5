import type { EdgeInQuestion, Facts, Judgement, ParameterValue } from "../model/index.ts";
import { createRegister } from "./approvals.ts";
import { type Decisions, decide } from "./decide.ts";
import { createDecisionCache } from "./decision-cache.ts";
import { parameterWords } from "./describe.ts";
import { factsOfEdge } from "./edge-facts.ts";
import { pickPerFamily } from "./families.ts";
import { findingOf } from "./finding.ts";
import { createFolder, isFolded } from "./fold.ts";
import { judgeEdge } from "./judge-edge.ts";
import { countsFor, operatorWorlds } from "./operator-facts.ts";
import type { EvaluateOptions } from "./options.ts";
import { findSuppression } from "./suppress.ts";
import { mergeWorlds } from "./undeclared.ts";

/**
 * Judges edges as they stream. Memory holds the distinct combinations of facts (bounded) and one object per account and
 * folded rule. Edges of one resource have to come one after the other; folded findings come last, after their members.
 * @throws JingneiError `internal` when a condition fails for another reason than an unknown fact.
 */
export function* evaluate(edges: Iterable<EdgeInQuestion>, options: EvaluateOptions): Iterable<Judgement> {
  const { book, asOf, approvals, suppressions, caseInsensitiveIds } = options;
  const parameters = parameterFacts(book.parameters, options.mode);
  const worlds = operatorWorlds(options.operator, book.parameters, asOf);
  const register = createRegister(approvals, countsFor(options.operator, asOf), asOf, caseInsensitiveIds);
  const context = { ...options, parameterWords: parameterWords(book.parameters) };
  const folder = createFolder(context);
  const decideOnce = createDecisionCache(book.policies, (facts): readonly Decisions[] => {
    const answers = worlds.map((operator) => decide(book.policies, { ...facts, operator, parameters }));
    return answers.every(({ fired, undecided }) => fired.length + undecided.length === 0) ? nothing : answers;
  });

  for (const question of edges) {
    const { resource, data } = question;
    // Declared as collected elsewhere, and nothing of the mainland in it: none of the duties reaches it.
    if (resource.scope === "out" && !data.originContradicted) continue;
    const decisions = decideOnce(factsOfEdge(question));
    if (decisions === nothing) continue;
    const [plain = [], designated] = decisions.map((world) => pickPerFamily(judgeEdge(question, world, register)));
    const foldsCase = caseInsensitiveIds(resource.provider);
    for (const draft of designated === undefined ? plain : mergeWorlds(plain, designated)) {
      const suppression = findSuppression(suppressions, draft.policy.policy.id, resource.id, asOf, foldsCase);
      if (!isFolded(draft, question)) {
        yield { kind: "finding", finding: findingOf(draft, question, context, suppression) };
        continue;
      }
      const member = folder.add(draft, question, suppression);
      if (member !== undefined) yield member;
    }
  }
  yield* folder.finish();
}

/** The usual answer, the same object every time. */
const nothing: readonly Decisions[] = [];

function parameterFacts(values: Readonly<Record<string, ParameterValue>>, mode: string): Facts["parameters"] {
  const facts = Object.entries(values).map(([name, value]) => {
    return [name, typeof value === "number" && Number.isInteger(value) ? BigInt(value) : value];
  });
  return { ...Object.fromEntries(facts), mode };
}
