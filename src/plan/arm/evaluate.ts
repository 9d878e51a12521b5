import type { Context, Scope } from "./context.ts";
import { type Expression, isExpression, literalText, parseExpression } from "./expression.ts";
import { textFunctions } from "./functions-text.ts";
import { holding, valueFunctions } from "./functions-values.ts";
import { idFunctions } from "./ids.ts";
import { isJsonList, isJsonObject, type Json, type JsonObject } from "./json.ts";
import { lambdaFunctions } from "./lambdas.ts";
import {
  type ArmValue,
  innerText,
  isList,
  isObject,
  isUnknown,
  propertyOf,
  sameValue,
  shown,
  unknownValue,
} from "./values.ts";
import { maxCopies } from "./work.ts";

/** Works a part of a template out. What only a deployment can tell is an `Unknown` in its place. */
export function evaluate(json: Json, context: Context): ArmValue {
  context.work.step();
  if (typeof json === "string") return evaluateText(json, context);
  if (isJsonList(json)) return json.map((item) => evaluate(item, context));
  if (!isJsonObject(json)) return json;
  const { copy, ...rest } = json;
  const entries = Object.entries(isJsonList(copy) ? rest : json).map(
    ([name, item]) => [name, evaluate(item, context)] as const,
  );
  const copies = isJsonList(copy) ? copy.filter(isJsonObject).map((loop) => copyProperty(loop, context)) : [];
  return Object.fromEntries([...entries, ...copies]);
}

/** A property that a loop makes: `{ name, count, input }`. */
export function copyProperty(loop: JsonObject, context: Context): readonly [string, ArmValue] {
  const { work, loops } = context;
  const name = typeof loop["name"] === "string" ? loop["name"] : "copy";
  const count = evaluate(loop["count"] ?? null, context);
  const input = loop["input"] ?? null;
  function copyAt(position: ArmValue): ArmValue {
    const positions = new Map([...loops.positions, [name.toLowerCase(), position] as const]);
    return evaluate(input, { ...context, loops: { ...loops, positions } });
  }
  if (typeof count !== "number") {
    const one = copyAt(unknownValue(`{copyIndex('${name}')}`));
    return [name, unknownValue(`{copy('${name}', ${textsIn(one).map(shown).join(" ")})}`, textsIn(one))];
  }
  if (count > maxCopies) work.fail(`the loop ${name} makes more than ${maxCopies} copies`);
  return [name, Array.from({ length: Math.max(count, 0) }, (_, index) => copyAt(index))];
}

/** Every text within a value, and every value that is not known. */
export function textsIn(value: ArmValue): readonly ArmValue[] {
  if (typeof value === "string" || isUnknown(value)) return [value];
  if (isList(value)) return value.flatMap(textsIn);
  return isObject(value) ? Object.values(value).flatMap(textsIn) : [];
}

function evaluateText(text: string, context: Context): ArmValue {
  if (!isExpression(text)) return literalText(text);
  const expression = parseExpression(text);
  return expression === undefined ? unknownValue(`{${text.slice(1, -1)}}`) : run(expression, context);
}

function run(expression: Expression, context: Context): ArmValue {
  context.work.step();
  if (expression.kind === "literal") return expression.value;
  if (expression.kind === "property") {
    return access(run(expression.of, context), run(expression.name, context), expression.safe);
  }
  const special = specials.get(expression.name);
  if (special !== undefined) return special(expression, context);
  const made = lambdaFunctions.get(expression.name)?.(expression, context, run);
  return made ?? called(expression, context);
}

function called(expression: Call, context: Context): ArmValue {
  const args = expression.args.map((arg) => run(arg, context));
  const made = call(expression.name, args, context);
  return made === undefined ? unresolved(expression.written, args) : made;
}

function call(name: string, args: readonly ArmValue[], context: Context): ArmValue | undefined {
  const held = textFunctions.get(name) ?? valueFunctions.get(name);
  if (held !== undefined) return !holding.has(name) && args.some(isUnknown) ? undefined : held(args);
  const ids = idFunctions.get(name);
  if (ids !== undefined) return ids(args, context.scope);
  const declared = context.scope.declaredFunction(name);
  if (declared === undefined) return undefined;
  const given = new Map(declared.parameters.map((parameter, index) => [parameter.toLowerCase(), args[index] ?? null]));
  const scope: Scope = {
    ...context.scope,
    parameter(parameter) {
      const value = given.get(parameter.toLowerCase());
      return value === undefined ? unknownValue(`{parameters('${parameter}')}`) : value;
    },
  };
  const { body } = declared;
  return context.work.within(`function ${name} ${JSON.stringify(args.map(shown))}`, `${name}()`, () =>
    evaluate(body, { ...context, scope }),
  );
}

function unresolved(name: string, args: readonly ArmValue[]): ArmValue {
  const texts = args.map((arg) =>
    typeof arg === "string" ? `'${arg}'` : isUnknown(arg) ? innerText(arg) : shown(arg),
  );
  return unknownValue(`{${name}(${texts.join(", ")})}`, args);
}

function access(of: ArmValue, name: ArmValue, safe: boolean): ArmValue {
  const asked = typeof name === "number" ? `[${name}]` : `.${shown(name)}`;
  if (!isUnknown(of) && !isUnknown(name)) {
    const found =
      isObject(of) && typeof name === "string"
        ? propertyOf(of, name)
        : isList(of) && typeof name === "number"
          ? of[name]
          : undefined;
    if (found !== undefined) return found;
    if (safe) return null;
  }
  return unknownValue(`{${isUnknown(of) ? innerText(of) : shown(of)}${asked}}`, [of, name]);
}

type Call = Extract<Expression, { kind: "call" }>;
type Special = (call: Call, context: Context) => ArmValue;

function argument({ args }: Call, index: number, context: Context): ArmValue {
  const arg = args[index];
  return arg === undefined ? null : run(arg, context);
}

function named(read: (name: string, scope: Scope) => ArmValue): Special {
  return (asked, context) => {
    const name = argument(asked, 0, context);
    return typeof name === "string" ? read(name, context.scope) : unresolved(asked.written, [name]);
  };
}

function choose(asked: Call, context: Context): ArmValue {
  const condition = argument(asked, 0, context);
  if (typeof condition === "boolean") return argument(asked, condition ? 1 : 2, context);
  const either = [argument(asked, 1, context), argument(asked, 2, context)] as const;
  return sameValue(...either) === true ? either[0] : unresolved(asked.written, [condition, ...either]);
}

/** `and` ends at the first `false`, `or` at the first `true`, whatever else is not known. */
function junction(decides: boolean): Special {
  return (asked, context) => {
    const values = asked.args.map((arg) => run(arg, context));
    if (values.includes(decides)) return decides;
    return values.every((value) => value === !decides) ? !decides : unresolved(asked.written, values);
  };
}

function coalesce(asked: Call, context: Context): ArmValue {
  for (const [index, arg] of asked.args.entries()) {
    const value = run(arg, context);
    if (isUnknown(value))
      return unresolved(asked.written, [value, ...asked.args.slice(index + 1).map((one) => run(one, context))]);
    if (value !== null) return value;
  }
  return null;
}

function copyIndex(asked: Call, { loops, ...context }: Context): ArmValue {
  const [first, second] = asked.args.map((arg) => run(arg, { ...context, loops }));
  const name = typeof first === "string" ? first.toLowerCase() : loops.resource;
  const position = name === undefined ? undefined : loops.positions.get(name);
  const offset = typeof first === "string" ? (second ?? 0) : (first ?? 0);
  if (typeof position === "number" && typeof offset === "number") return position + offset;
  return unresolved(
    asked.written,
    [first ?? null, second ?? null].filter((arg) => arg !== null),
  );
}

function referring(asked: Call, context: Context): ArmValue {
  const args = asked.args.map((arg) => run(arg, context));
  const [of] = args;
  const found = of === undefined ? undefined : context.scope.reference(asked.written, of);
  return found === undefined ? unresolved(asked.written, args) : found;
}

const specials: ReadonlyMap<string, Special> = new Map<string, Special>([
  ["parameters", named((name, scope) => scope.parameter(name))],
  ["variables", named((name, scope) => scope.variable(name))],
  ["if", choose],
  ["and", junction(false)],
  ["or", junction(true)],
  ["coalesce", coalesce],
  ["copyindex", copyIndex],
  ["reference", referring],
  ["references", referring],
  ["resourceinfo", referring],
  ["resourcegroup", (_, { scope }) => scope.resourceGroup],
  ["subscription", (_, { scope }) => scope.subscription],
  ["deployment", (_, { scope }) => scope.deployment],
]);
