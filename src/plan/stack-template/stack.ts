import { didYouMean, type Known, known, quote, unknown } from "../../model/index.ts";
import { holdsOf } from "./conditions.ts";
import type { Evaluation } from "./dialect.ts";
import { evaluate } from "./evaluate.ts";
import { membersOf } from "./for-each.ts";
import { literal, parameterValue } from "./parameters.ts";
import { isRawMap, member, type RawMap } from "./raw.ts";
import { type Run, refused } from "./run.ts";
import { readResources, type StackResource } from "./stack-resources.ts";
import type { TemplateText } from "./template-text.ts";
import { isPending, pending, refsOf, textOf, type Value } from "./value.ts";

/** A template, and what is said of it from outside. */
export interface StackSource {
  readonly text: TemplateText;
  /** Real paths of this template and of those that nest it, the outermost first. */
  readonly chain: readonly string[];
  /** Stands before its addresses: `Child.`; empty for the template that was given. */
  readonly prefix: string;
  readonly region: Known<string>;
  readonly regionEvidence: string;
  /** Values for its parameters; `undefined` = none is said. */
  readonly given: (name: string) => Value;
}

/** A stack as it would be made. */
export interface Stack extends Evaluation {
  readonly source: StackSource;
  resources(): ReadonlyMap<string, StackResource>;
  /** Whether its condition lets a resource come about. */
  isMade(name: string): boolean | undefined;
  /** Numbers of the resources that one declaration makes; `undefined` alone = it makes one that has no number. */
  indexes(name: string): readonly (number | undefined)[];
  addressOf(name: string, index?: number): string;
  properties(name: string, index?: number): Value;
  output(name: string): Value;
}

/** @param nestedOutput an output of a nested stack; `undefined` where the resource is no nested stack that could be read */
export function createStack(
  run: Run,
  source: StackSource,
  nestedOutput: (stack: Stack, name: string, index: number | undefined, output: string) => Value,
): Stack {
  const { dialect, options } = run;
  const { text, prefix, given } = source;
  const conditions = new Map<string, boolean | undefined>();
  const locals = new Map<string, Value>();
  const outputs = new Map<string, Value>();
  const counts = new Map<string, readonly (number | undefined)[]>();
  let declared: ReadonlyMap<string, StackResource> | undefined;
  let declaredConditions: ReadonlyMap<string, unknown> | undefined;
  let isCertain = true;

  const section = (name: string): RawMap => {
    const found = member(text.value, name);
    return isRawMap(found) ? found : {};
  };
  const nameOf = (what: string, name: string): string => `${what} ${prefix}${name}`;
  const within = <T>(what: string, name: string, work: () => T): T => run.within(text.path, nameOf(what, name), work);

  function resources(): ReadonlyMap<string, StackResource> {
    declared ??= within("section", "Resources", () => readResources(text, stack, dialect));
    return declared;
  }

  function conditionsOf(): ReadonlyMap<string, unknown> {
    declaredConditions ??= within(
      "section",
      "Conditions",
      () => new Map(membersOf(section("Conditions"), stack).map(({ name, value }) => [name, value])),
    );
    return declaredConditions;
  }

  function named(name: string): { readonly held: boolean | undefined } | undefined {
    if (!conditionsOf().has(name)) return undefined;
    if (!conditions.has(name))
      conditions.set(
        name,
        within("condition", name, () => stack.holds(conditionsOf().get(name))),
      );
    return { held: conditions.get(name) };
  }

  function pseudo(name: string): Value {
    const { region, noValue, account, partition, index } = dialect.pseudo;
    if (name === noValue) return undefined;
    if (name === region) return source.region.known ? source.region.value : pending();
    if (name === index) return run.subject().index ?? pending();
    // The name of the outer stack is not the name of the inner one.
    const isShared = prefix === "" || name === account || name === partition;
    const said = isShared
      ? literal(Object.hasOwn(options.parameters, name) ? options.parameters[name] : undefined)
      : undefined;
    return textOf(said) ?? pending();
  }

  function refer(name: string, made: (index: number | undefined) => Value): Value {
    const address = stack.addressOf(name);
    const { refersTo, prefix: from } = run.subject();
    if (isCertain && from === prefix) refersTo?.(address);
    if (stack.isMade(name) === false) return pending();
    const indexes = stack.indexes(name);
    run.spend(text.path, indexes.length);
    const values = indexes.map(made);
    const [first] = values;
    return resources().get(name)?.count === undefined ? first : values;
  }

  /** Nobody can be led to what is not handed on: a query, a stack that holds others. */
  function itself(name: string, index: number | undefined): Value {
    const kind = resources().get(name)?.kind ?? "";
    const isHandedOn = !dialect.makesNothing(kind) && dialect.nested(kind) === undefined;
    return pending(isHandedOn ? [stack.addressOf(name, index)] : []);
  }

  function undeclared(name: string): Value {
    // A macro may declare it.
    if (member(text.value, "Transform") === undefined) {
      const names = [...Object.keys(section("Parameters")), ...resources().keys()];
      stack.note(`${quote(name)} is not declared in the template.${didYouMean(name, names)}`);
    }
    return pending();
  }

  const stack: Stack = {
    source,
    value: (raw) =>
      run.bounded(
        text.path,
        run.deeper(text.path, () => evaluate(raw, stack, dialect.functions)),
      ),
    holds: (raw) => run.deeper(text.path, () => holdsOf(raw, stack, named)),
    ref(name) {
      if (name.startsWith(dialect.pseudoPrefix)) return pseudo(name);
      const parameter = member(section("Parameters"), name);
      if (parameter !== undefined) return parameterValue(parameter, given(name), dialect);
      const local = member(section("Locals"), name);
      if (local !== undefined) return localValue(name, local);
      if (!resources().has(name)) return undeclared(name);
      return refer(name, (index) => itself(name, index));
    },
    attribute(name, attribute) {
      if (member(section("Locals"), name) !== undefined) return pending();
      if (!resources().has(name)) return undeclared(name);
      const [, output] = /^Outputs\.(.+)$/s.exec(attribute) ?? [];
      const kind = resources().get(name)?.kind ?? "";
      return refer(name, (index) =>
        output === undefined || dialect.nested(kind) === undefined
          ? itself(name, index)
          : nestedOutput(stack, name, index, output),
      );
    },
    cell: (mapping, row, column) => member(member(member(section("Mappings"), mapping), row), column),
    perhaps(work) {
      const before = isCertain;
      isCertain = false;
      try {
        return work();
      } finally {
        isCertain = before;
      }
    },
    note: (detail) => run.note(detail),
    resources,
    isMade(name) {
      const { condition } = resources().get(name) ?? {};
      if (condition === undefined) return true;
      const found = named(condition);
      if (found === undefined) run.note(`${quote(condition)} is no condition of the template`);
      return found?.held;
    },
    indexes(name) {
      const count = resources().get(name)?.count;
      if (count === undefined) return [undefined];
      const before = counts.get(name);
      if (before !== undefined) return before;
      const indexes = within("count of", name, () => numbersUpTo(stack.value(count)));
      counts.set(name, indexes);
      return indexes;
    },
    addressOf: (name, index) => `${prefix}${name}${index === undefined ? "" : `[${index}]`}`,
    properties(name) {
      const { kind = "", properties } = resources().get(name) ?? {};
      const body = dialect.nested(kind)?.body;
      const own = body === undefined ? properties : without(properties, body);
      return stack.value(dialect.properties?.(kind, own, text.value) ?? own ?? {});
    },
    output(name) {
      const output = member(section("Outputs"), name);
      if (output === undefined) return pending();
      if (!outputs.has(name))
        outputs.set(
          name,
          within("output", name, () => stack.value(member(output, "Value"))),
        );
      return outputs.get(name);
    },
    spend: (units) => run.spend(text.path, units),
  };

  /** Numbers from 0; one resource without a number where it is not known how many there are. */
  function numbersUpTo(count: Value): readonly (number | undefined)[] {
    const number = Number(textOf(count));
    if (isPending(count) || !Number.isInteger(number) || number < 0) return [undefined];
    if (number > mostCounted) {
      throw refused(text.path, `Count makes ${number} of one resource`, `Make no more than ${mostCounted}.`);
    }
    return Array.from({ length: number }, (_, index) => index);
  }

  function localValue(name: string, local: unknown): Value {
    const { index, refersTo, prefix: from } = run.subject();
    const key = `${index ?? ""} ${name}`;
    // What asks the cloud has properties instead of a value.
    const work = (): Value => stack.value(member(local, "Value")) ?? pending();
    if (!locals.has(key)) locals.set(key, within("local", name, work));
    const value = locals.get(key);
    if (from === prefix) for (const address of refsOf(value)) refersTo?.(address.replace(/\[\d+\]$/, ""));
    return value;
  }

  return stack;
}

const mostCounted = 10_000;

/** A template within a template is not evaluated with the outer one. */
function without(properties: unknown, name: string): unknown {
  if (!isRawMap(properties)) return properties;
  return Object.fromEntries(Object.entries(properties).filter(([key]) => key !== name));
}

/** The region as the command line says it. */
export function statedRegion(region: string | undefined): Pick<StackSource, "region" | "regionEvidence"> {
  return region === undefined
    ? { region: unknown("unsupported"), regionEvidence: "stack region not stated" }
    : { region: known(region), regionEvidence: "--region" };
}
