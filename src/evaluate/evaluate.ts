import type { EdgeInQuestion, Facts, Judgement, ParameterValue } from "../model/index.ts";
import { createRegister } from "./approvals.ts";
import { createPlaceWords, parameterWords } from "./describe.ts";
import type { Draft } from "./draft.ts";
import { type FindingMaker, findingMaker } from "./finding.ts";
import { createFolder, isFolded } from "./fold.ts";
import { judgeSubjects } from "./judge-subjects.ts";
import { countsFor, operatorWorlds } from "./operator-facts.ts";
import type { EvaluateOptions } from "./options.ts";
import { createOutcomes } from "./outcomes.ts";
import { subjectsOf } from "./subjects.ts";
import { findSuppression } from "./suppress.ts";

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
  const context = { ...options, book, parameterWords: parameterWords(book.parameters), placeIn: createPlaceWords() };
  const folder = createFolder(context);
  const draftsOf = createOutcomes(ofEdges, worlds, parameters, register);
  const anywhere = ofEdges.filter(({ policy }) => policy.scope === "any");
  const draftsAnywhere = createOutcomes(anywhere, worlds, parameters, register);
  const makers = new WeakMap<Draft, FindingMaker>();

  for (const question of edges) {
    const { resource, data } = question;
    // Declared as collected elsewhere, and nothing of the mainland in it: none of the usual duties reaches it.
    const isOut = resource.scope === "out" && !data.originContradicted;
    const foldsCase = caseInsensitiveIds(resource.provider);
    const names = question.names ?? noNames;
    for (const draft of (isOut ? draftsAnywhere : draftsOf)(question)) {
      const suppression = findSuppression(suppressions, draft.policy.policy.id, resource.id, names, asOf, foldsCase);
      if (isFolded(draft, question)) {
        const member = folder.add(draft, question, suppression);
        if (member !== undefined) yield member;
        continue;
      }
      let make = makers.get(draft);
      if (make === undefined) {
        make = findingMaker(draft, question, context);
        makers.set(draft, make);
      }
      yield { kind: "finding", finding: make(question, suppression) };
    }
  }
  yield* folder.finish();
  if (options.subjects === undefined) return;
  const subjects = subjectsOf(options.subjects, approvals, asOf, register.isUsed);
  for (const finding of judgeSubjects(subjects, worlds, parameters, context)) yield { kind: "finding", finding };
}

function parameterFacts(values: Readonly<Record<string, ParameterValue>>, mode: string): Facts["parameters"] {
  const facts = Object.entries(values).map(([name, value]) => {
    return [name, typeof value === "number" && Number.isInteger(value) ? BigInt(value) : value];
  });
  return { ...Object.fromEntries(facts), mode };
}

function noNames(): readonly string[] {
  return [];
}
