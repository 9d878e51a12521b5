import { quote } from "../../model/index.ts";
import type { Evaluation, TemplateFunction } from "./dialect.ts";
import { isRawList, member } from "./raw.ts";
import { substitute } from "./substitute.ts";
import { isPending, isSame, isSettled, isValueList, isValueMap, pending, refsOf, textOf, type Value } from "./value.ts";

/** What is longer is not worked out: doubled over and over, a text fills the memory. */
const longestText = 100_000;
const mostItems = 10_000;

/** A value that only the service knows; what it is made of is kept. */
export function laterFunction(argument: unknown, evaluation: Evaluation): Value {
  return pending(refsOf(evaluation.value(argument)));
}

/** Functions that several kinds of templates have in common. */
export const commonFunctions: ReadonlyMap<string, TemplateFunction> = new Map<string, TemplateFunction>([
  [
    "Ref",
    (argument, evaluation) =>
      typeof argument === "string" ? evaluation.ref(argument) : laterFunction(argument, evaluation),
  ],
  ["Fn::GetAtt", attributeOf],
  ["Fn::Join", join],
  ["Fn::Split", split],
  ["Fn::Select", select],
  ["Fn::Sub", substitute],
  ["Fn::FindInMap", findInMap],
  ["Fn::If", choose],
  ["Fn::Base64", base64],
  ["Fn::Length", lengthOf],
  // Never by itself in a setting, but YAML writes it with a tag too.
  ["Condition", truth("Condition")],
  ...["Fn::And", "Fn::Or", "Fn::Not", "Fn::Equals"].map((name): [string, TemplateFunction] => [name, truth(name)]),
]);

/** The value, or what it is made of where it would be too long. */
export function bounded(value: Value): Value {
  const isTooLong =
    typeof value === "string" ? value.length > longestText : isValueList(value) && value.length > mostItems;
  return isTooLong ? pending(refsOf(value)) : value;
}

/** Evaluates the items of a list one by one, or a list as a whole where a function makes it. */
export function argumentsOf(argument: unknown, evaluation: Evaluation): readonly Value[] | undefined {
  if (isRawList(argument)) return argument.map((item) => evaluation.value(item));
  const value = evaluation.value(argument);
  return isValueList(value) ? value : undefined;
}

function attributeOf(argument: unknown, evaluation: Evaluation): Value {
  if (typeof argument === "string") {
    const dot = argument.indexOf(".");
    return dot < 0
      ? evaluation.attribute(argument, "")
      : evaluation.attribute(argument.slice(0, dot), argument.slice(dot + 1));
  }
  if (!isRawList(argument)) return laterFunction(argument, evaluation);
  const [name, ...path] = argument.map((item) => evaluation.value(item));
  const attribute = path.map(textOf);
  if (typeof name !== "string") return pending(refsOf([name, ...path]));
  return evaluation.attribute(name, attribute.includes(undefined) ? "" : attribute.join("."));
}

function join(argument: unknown, evaluation: Evaluation): Value {
  const [delimiter, items] = argumentsOf(argument, evaluation) ?? [];
  const parts = isValueList(items) ? items.map(textOf) : [undefined];
  const between = textOf(delimiter);
  if (between === undefined || parts.includes(undefined)) return pending(refsOf([delimiter, items]));
  return bounded(parts.join(between));
}

function split(argument: unknown, evaluation: Evaluation): Value {
  const [delimiter, text] = argumentsOf(argument, evaluation) ?? [];
  const between = textOf(delimiter);
  const whole = textOf(text);
  return between === undefined || between === "" || whole === undefined
    ? pending(refsOf([delimiter, text]))
    : bounded(whole.split(between));
}

/** `[index, list]`, and for lists that a function makes of maps `[key, map]`, with what to take where there is no such item. */
function select(argument: unknown, evaluation: Evaluation): Value {
  const [key, from, instead] = argumentsOf(argument, evaluation) ?? [];
  const name = textOf(key);
  if (name === undefined || isPending(from)) return pending(refsOf([key, from, instead]));
  const item = isValueList(from)
    ? from[Number(name)]
    : isValueMap(from) && Object.hasOwn(from, name)
      ? from[name]
      : undefined;
  if (item !== undefined) return item;
  if (instead !== undefined) return instead;
  evaluation.note("Fn::Select names an item that its list does not have");
  return pending(refsOf(from));
}

function findInMap(argument: unknown, evaluation: Evaluation): Value {
  if (!isRawList(argument)) return laterFunction(argument, evaluation);
  const [map, row, column, options] = argument;
  const keys = [map, row, column].map((key) => evaluation.value(key));
  const [mapName, rowName, columnName] = keys.map(textOf);
  const fallback = member(options, "DefaultValue");
  if (mapName === undefined || rowName === undefined || columnName === undefined) return pending(refsOf(keys));
  const cell = evaluation.cell(mapName, rowName, columnName);
  if (cell !== undefined) return evaluation.value(cell);
  if (fallback !== undefined) return evaluation.value(fallback);
  evaluation.note(`the mapping ${quote(mapName)} has no ${quote(`${rowName}.${columnName}`)}`);
  return pending();
}

function choose(argument: unknown, evaluation: Evaluation): Value {
  if (!isRawList(argument)) return laterFunction(argument, evaluation);
  const [condition, whenTrue, whenFalse] = argument;
  const held = evaluation.holds(condition);
  if (held !== undefined) return evaluation.value(held ? whenTrue : whenFalse);
  const branches = [whenTrue, whenFalse].map((branch) => evaluation.perhaps(() => evaluation.value(branch)));
  const [first, second] = branches;
  return isSettled(first) && isSettled(second) && isSame(first, second) ? first : pending(refsOf(branches));
}

function base64(argument: unknown, evaluation: Evaluation): Value {
  const value = evaluation.value(argument);
  const text = textOf(value);
  return text === undefined ? pending(refsOf(value)) : bounded(Buffer.from(text).toString("base64"));
}

function lengthOf(argument: unknown, evaluation: Evaluation): Value {
  const value = evaluation.value(argument);
  if (isValueList(value)) return value.length;
  if (isValueMap(value)) return Object.keys(value).length;
  return typeof value === "string" ? value.length : pending(refsOf(value));
}

function truth(name: string): TemplateFunction {
  return (argument, evaluation) => evaluation.holds({ [name]: argument }) ?? laterFunction(argument, evaluation);
}
