import type { Context, Loops, Scope } from "./context.ts";
import { copyProperty, evaluate } from "./evaluate.ts";
import { joinId } from "./ids.ts";
import { isJsonList, isJsonObject, type JsonObject } from "./json.ts";
import { entryOf, givenValue, isSecret, typeOf, unknownParameter } from "./parameters.ts";
import { type ArmObject, type ArmValue, isUnknown, unknownValue } from "./values.ts";
import type { Work } from "./work.ts";

export const noLoops: Loops = { positions: new Map() };

/** Where a template is deployed. */
export interface Where {
  readonly subscription: ArmValue;
  readonly group: ArmValue;
  /** Location of the resource group. */
  readonly groupLocation: ArmValue;
  /** Location of a deployment to a subscription or above. */
  readonly deploymentLocation: ArmValue;
}

export interface ScopeAsked {
  /** Tells the scopes of templates within templates apart. */
  readonly id: string;
  readonly template: JsonObject;
  readonly where: Where;
  readonly work: Work;
  /** What a parameter is given; `undefined` = nothing. */
  given(name: string): ArmValue | undefined;
  reference: Scope["reference"];
}

/** Names of a template: worked out when first asked for, once. */
export function createScope({ id, template, where, work, given, reference }: ScopeAsked): Scope {
  const known = new Map<string, ArmValue>();

  function once(kind: string, name: string, make: (context: Context) => ArmValue): ArmValue {
    const key = `${id} ${kind} ${name.toLowerCase()}`;
    const before = known.get(key);
    if (before !== undefined) return before;
    const made = work.within(key, `${kind}('${name}')`, () => make({ scope, loops: noLoops, work }));
    known.set(key, made);
    return made;
  }

  function parameter(asked: string): ArmValue {
    const [name, declaration] = entryOf(template["parameters"], asked) ?? [];
    if (name === undefined || !isJsonObject(declaration)) return unknownParameter(asked);
    const type = typeOf({ name, declaration }, template);
    if (isSecret(type)) return unknownParameter(name);
    return once("parameters", name, (context) => {
      const value = given(name);
      if (value !== undefined) return value;
      if (declaration["defaultValue"] !== undefined) return evaluate(declaration["defaultValue"], context);
      return declaration["nullable"] === true ? null : unknownParameter(name);
    });
  }

  function variable(asked: string): ArmValue {
    const entry = entryOf(template["variables"], asked);
    if (entry !== undefined) return once("variables", entry[0], (context) => evaluate(entry[1], context));
    const variables = template["variables"];
    const copies = isJsonObject(variables) && isJsonList(variables["copy"]) ? variables["copy"] : [];
    for (const loop of copies) {
      if (!isJsonObject(loop) || typeof loop["name"] !== "string") continue;
      if (loop["name"].toLowerCase() !== asked.toLowerCase()) continue;
      return once("variables", loop["name"], (context) => copyProperty(loop, context)[1]);
    }
    return unknownValue(`{variables('${asked}')}`);
  }

  const scope: Scope = {
    parameter,
    variable,
    reference,
    declaredFunction: (name) => declaredFunction(template, name),
    ...placesOf(where),
  };
  return scope;
}

/** What the command line gives the parameters of the outermost template. */
export function parametersGiven(
  template: JsonObject,
  parameters: Readonly<Record<string, unknown>>,
  work: Work,
): ScopeAsked["given"] {
  const byName = new Map(Object.entries(parameters).map(([name, value]) => [name.toLowerCase(), value]));
  return (name) => {
    const given = byName.get(name.toLowerCase());
    const [, declaration] = entryOf(template["parameters"], name) ?? [];
    if (given === undefined || !isJsonObject(declaration)) return undefined;
    const type = typeOf({ name, declaration }, template);
    const value = givenValue(given, type);
    if (value === undefined) {
      work.at(declaration);
      work.fail(
        `the parameter ${name} is given something that is no ${type}`,
        `Give --parameters ${name}=… a value of that type.`,
      );
    }
    return value;
  };
}

function placesOf({ subscription, group, groupLocation, deploymentLocation }: Where) {
  const subscriptionId = joinId(["/subscriptions/", subscription]);
  const resourceGroup: ArmObject = {
    // The group of the deployment, when its name is not known, is told by no more than that.
    id:
      isUnknown(group) && group.text === "{resourceGroup().name}"
        ? unknownValue("{resourceGroup().id}")
        : joinId(["/subscriptions/", subscription, "/resourceGroups/", group]),
    name: group,
    location: groupLocation,
    type: "Microsoft.Resources/resourceGroups",
    tags: unknownValue("{resourceGroup().tags}"),
    properties: unknownValue("{resourceGroup().properties}"),
  };
  return {
    resourceGroup,
    subscription: { id: subscriptionId, subscriptionId: subscription },
    deployment: { location: deploymentLocation },
  };
}

function declaredFunction(template: JsonObject, asked: string): ReturnType<Scope["declaredFunction"]> {
  const spaces = template["functions"];
  if (!isJsonList(spaces) || !asked.includes(".")) return undefined;
  for (const space of spaces) {
    if (!isJsonObject(space) || typeof space["namespace"] !== "string") continue;
    const prefix = `${space["namespace"].toLowerCase()}.`;
    if (!asked.startsWith(prefix)) continue;
    const [, member] = entryOf(space["members"], asked.slice(prefix.length)) ?? [];
    if (!isJsonObject(member) || !isJsonObject(member["output"])) continue;
    const body = member["output"]["value"];
    const parameters = isJsonList(member["parameters"]) ? member["parameters"] : [];
    const names = parameters.map((one) => (isJsonObject(one) && typeof one["name"] === "string" ? one["name"] : ""));
    return body === undefined ? undefined : { parameters: names, body };
  }
  return undefined;
}
