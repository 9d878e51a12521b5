import type { Evaluation, TemplateFunction } from "../stack-template/dialect.ts";
import { argumentsOf, bounded, commonFunctions, laterFunction } from "../stack-template/functions.ts";
import { isPending, isValueList, isValueMap, pending, refsOf, textOf, type Value } from "../stack-template/value.ts";

/** Functions of ROS whose value is left to the service. */
const laterNames: readonly string[] = [
  "Add",
  "Any",
  "Avg",
  "Calculate",
  "Contains",
  "Cidr",
  "EachMemberIn",
  "FormatTime",
  "GetAZs",
  "GetJsonValue",
  "GetStackOutput",
  "Jq",
  "MarketplaceImage",
  "MatchPattern",
  "Max",
  "MemberListToMap",
  "MergeMapToList",
  "Min",
  "SelectMapList",
  "TransformNamespace",
];

/** Functions of ROS (Alibaba Cloud ROS User Guide, Functions, read 2026-11-22). */
export const rosFunctions: ReadonlyMap<string, TemplateFunction> = new Map<string, TemplateFunction>([
  ...commonFunctions,
  ...laterNames.map((name): [string, TemplateFunction] => [`Fn::${name}`, laterFunction]),
  ["Fn::Str", asText],
  ["Fn::Replace", replace],
  ["Fn::ListMerge", mergeLists],
  ["Fn::MergeMap", mergeMaps],
  ["Fn::Index", indexOf],
  ["Fn::Base64Encode", commonFunctions.get("Fn::Base64") ?? laterFunction],
  ["Fn::Base64Decode", decode],
]);

function asText(argument: unknown, evaluation: Evaluation): Value {
  const value = evaluation.value(argument);
  return textOf(value) ?? pending(refsOf(value));
}

/** `[{ from: to }, text]`. */
function replace(argument: unknown, evaluation: Evaluation): Value {
  const [changes, text] = argumentsOf(argument, evaluation) ?? [];
  let whole = textOf(text);
  if (whole === undefined || !isValueMap(changes)) return pending(refsOf([changes, text]));
  for (const [from, to] of Object.entries(changes)) {
    const put = textOf(to);
    if (put === undefined || from === "") return pending(refsOf([changes, text]));
    const longer = bounded(whole.split(from).join(put));
    if (typeof longer !== "string") return longer;
    whole = longer;
  }
  return whole;
}

function mergeLists(argument: unknown, evaluation: Evaluation): Value {
  const lists = argumentsOf(argument, evaluation);
  if (lists === undefined || lists.some(isPending)) return pending(refsOf(lists));
  return bounded(lists.flatMap((list) => (isValueList(list) ? list : [list])));
}

function mergeMaps(argument: unknown, evaluation: Evaluation): Value {
  const maps = argumentsOf(argument, evaluation);
  if (maps === undefined || !maps.every(isValueMap)) return pending(refsOf(maps));
  return Object.fromEntries(maps.flatMap((map) => Object.entries(map)));
}

function indexOf(argument: unknown, evaluation: Evaluation): Value {
  const [item, list] = argumentsOf(argument, evaluation) ?? [];
  const wanted = textOf(item);
  if (wanted === undefined || !isValueList(list)) return pending(refsOf([item, list]));
  const texts = list.map(textOf);
  const found = texts.indexOf(wanted);
  return texts.includes(undefined) || found < 0 ? pending(refsOf(list)) : found;
}

function decode(argument: unknown, evaluation: Evaluation): Value {
  const value = evaluation.value(argument);
  const text = textOf(value);
  return text === undefined ? pending(refsOf(value)) : bounded(Buffer.from(text, "base64").toString("utf8"));
}
