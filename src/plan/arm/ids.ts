import type { TemplateFunction } from "./functions-text.ts";
import { type ArmObject, type ArmValue, isUnknown, propertyOf, shown, unknownValue } from "./values.ts";

interface Where {
  readonly resourceGroup: ArmObject;
  readonly subscription: ArmObject;
}

type IdFunction = (args: readonly ArmValue[], where: Where) => ArmValue | undefined;

/** `/providers/Microsoft.Sql/servers/s/databases/d` of a type and the names along it. */
export function providerPath(type: string, names: readonly ArmValue[]): ArmValue | undefined {
  const [namespace = "", ...types] = type.split("/");
  if (types.length === 0 || types.length !== names.length) return undefined;
  const parts = types.flatMap((part, index): ArmValue[] => [`/${part}/`, names[index] ?? null]);
  return joinId([`/providers/${namespace}`, ...parts]);
}

/** Joins the parts of an id, some of which may not be known. */
export function joinId(parts: readonly ArmValue[]): ArmValue {
  const text = parts.map(shown).join("");
  return parts.some(isUnknown) ? unknownValue(text, parts) : text;
}

/** Where the arguments of `resourceId` turn from where a resource is to what it is. */
function splitAtType(
  args: readonly ArmValue[],
): readonly [readonly ArmValue[], string, readonly ArmValue[]] | undefined {
  const at = args.findIndex((arg) => typeof arg === "string" && arg.includes("/"));
  const type = args[at];
  return typeof type === "string" ? [args.slice(0, at), type, args.slice(at + 1)] : undefined;
}

function idUnder(prefix: (before: readonly ArmValue[], where: Where) => readonly ArmValue[] | undefined): IdFunction {
  return (args, where) => {
    const split = splitAtType(args);
    if (split === undefined) return undefined;
    const [before, type, names] = split;
    const path = providerPath(type, names);
    const start = prefix(before, where);
    return path === undefined || start === undefined ? undefined : joinId([...start, path]);
  };
}

function subscriptionOf({ subscription }: Where): ArmValue {
  return propertyOf(subscription, "subscriptionId") ?? null;
}

function groupPrefix(before: readonly ArmValue[], where: Where): readonly ArmValue[] {
  const group = before.at(-1) ?? propertyOf(where.resourceGroup, "name") ?? null;
  const subscription = before.length > 1 ? (before[0] ?? null) : subscriptionOf(where);
  return ["/subscriptions/", subscription, "/resourceGroups/", group];
}

function extensionId([base, type, ...names]: readonly ArmValue[]): ArmValue | undefined {
  if (base === undefined || typeof type !== "string") return undefined;
  const path = providerPath(type, names);
  return path === undefined ? undefined : joinId([base, path]);
}

/** Functions that spell the id of a resource. */
export const idFunctions: ReadonlyMap<string, IdFunction> = new Map<string, IdFunction>([
  ["resourceid", idUnder(groupPrefix)],
  ["subscriptionresourceid", idUnder((before, where) => ["/subscriptions/", before[0] ?? subscriptionOf(where)])],
  ["tenantresourceid", idUnder(() => [])],
  [
    "managementgroupresourceid",
    idUnder((before) => [
      "/providers/Microsoft.Management/managementGroups/",
      before[0] ?? unknownValue("{managementGroup().name}"),
    ]),
  ],
  ["extensionresourceid", extensionId satisfies TemplateFunction],
]);
