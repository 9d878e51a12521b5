import type { CompiledPolicy } from "../../policies/index.ts";
import { certainConfidence, type EdgeInQuestion, type Facts } from "../model/index.ts";
import type { ApprovalRegister } from "./approvals.ts";
import { type Decisions, decide } from "./decide.ts";
import { createDecisionCache } from "./decision-cache.ts";
import type { Draft } from "./draft.ts";
import { type EdgeFacts, factsOfEdge } from "./edge-facts.ts";
import { pickPerFamily } from "./families.ts";
import { judgeEdge } from "./judge-edge.ts";
import { mergeWorlds } from "./undeclared.ts";

/** What one combination of facts decides, and what came of it so far by kind of edge, classes and recorded routes. */
interface Outcome {
  readonly worlds: readonly Decisions[];
  readonly drafts: Map<string, readonly Draft[]>;
}

/** Distinct outcomes kept, and drafts per outcome; a run over a real estate has some hundreds of either. */
const mostKept = 20_000;

/**
 * From an edge to its drafts. The same drafts come back, as the same objects, for all edges that differ in nothing they rest on:
 * the words that hang on them are then made once.
 */
export function createOutcomes(
  policies: readonly CompiledPolicy[],
  operators: readonly Facts["operator"][],
  parameters: Facts["parameters"],
  register: ApprovalRegister,
): (question: EdgeInQuestion) => readonly Draft[] {
  let distinct = new Map<string, Outcome>();
  const outcomeOf = createDecisionCache(policies, (facts: EdgeFacts): Outcome => {
    const worlds = operators.map((operator) => decide(policies, { ...facts, operator, parameters }));
    if (worlds.every(({ fired, undecided }) => fired.length + undecided.length === 0)) return nothing;
    const key = JSON.stringify(worlds.map(summaryOf));
    const known = distinct.get(key);
    if (known !== undefined) return known;
    if (distinct.size >= mostKept) distinct = new Map();
    const outcome = { worlds, drafts: new Map() };
    distinct.set(key, outcome);
    return outcome;
  });
  return (question) => {
    const outcome = outcomeOf(factsOfEdge(question));
    if (outcome === nothing) return noDrafts;
    const { drafts, worlds } = outcome;
    const key = `${question.edge.kind} ${classesOf(question)} ${register.naming(question).join(" ")}`;
    const known = drafts.get(key);
    if (known !== undefined) return known;
    const [plain = [], designated] = worlds.map((world) =>
      untilStopped(pickPerFamily(judgeEdge(question, world, register))),
    );
    const made = designated === undefined ? plain : mergeWorlds(plain, designated);
    if (drafts.size >= mostKept) drafts.clear();
    drafts.set(key, made);
    return made;
  };
}

/** Where a rule stops the work, it alone is told. */
function untilStopped(drafts: readonly Draft[]): readonly Draft[] {
  const stop = drafts.find(({ policy, undecided }) => policy.policy.stops === true && !undecided);
  return stop === undefined ? drafts : [stop];
}

/** The usual answer, the same object every time. */
const nothing: Outcome = { worlds: [], drafts: new Map() };
const noDrafts: readonly Draft[] = [];

/** All that later steps read of what the facts decided. */
function summaryOf({ fired, undecided, onExceeded }: Decisions): unknown {
  return [fired, undecided, onExceeded === undefined ? [] : [onExceeded]].map((rules) =>
    rules.map(({ policy, firing, missing }) => {
      const { severity, verdict, basis, routesCount, routesMissing } = firing;
      const cited = basis.map(({ instrument, article }) => `${instrument} ${article}`);
      return [policy.policy.id, severity, verdict, cited, String(routesCount), routesMissing, missing];
    }),
  );
}

/** The classes held, and which of them rest on a hint. */
function classesOf({ data }: EdgeInQuestion): string {
  let text = "";
  for (const held of data.classes) text += held.class + (held.confidence >= certainConfidence ? "+" : "-");
  return text;
}
