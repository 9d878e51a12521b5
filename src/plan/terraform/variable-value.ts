import { literalKeys, type Step } from "./address.ts";
import { isObject, listMember, member } from "./json-guards.ts";
import type { ModuleScope } from "./module-scope.ts";
import { mentionsOf, referencesOf } from "./references.ts";

/** What an expression of the configuration comes to: not set, a value, or made of what a plan does not show. */
export type Worth =
  | { readonly kind: "unset" }
  | { readonly kind: "value"; readonly value: unknown }
  | { readonly kind: "unshown"; readonly madeOf: string };

/** Where `terraform plan` keeps the values of the root's variables: `variables` of the document. */
export type RootVariables = unknown;

/** Modules nested deeper than this are not followed. */
const farthest = 100;
/** As much of a mention is shown. */
const longestMention = 100;

/**
 * The value of an expression that is a constant or a variable, up through the modules that hand it on. An expression made of anything
 * else (a local, a resource, `each.value`), or of several things, is unshown: a plan says what it mentions and not how.
 */
export function worthOf(expression: unknown, scope: ModuleScope, variables: RootVariables): Worth {
  let current = expression;
  let at = scope;
  let inside: readonly (string | number)[] = [];
  for (let hop = 0; hop < farthest; hop += 1) {
    if (!isObject(current)) return { kind: "unset" };
    if (Object.hasOwn(current, "constant_value")) return within(member(current, "constant_value"), inside);
    const references = referencesOf(current) ?? [];
    const madeOf = references[0]?.slice(0, longestMention) ?? "an expression";
    const mentions = mentionsOf(references);
    const mention = mentions[0];
    const path = mention && mentions.length === 1 ? variablePath(mention.steps) : undefined;
    if (!path) return { kind: "unshown", madeOf };
    inside = [...path.inside, ...inside];
    const variable = at.config?.variable(path.name);
    if (member(variable, "sensitive") === true) return { kind: "unshown", madeOf };
    const given = at.calledBy ? member(at.calledBy.block?.["expressions"], path.name) : undefined;
    if (at.calledBy && isObject(given)) {
      current = given;
      at = at.calledBy.scope;
      continue;
    }
    const value = at.calledBy ? undefined : member(variables, path.name);
    const stated = isObject(value) ? member(value, "value") : member(variable, "default");
    return stated === undefined ? { kind: "unshown", madeOf } : within(stated, inside);
  }
  return { kind: "unshown", madeOf: "modules nested too deeply" };
}

/** `var.regions["hk"].name` = variable `regions`, and inside it `hk`, `name`. */
function variablePath(steps: readonly Step[]): { name: string; inside: readonly (string | number)[] } | undefined {
  const [root, variable, ...rest] = steps;
  if (root?.name !== "var" || root.key !== "" || variable === undefined) return undefined;
  const keys = literalKeys(variable.key);
  const inside = rest.map((step) => ({ step, keys: literalKeys(step.key) }));
  if (!keys || inside.some(({ keys: found }) => !found)) return undefined;
  return {
    name: variable.name,
    inside: [...keys, ...inside.flatMap((part) => [part.step.name, ...(part.keys ?? [])])],
  };
}

function within(value: unknown, path: readonly (string | number)[]): Worth {
  let current = value;
  for (const step of path) {
    current = typeof step === "number" ? listMember({ current }, "current")[step] : member(current, step);
    if (current === undefined) return { kind: "unshown", madeOf: `.${path.join(".")}` };
  }
  return current === null ? { kind: "unset" } : { kind: "value", value: current };
}
