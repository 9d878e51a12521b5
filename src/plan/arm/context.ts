import type { Json } from "./json.ts";
import type { ArmObject, ArmValue } from "./values.ts";
import type { Work } from "./work.ts";

/** What the expressions of a template can name. */
export interface Scope {
  parameter(name: string): ArmValue;
  variable(name: string): ArmValue;
  /** What `reference(…)` and its kin give, where that is known before the deployment; else what it refers to. */
  reference(call: string, of: ArmValue): ArmValue | undefined;
  /** Body of a function that the template declares, and the names of its parameters. */
  declaredFunction(name: string): { readonly parameters: readonly string[]; readonly body: Json } | undefined;
  readonly resourceGroup: ArmObject;
  readonly subscription: ArmObject;
  readonly deployment: ArmObject;
}

/** Where the loops stand whose copy is being made. */
export interface Loops {
  /** Loop of the resource. */
  readonly resource?: string;
  /** By name in lower case. */
  readonly positions: ReadonlyMap<string, ArmValue>;
}

export interface Context {
  readonly scope: Scope;
  readonly loops: Loops;
  readonly work: Work;
  /** Variables of the lambdas around it, by name in lower case. */
  readonly variables?: ReadonlyMap<string, ArmValue>;
}
