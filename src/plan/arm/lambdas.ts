import type { Context } from "./context.ts";
import type { Expression } from "./expression.ts";
import { type ArmValue, isList, isObject, isUnknown, shown, unknownValue } from "./values.ts";

type Call = Extract<Expression, { kind: "call" }>;
type Run = (expression: Expression, context: Context) => ArmValue;

/** A function of the template language that is given another one: `lambda('item', lambdaVariables('item'))`. */
export type LambdaFunction = (asked: Call, context: Context, run: Run) => ArmValue | undefined;

/** What a lambda gives for values of its variables; it may leave out the last ones. */
type Applied = (...values: readonly ArmValue[]) => ArmValue;

function lambdaOf(expression: Expression | undefined, context: Context, run: Run): Applied | undefined {
  if (expression?.kind !== "call" || expression.name !== "lambda") return undefined;
  const names = expression.args.slice(0, -1).map((name) => run(name, context));
  const body = expression.args.at(-1);
  if (body === undefined) return undefined;
  return (...values) => {
    const variables = new Map(context.variables);
    for (const [index, name] of names.entries()) {
      if (typeof name === "string") variables.set(name.toLowerCase(), values[index] ?? null);
    }
    return run(body, { ...context, variables });
  };
}

/**
 * A function of a list and lambdas. Where the list is not known, nor is what it gives; but what the lambdas are made of is known.
 */
function overList(
  lambdas: number,
  work: (items: readonly ArmValue[], applied: readonly Applied[]) => ArmValue | undefined,
): LambdaFunction {
  return (asked, context, run) => {
    const [first, ...rest] = asked.args;
    const items = first === undefined ? null : run(first, context);
    const applied = rest.flatMap((one) => lambdaOf(one, context, run) ?? []);
    if (applied.length < lambdas || applied.length !== rest.length) return undefined;
    if (isList(items)) return work(items, applied);
    const pending = applied.map((one) => one(unknownValue("{item}"), unknownValue("{item}")));
    return unknownValue(`{${asked.written}(${shown(items)})}`, [items, ...pending]);
  };
}

/** `undefined` where one of them is not known. */
function allText(values: readonly ArmValue[]): readonly string[] | undefined {
  const texts = values.filter((value) => typeof value === "string");
  return texts.length === values.length ? texts : undefined;
}

/** What is made of parts that are not all known. */
function mixed(name: string, parts: readonly ArmValue[]): ArmValue {
  return unknownValue(`{${name}(…)}`, parts);
}

const map = overList(1, (items, [each]) => items.map((item, index) => each?.(item, index) ?? null));

const filter = overList(1, (items, [keeps]) => {
  const answers = items.map((item, index) => keeps?.(item, index) ?? null);
  return answers.some(isUnknown)
    ? mixed("filter", [...items, ...answers])
    : items.filter((_, index) => answers[index] === true);
});

const sort = overList(1, (items, [precedes]) => {
  let isKnown = true;
  const sorted = items.toSorted((a, b) => {
    const answer = precedes?.(a, b) ?? null;
    if (isUnknown(answer)) isKnown = false;
    return answer === true ? -1 : 1;
  });
  return isKnown ? sorted : mixed("sort", items);
});

const toObject = overList(1, (items, [keyOf, worthOf]) => {
  const keys = allText(items.map((item) => keyOf?.(item) ?? null));
  const values = items.map((item) => worthOf?.(item) ?? item);
  return keys === undefined
    ? mixed("toObject", values)
    : Object.fromEntries(keys.map((key, index) => [key, values[index] ?? null]));
});

const groupBy = overList(1, (items, [keyOf]) => {
  const keys = allText(items.map((item) => keyOf?.(item) ?? null));
  if (keys === undefined) return mixed("groupBy", items);
  const groups = Map.groupBy(keys.keys(), (index) => keys[index] ?? "");
  return Object.fromEntries([...groups].map(([key, indexes]) => [key, indexes.map((index) => items[index] ?? null)]));
});

const reduce: LambdaFunction = ({ args: [first, initial, lambda], written }, context, run) => {
  const combine = lambdaOf(lambda, context, run);
  if (first === undefined || initial === undefined || combine === undefined) return undefined;
  const items = run(first, context);
  const start = run(initial, context);
  if (!isList(items)) return unknownValue(`{${written}(${shown(items)})}`, [items, start]);
  return items.reduce((made, item, index) => combine(made, item, index), start);
};

const mapValues: LambdaFunction = ({ args: [first, lambda], written }, context, run) => {
  const each = lambdaOf(lambda, context, run);
  if (first === undefined || each === undefined) return undefined;
  const holder = run(first, context);
  if (!isObject(holder)) return unknownValue(`{${written}(${shown(holder)})}`, [holder]);
  return Object.fromEntries(Object.entries(holder).map(([name, value]) => [name, each(value)]));
};

const lambdaVariables: LambdaFunction = ({ args: [first] }, context, run) => {
  const name = first === undefined ? null : run(first, context);
  return typeof name === "string" ? context.variables?.get(name.toLowerCase()) : undefined;
};

/** By name in lower case (lambda functions for ARM templates, learn.microsoft.com, read 2026-11-22). */
export const lambdaFunctions: ReadonlyMap<string, LambdaFunction> = new Map([
  ["filter", filter],
  ["groupby", groupBy],
  ["lambdavariables", lambdaVariables],
  ["map", map],
  ["mapvalues", mapValues],
  ["reduce", reduce],
  ["sort", sort],
  ["toobject", toObject],
]);
