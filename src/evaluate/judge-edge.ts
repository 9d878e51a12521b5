import {
  certainConfidence,
  type DataClass,
  dataClasses,
  type EdgeInQuestion,
  isAtLeast,
  oneStepLower,
  type Severity,
  type Verdict,
  worst,
} from "../model/index.ts";
import type { ApprovalRegister } from "./approvals.ts";
import type { Decisions, Fired, Undecided } from "./decide.ts";
import type { Draft } from "./draft.ts";

/** From what the facts decide to what is said of this edge: recorded routes and weak classes. At most one draft per rule. */
export function judgeEdge(
  question: EdgeInQuestion,
  decisions: Decisions,
  register: ApprovalRegister,
): readonly Draft[] {
  return [
    ...decisions.fired.map((fired) => judgeFired(question, fired, decisions.onExceeded, register)),
    ...reviews(question, decisions.undecided, register),
  ];
}

function judgeFired(
  question: EdgeInQuestion,
  fired: Fired,
  onExceeded: Fired | undefined,
  register: ApprovalRegister,
): Draft {
  const { policy, firing } = fired;
  const about = heldOf(question, policy.about);
  // Neither a breach nor an exemption rests on a hint: what is called personal by its name may be sensitive.
  const weakClass = firing.verdict !== "review" && isWeak(question, about);
  const isBreach = firing.verdict === "not-met";
  const route = register.look(question, policy.policy, about);
  const draft: Draft = {
    policy,
    family: policy.policy.family,
    verdict: weakClass ? "review" : firing.verdict,
    severity: weakClass && isBreach ? oneStepLower(firing.severity) : firing.severity,
    basis: firing.basis,
    missing: weakClass ? ["data.class"] : fired.missing,
    related: [],
    route,
    routeCounts: firing.routesCount,
    undecided: false,
    weakClass,
    about,
  };
  if (firing.routesCount === false) return draft;
  if (route.kind === "exceeded" && onExceeded !== undefined && firing.verdict === "not-met") {
    return replaceExceeded(draft, firing.severity, onExceeded);
  }
  if (route.kind !== "accepted" && route.kind !== "permitted" && route.kind !== "arguable") return draft;
  if (route.kind !== "arguable" && firing.routesCount === true) {
    return { ...draft, verdict: route.kind, severity: closedSeverity(route.kind, firing.severity), missing: [] };
  }
  // A route that is on record and may or may not settle it: a person decides.
  const missing = [
    ...new Set([
      ...fired.missing,
      ...(weakClass ? ["data.class"] : []),
      ...firing.routesMissing,
      ...(route.kind === "arguable" ? route.missing : []),
    ]),
  ].sort();
  return {
    ...draft,
    verdict: "review",
    severity: isBreach ? oneStepLower(firing.severity) : firing.severity,
    missing,
  };
}

function replaceExceeded(draft: Draft, severity: Severity, { policy, firing }: Fired): Draft {
  const raised = worst(severity, firing.severity);
  return {
    ...draft,
    policy,
    verdict: draft.weakClass ? "review" : "not-met",
    severity: draft.weakClass ? oneStepLower(raised) : raised,
    basis: firing.basis,
    related: [draft.policy.policy.id],
  };
}

/** An exemption leaves only other duties; what a recorded route covers would reopen at its own priority. */
function closedSeverity(verdict: Verdict, severity: Severity): Severity {
  return verdict === "permitted" && isAtLeast(severity, "low") ? "low" : severity;
}

/**
 * One review per set of missing facts, from the highest rule that could still fire; the others stand in its `related`. A set
 * that another contains joins it: whoever answers the one is asked the other next.
 */
function reviews(
  question: EdgeInQuestion,
  undecided: readonly Undecided[],
  register: ApprovalRegister,
): readonly Draft[] {
  const drafts: Draft[] = [];
  for (const { policy, firing, missing } of undecided) {
    const about = heldOf(question, policy.about);
    const route = register.look(question, policy.policy, about);
    // Whatever the missing facts turn out to be, a recorded route covers it.
    if ((route.kind === "accepted" || route.kind === "permitted") && firing.routesCount === true) continue;
    const place = drafts.findIndex((draft) => isNested(draft.missing, missing));
    const higher = drafts[place];
    if (higher !== undefined) {
      const union = [...new Set([...higher.missing, ...missing])].sort();
      drafts[place] = { ...higher, missing: union, related: [...higher.related, policy.policy.id] };
      continue;
    }
    drafts.push({
      policy,
      family: policy.policy.family,
      verdict: "review",
      severity: oneStepLower(firing.severity),
      basis: firing.basis,
      missing,
      related: [],
      route,
      routeCounts: firing.routesCount,
      undecided: true,
      weakClass: false,
      about,
    });
  }
  return drafts;
}

function isNested(a: readonly string[], b: readonly string[]): boolean {
  return a.every((fact) => b.includes(fact)) || b.every((fact) => a.includes(fact));
}

/** The classes that a rule is about and the data holds, strictest first. */
function heldOf({ data }: EdgeInQuestion, about: ReadonlySet<DataClass>): readonly DataClass[] {
  if (about.size === 0) return [];
  const held = new Set(data.classes.map((entry) => entry.class));
  return dataClasses.filter((candidate) => about.has(candidate) && held.has(candidate));
}

/** No class that the rule is about is known better than by a hint. */
function isWeak({ data }: EdgeInQuestion, about: readonly DataClass[]): boolean {
  const confidences = data.classes.filter((entry) => about.includes(entry.class)).map((entry) => entry.confidence);
  return confidences.length > 0 && Math.max(...confidences) < certainConfidence;
}
