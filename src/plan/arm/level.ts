import type { Context, Loops, Scope } from "./context.ts";
import { evaluate } from "./evaluate.ts";
import { isJsonList, isJsonObject, type Json, type JsonObject } from "./json.ts";
import { entryOf, isSecret, typeOf } from "./parameters.ts";
import { createScope, noLoops, type ScopeAsked, type Where } from "./scope.ts";
import { type ArmValue, isUnknown, sameValue, shown, unknownValue } from "./values.ts";
import { maxCopies, type Work } from "./work.ts";

/** A resource of a template, once for each copy of its loop. */
export interface Instance {
  readonly json: JsonObject;
  readonly context: Context;
  /** What `reference` and `dependsOn` may call it, as `symbolOf` writes it. */
  readonly symbols: readonly string[];
}

/** A template, or a template within one: its names and its resources. */
export interface Level {
  readonly id: string;
  /** Names of the deployments it is in, outermost first. */
  readonly path: readonly string[];
  readonly where: Where;
  readonly scope: Scope;
  instances(): readonly Instance[];
  /** The template within a deployment; `undefined` where it is not in the file. */
  inner(deployment: Instance): Level | undefined;
}

interface LevelAsked extends Pick<ScopeAsked, "template" | "where" | "given"> {
  readonly id: string;
  readonly path: readonly string[];
  readonly work: Work;
  /** Where the template is worked out in the names of the one around it. */
  readonly around?: Context;
  readonly outer?: Level;
}

export function symbolOf(levelId: string, name: string): string {
  return `${levelId}#${name.toLowerCase()}`;
}

export function isDeployment({ json }: Pick<Instance, "json">): boolean {
  return typeof json["type"] === "string" && json["type"].toLowerCase() === "microsoft.resources/deployments";
}

export function openLevel(asked: LevelAsked): Level {
  const { id, path, template, where, work, around, outer } = asked;
  let found: readonly Instance[] | undefined;
  const inners = new Map<Instance, Level | undefined>();

  function instances(): readonly Instance[] {
    found ??= entriesOf(template["resources"], work).flatMap(([name, json]) =>
      copiesOf(json, { scope, work, loops: around?.loops ?? noLoops }, name === undefined ? [] : [name], id),
    );
    return found;
  }

  function reference(call: string, of: ArmValue): ArmValue | undefined {
    const symbol = typeof of === "string" ? symbolOf(id, of) : undefined;
    const hit =
      symbol === undefined
        ? undefined
        : instances().find((instance) => instance.symbols.includes(symbol)) /* by its symbolic name */;
    const deployment = hit ?? instances().find((instance) => isDeployment(instance) && isIdOf(of, instance));
    if (deployment !== undefined && isDeployment(deployment)) {
      const outputs = outputsOf(deployment);
      if (outputs !== undefined) return outputs;
    }
    if (hit !== undefined) return unknownValue(`{${call}('${shown(of)}')}`, [], symbol === undefined ? [] : [symbol]);
    return around?.scope.reference(call, of);
  }

  function outputsOf(deployment: Instance): ArmValue | undefined {
    const json = templateIn(deployment);
    const level = inner(deployment);
    if (json === undefined || level === undefined || !isJsonObject(json["outputs"])) return undefined;
    const name = shown(evaluate(deployment.json["name"] ?? null, deployment.context));
    const context: Context = { scope: level.scope, loops: noLoops, work };
    return work.within(`${level.id} outputs`, `outputs of ${name}`, () => ({
      outputs: Object.fromEntries(
        Object.entries(isJsonObject(json["outputs"]) ? json["outputs"] : {}).map(([output, declaration]) => [
          output,
          { value: outputValue(output, declaration, json, context) },
        ]),
      ),
    }));
  }

  function inner(deployment: Instance): Level | undefined {
    if (inners.has(deployment)) return inners.get(deployment);
    const opened = openInner(deployment, level, work);
    inners.set(deployment, opened);
    return opened;
  }

  const scope: Scope =
    around === undefined
      ? createScope({ id, template, where, work, given: asked.given, reference })
      : { ...around.scope, reference };
  const level: Level = { id, path, where, scope, instances, inner, ...(outer === undefined ? {} : { outer }) };
  return level;
}

/** @throws JingneiError for what is no resource: left out, it would count as nothing. */
function entriesOf(resources: Json | undefined, work: Work): readonly (readonly [string | undefined, JsonObject])[] {
  const isList = isJsonList(resources);
  const entries = isList ? resources.map((json) => [undefined, json] as const) : [];
  const named = isJsonObject(resources) ? Object.entries(resources) : [];
  return [...entries, ...named].map(([name, json]) => {
    if (isJsonObject(json)) return [name, json] as const;
    if (resources !== undefined) work.at(resources);
    return work.fail(`${name === undefined ? "an item of `resources`" : name} is no resource`);
  });
}

function copiesOf(json: JsonObject, context: Context, names: readonly string[], level: string): readonly Instance[] {
  const symbols = names.map((name) => symbolOf(level, name));
  const { copy } = json;
  if (!isJsonObject(copy)) return [{ json, context, symbols }];
  const { work, loops } = context;
  work.at(json);
  const name = (typeof copy["name"] === "string" ? copy["name"] : "copy").toLowerCase();
  const count = evaluate(copy["count"] ?? null, context);
  if (typeof count === "number" && count > maxCopies) work.fail(`the loop ${name} makes more than ${maxCopies} copies`);
  const positions: readonly ArmValue[] =
    typeof count === "number"
      ? Array.from({ length: Math.max(count, 0) }, (_, index) => index)
      : [unknownValue("{copyIndex()}")];
  return positions.map((position): Instance => {
    const at: Loops = { resource: name, positions: new Map([...loops.positions, [name, position]]) };
    return {
      json,
      context: { ...context, loops: at },
      symbols: [...symbols, ...names.map((one) => symbolOf(level, `${one}[${shown(position)}]`))],
    };
  });
}

function isIdOf(of: ArmValue, { json, context }: Instance): boolean {
  if (typeof of !== "string" && !isUnknown(of)) return false;
  const text = shown(of).toLowerCase();
  if (!text.includes("microsoft.resources/deployments")) return false;
  const name = shown(evaluate(json["name"] ?? null, context)).toLowerCase();
  return text.endsWith(`microsoft.resources/deployments/${name}`);
}

function outputValue(name: string, declaration: Json, template: JsonObject, context: Context): ArmValue {
  if (!isJsonObject(declaration)) return null;
  const hidden = isSecret(typeOf({ name, declaration }, template)) || declaration["value"] === undefined;
  return hidden ? unknownValue(`{outputs('${name}')}`) : evaluate(declaration["value"] ?? null, context);
}

function templateIn({ json }: Instance): JsonObject | undefined {
  const properties = json["properties"];
  return isJsonObject(properties) && isJsonObject(properties["template"]) ? properties["template"] : undefined;
}

function openInner(deployment: Instance, outer: Level, work: Work): Level | undefined {
  const template = templateIn(deployment);
  const properties = deployment.json["properties"];
  if (template === undefined || !isJsonObject(properties)) return undefined;
  const { context } = deployment;
  const name = shown(evaluate(deployment.json["name"] ?? null, context));
  const options = properties["expressionEvaluationOptions"];
  const scope = isJsonObject(options) ? evaluate(options["scope"] ?? null, context) : null;
  const isInner = typeof scope === "string" && scope.toLowerCase() === "inner";
  const path = [...outer.path, name];
  const position = [...context.loops.positions.values()].map(shown).join(",");
  return openLevel({
    id: `${outer.id}/${name}[${position}]`,
    path,
    template,
    work,
    outer,
    where: whereOf(deployment, outer),
    given(parameter) {
      const [, entry] = entryOf(properties["parameters"], parameter) ?? [];
      if (entry === undefined) {
        return properties["parametersLink"] === undefined ? undefined : unknownValue(`{parameters('${parameter}')}`);
      }
      if (!isJsonObject(entry) || entry["value"] === undefined) return unknownValue(`{parameters('${parameter}')}`);
      return evaluate(entry["value"], context);
    },
    ...(isInner ? {} : { around: context }),
  });
}

/** Where the template of a deployment is deployed: where the one around it is, unless it says otherwise. */
function whereOf({ json, context }: Instance, outer: Level): Where {
  const { where } = outer;
  const location = json["location"] === undefined ? where.deploymentLocation : evaluate(json["location"], context);
  const here = { ...where, deploymentLocation: location };
  if (json["resourceGroup"] === undefined && json["subscriptionId"] === undefined) return here;
  const subscription =
    json["subscriptionId"] === undefined ? where.subscription : evaluate(json["subscriptionId"], context);
  const group = json["resourceGroup"] === undefined ? where.group : evaluate(json["resourceGroup"], context);
  const same = sameText(subscription, where.subscription) && sameText(group, where.group);
  const groupLocation = same ? where.groupLocation : groupLocationIn(outer, group);
  return { ...here, subscription, group, groupLocation };
}

function sameText(a: ArmValue, b: ArmValue): boolean {
  return sameValue(a, b) ?? (isUnknown(a) && isUnknown(b) && a.text === b.text);
}

/** Location of a resource group that the template itself makes. */
function groupLocationIn(level: Level, group: ArmValue): ArmValue {
  for (const { json, context } of level.instances()) {
    if (typeof json["type"] !== "string" || json["type"].toLowerCase() !== "microsoft.resources/resourcegroups")
      continue;
    if (shown(evaluate(json["name"] ?? null, context)).toLowerCase() !== shown(group).toLowerCase()) continue;
    return evaluate(json["location"] ?? null, context);
  }
  return unknownValue(`{resourceGroup('${shown(group)}').location}`);
}
