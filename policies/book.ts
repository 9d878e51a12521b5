import type {
  AnyFacts,
  Basis,
  DataClass,
  Instruments,
  Parameter,
  ParameterValue,
  Policy,
  Severity,
} from "../src/model/index.ts";
import type { Truth } from "./condition.ts";

/** The law as loaded for one run. */
export interface PolicyBook {
  /** Highest rank first, then by id. */
  readonly policies: readonly CompiledPolicy[];
  readonly instruments: Instruments;
  /** Values after the user's settings. */
  readonly parameters: Readonly<Record<string, ParameterValue>>;
  readonly parameterNotes: Readonly<Record<string, Parameter>>;
  /** Ids that `policies.disable` or `policies.packs` left out; the report shows them. */
  readonly disabled: readonly string[];
  /** Ids of rules that do not hold on the day of the book. */
  readonly notInForce: readonly string[];
  /** Ids that rules ask for under `attestations` in jingnei.yaml. */
  readonly attestations: readonly string[];
  /** Changes whenever a policy, an instrument, a parameter or the selection does. */
  readonly digest: string;
  /**
   * The same book with the law of a day: rules that held then, citations by the numbers of then. Without it a book is today's.
   * @throws JingneiError `usage` for a day before the catalogue begins.
   */
  on(day: string): PolicyBook;
}

/** A policy ready to be asked. */
export interface CompiledPolicy {
  readonly policy: Policy;
  /** Where it was read from. */
  readonly file: string;
  /** Facts that any of its conditions names. */
  readonly facts: ReadonlySet<string>;
  /** Classes of data the rule is about: what an approval has to cover, and whose confidence counts. */
  readonly about: ReadonlySet<DataClass>;
  decide(facts: AnyFacts): Decision;
  /** What firing means on these facts. */
  outcome(facts: AnyFacts): Firing;
  /** The same rule with the citations of a day. */
  on(day: string | undefined): CompiledPolicy;
}

export interface Decision {
  readonly state: "fires" | "passes" | "unknown";
  /** For `unknown`, and for a rule that fires without them: the facts that are missing. */
  readonly missing: readonly string[];
}

export interface Firing {
  readonly severity: Severity;
  readonly verdict: Policy["verdict"];
  readonly basis: readonly Basis[];
  /** Whether a recorded route counts here. */
  readonly routesCount: Truth;
  /** Facts whose want leaves that open. */
  readonly routesMissing: readonly string[];
}
