import type { PolicyBook } from "../../policies/index.ts";
import type { EvaluateOptions } from "../evaluate/index.ts";
import type { Judgement, Operator, OperatorStatus } from "../model/index.ts";
import type { RunStore } from "../store/open.ts";
import type { OwnFinding } from "../store/own-finding.ts";
import { type ComparedRule, writeWhatIf } from "../store/what-if.ts";

/** What a run can be compared with. */
export type OtherStatus = "ciio" | "non-ciio";

/** The operator with the designation it is asked about; being a state organ has nothing to do with it. */
export function operatorAs(operator: Operator, other: OtherStatus): Operator {
  const kept = operator.status.filter((status) => status === "state-organ");
  const status: readonly OperatorStatus[] = other === "non-ciio" && kept.length > 0 ? kept : [...kept, other];
  return { ...operator, status };
}

/**
 * Judges the same edges once more, for an operator of another status, and keeps what would change beside the findings.
 * @param now the run's own findings.
 * @param judge judges the run's edges for the operator it is given.
 */
export function askWhatIf(
  store: RunStore,
  now: Iterable<OwnFinding>,
  other: OtherStatus,
  { operator, book, asOf }: Pick<EvaluateOptions, "operator" | "book" | "asOf">,
  judge: (operator: Operator) => Iterable<Judgement>,
): void {
  const changed = operatorAs(operator, other);
  writeWhatIf(store, changed.status, now, judge(changed), ruleFinder(book.on(asOf)));
}

function ruleFinder({ policies }: PolicyBook): (policy: string) => ComparedRule {
  const rules = new Map(policies.map(({ policy }) => [policy.id, policy]));
  return (id) => {
    const rule = rules.get(id);
    if (rule === undefined) throw new Error(`a finding of ${id}, which the book does not have`);
    return rule;
  };
}
