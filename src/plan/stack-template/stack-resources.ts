import { quote } from "../../model/index.ts";
import type { Dialect, Evaluation } from "./dialect.ts";
import { membersOf } from "./for-each.ts";
import { isRawList, isRawMap, member } from "./raw.ts";
import { refused } from "./run.ts";
import type { TemplateText } from "./template-text.ts";

/** A resource as a template declares it, not evaluated yet. */
export interface StackResource {
  readonly kind: string;
  readonly properties: unknown;
  readonly condition?: string;
  readonly count?: unknown;
  readonly dependsOn: readonly string[];
  readonly metadata: unknown;
  readonly line?: number;
}

/** @throws JingneiError for a resource that no service would take: without a type, or no mapping */
export function readResources(
  text: TemplateText,
  evaluation: Evaluation,
  dialect: Dialect,
): ReadonlyMap<string, StackResource> {
  const section = member(text.value, "Resources");
  if (section === undefined) return new Map();
  if (!isRawMap(section)) throw refused(text.path, "Resources is no mapping", "Declare each resource under its name.");
  const resources = new Map<string, StackResource>();
  for (const { name, value, declaredAs } of membersOf(section, evaluation)) {
    const line = text.lineOf(declaredAs);
    const place = line === undefined ? text.path : `${text.path}:${line}`;
    if (name === "Fn::Transform") {
      evaluation.note("Fn::Transform adds resources that are not in the file");
      continue;
    }
    const kind = member(value, "Type");
    if (!isRawMap(value) || typeof kind !== "string" || kind === "") {
      throw refused(place, `Resources.${name} has no Type`, "State the type of the resource.");
    }
    if (resources.has(name))
      throw refused(place, `${quote(name)} is declared twice`, "Give each resource a name of its own.");
    const condition = member(value, "Condition");
    const count = dialect.counts ? member(value, "Count") : undefined;
    const dependsOn = member(value, "DependsOn");
    resources.set(name, {
      kind,
      properties: member(value, "Properties"),
      metadata: member(value, "Metadata"),
      dependsOn: (isRawList(dependsOn) ? dependsOn : [dependsOn]).filter((one) => typeof one === "string"),
      ...(typeof condition === "string" ? { condition } : {}),
      ...(count === undefined ? {} : { count }),
      ...(line === undefined ? {} : { line }),
    });
  }
  return resources;
}
