import type { PolicyCase } from "../src/model/index.ts";
import type { CompiledPolicy, Firing, PolicyBook } from "./book.ts";
import { factsOfCase } from "./case-facts.ts";

export interface CaseResult {
  readonly policy: string;
  readonly name: string;
  readonly passed: boolean;
  /** What was expected and what came, for a case that failed. */
  readonly detail: string;
}

/** Runs every policy's own cases. */
export function testPolicies(book: Pick<PolicyBook, "policies" | "parameters">): readonly CaseResult[] {
  return book.policies.flatMap((policy) => policy.policy.cases.map((example) => runCase(policy, example, book)));
}

/** What is cited here and not everywhere. */
function conditionalCitations({ policy }: CompiledPolicy, { basis }: Firing): readonly string[] {
  const conditional = policy.basis.filter(({ when }) => when !== undefined).map(nameOf);
  return basis
    .map(nameOf)
    .filter((name) => conditional.includes(name))
    .sort();
}

function nameOf({ instrument, article }: { readonly instrument: string; readonly article: string }): string {
  return `${instrument} ${article}`;
}

function runCase(
  policy: CompiledPolicy,
  example: PolicyCase,
  { parameters }: Pick<PolicyBook, "parameters">,
): CaseResult {
  const facts = factsOfCase(example.given, parameters);
  const decision = policy.decide(facts);
  const problems: string[] = [];
  const compare = (what: string, expected: string | undefined, actual: string): void => {
    if (expected !== undefined && expected !== actual) problems.push(`${what}: expected ${expected}, got ${actual}`);
  };
  compare("outcome", example.expect, decision.state);
  if (decision.state === "fires") {
    const firing = policy.outcome(facts);
    compare("severity", example.severity, firing.severity);
    compare("verdict", example.verdict, firing.verdict);
    compare(
      "routesCount",
      example.routesCount,
      { true: "yes", false: "no", undefined: "unknown" }[`${firing.routesCount}`],
    );
    compare("cites", example.cites?.toSorted().join(", "), conditionalCitations(policy, firing).join(", "));
  }
  return {
    policy: policy.policy.id,
    name: example.name,
    passed: problems.length === 0,
    detail: problems.join("; "),
  };
}
