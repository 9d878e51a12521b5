import type { PlannedChange } from "../../model/index.ts";

/** A resource of a preview. */
export interface Step {
  readonly urn: string;
  readonly change: PlannedChange;
  /** `aws:s3/bucket:Bucket`. */
  readonly token: string;
  readonly inputs: unknown;
  /** Groups other resources and is none itself. */
  readonly isComponent: boolean;
  /** URN of its provider, without the id behind it. */
  readonly provider?: string;
  /** URNs that each input is made of. */
  readonly dependencies: ReadonlyMap<string, readonly string[]>;
  /** Where the program declares it, as the engine says: `project:///index.ts#12,3`. */
  readonly position?: string;
}

/** What each operation means (pulumi/pkg/display, read 2026-11-22); `undefined` = nothing is left of it. */
const operations: ReadonlyMap<string, PlannedChange | undefined> = new Map<string, PlannedChange | undefined>([
  ["create", "create"],
  ["create-replacement", "replace"],
  ["delete", undefined],
  ["delete-replaced", undefined],
  ["discard", undefined],
  ["discard-replaced", undefined],
  ["import", "none"],
  ["import-replacement", "replace"],
  ["read", "none"],
  ["read-discard", undefined],
  ["read-replacement", "none"],
  ["refresh", "drift"],
  ["remove-pending-replace", undefined],
  ["replace", "replace"],
  ["same", "none"],
  ["update", "update"],
]);

/** The stronger one of several steps of a resource stands. */
const strength: readonly PlannedChange[] = ["none", "drift", "update", "create", "replace"];

export interface Steps {
  /** By URN, in the order of the preview. */
  readonly resources: ReadonlyMap<string, Step>;
  /** Steps that do not say what they are about, or by an operation that this version does not know. */
  readonly unreadable: number;
}

export function readSteps(steps: readonly unknown[]): Steps {
  const resources = new Map<string, Step>();
  let unreadable = 0;
  for (const item of steps) {
    const op = member(item, "op");
    const urn = member(item, "urn");
    const isKnown = typeof op === "string" && operations.has(op);
    if (!isKnown) unreadable += 1;
    // An operation that is not known may be a change.
    const change = isKnown ? operations.get(op) : "update";
    const step = typeof urn === "string" && change !== undefined ? stepOf(item, urn, change) : undefined;
    if (step === undefined) {
      if (isKnown && change !== undefined) unreadable += 1;
      continue;
    }
    const before = resources.get(urn as string);
    if (before === undefined || strength.indexOf(before.change) < strength.indexOf(step.change)) {
      resources.set(step.urn, step);
    }
  }
  return { resources, unreadable };
}

function stepOf(item: unknown, urn: string, change: PlannedChange): Step | undefined {
  const state = member(item, "newState") ?? member(item, "oldState");
  const token = member(state, "type") ?? tokenOf(urn);
  if (typeof token !== "string") return undefined;
  const provider = member(state, "provider") ?? member(item, "provider");
  const position = member(state, "sourcePosition");
  const outputs = change === "none" || change === "drift" ? member(state, "outputs") : undefined;
  const inputs = member(state, "inputs");
  return {
    urn,
    change,
    token,
    // What is only read has no inputs that say what it is.
    inputs: isObject(inputs) && Object.keys(inputs).length > 0 ? inputs : (outputs ?? inputs),
    isComponent: member(state, "custom") === false,
    dependencies: dependenciesOf(member(state, "propertyDependencies")),
    ...(typeof provider === "string" ? { provider: provider.replace(/::[^:]*$/, "") } : {}),
    ...(typeof position === "string" ? { position } : {}),
  };
}

/** Type in `urn:pulumi:STACK::PROJECT::PARENT$TYPE::NAME`. */
function tokenOf(urn: string): string | undefined {
  return urn.split("::")[2]?.split("$").at(-1);
}

function dependenciesOf(value: unknown): Step["dependencies"] {
  const found = new Map<string, readonly string[]>();
  if (!isObject(value)) return found;
  for (const [name, urns] of Object.entries(value)) {
    if (Array.isArray(urns))
      found.set(
        name,
        urns.filter((urn) => typeof urn === "string"),
      );
  }
  return found;
}

function isObject(value: unknown): value is object {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

export function member(value: unknown, name: string): unknown {
  if (!isObject(value) || !Object.hasOwn(value, name)) return undefined;
  return (value as { readonly [name: string]: unknown })[name];
}
