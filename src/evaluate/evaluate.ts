import type { CompiledPolicy } from "../../policies/index.ts";
import type { EdgeInQuestion, Facts, Judgement, ParameterValue } from "../model/index.ts";
import { createRegister } from "./approvals.ts";
import { type Decisions, decide } from "./decide.ts";
import { createDecisionCache } from "./decision-cache.ts";
import { parameterWords } from "./describe.ts";
import { type EdgeFacts, factsOfEdge } from "./edge-facts.ts";
import { pickPerFamily } from "./families.ts";
import { findingOf } from "./finding.ts";
import { createFolder, isFolded } from "./fold.ts";
import { judgeEdge } from "./judge-edge.ts";
import { judgeSubjects } from "./judge-subjects.ts";
import { countsFor, operatorWorlds } from "./operator-facts.ts";
import type { EvaluateOptions } from "./options.ts";
import { subjectsOf } from "./subjects.ts";
import { findSuppression } from "./suppress.ts";
import { mergeWorlds } from "./undeclared.ts";

/**
 * Judges edges as they stream. Memory holds the distinct combinations of facts (bounded) and one object per account and
 * folded rule. Edges of one resource have to come one after the other; folded findings come after their members, and last what
 * is said of the operator, its accounts, platforms and routes.
 * @throws JingneiError `internal` when a condition fails for another reason than an unknown fact.
 */
export function* evaluate(edges: Iterable<EdgeInQuestion>, options: EvaluateOptions): Iterable<Judgement> {
  const { asOf, approvals, suppressions, caseInsensitiveIds } = options;
  const book = options.book.on(asOf);
  const ofEdges = book.policies.filter(({ policy }) => policy.subject === undefined);
  const parameters = parameterFacts(book.parameters, options.mode);
  const worlds = operatorWorlds(options.operator, book.parameters, asOf);
  const register = createRegister(approvals, countsFor(options.operator, asOf), asOf, caseInsensitiveIds);
  const context = { ...options, book, parameterWords: parameterWords(book.parameters) };
  const folder = createFolder(context);
  const decider = (policies: readonly CompiledPolicy[]): ((facts: EdgeFacts) => readonly Decisions[]) =>
    createDecisionCache(policies, (facts) => {
      const answers = worlds.map((operator) => decide(policies, { ...facts, operator, parameters }));
      return answers.every(({ fired, undecided }) => fired.length + undecided.length === 0) ? nothing : answers;
    });
  const decideInScope = decider(ofEdges);
  const decideAnywhere = decider(ofEdges.filter(({ policy }) => policy.scope === "any"));

  for (const question of edges) {
    const { resource, data } = question;
    // Declared as collected elsewhere, and nothing of the mainland in it: none of the usual duties reaches it.
    const isOut = resource.scope === "out" && !data.originContradicted;
    const decisions = (isOut ? decideAnywhere : decideInScope)(factsOfEdge(question));
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
  if (options.subjects === undefined) return;
  const subjects = subjectsOf(options.subjects, approvals, asOf, register.isUsed);
  for (const finding of judgeSubjects(subjects, worlds, parameters, context)) yield { kind: "finding", finding };
}

/** The usual answer, the same object every time. */
const nothing: readonly Decisions[] = [];

function parameterFacts(values: Readonly<Record<string, ParameterValue>>, mode: string): Facts["parameters"] {
  const facts = Object.entries(values).map(([name, value]) => {
    return [name, typeof value === "number" && Number.isInteger(value) ? BigInt(value) : value];
  });
  return { ...Object.fromEntries(facts), mode };
}
