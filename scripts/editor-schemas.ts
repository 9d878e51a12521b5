import { z } from "zod";
import { Config, factTypes, Policy, subjectFactTypes } from "../src/model/index.ts";
import { configDescriptions, policyDescriptions } from "./editor-descriptions.ts";

type Node = Record<string, unknown>;

/** Draft 7: what YAML editors understand. */
const options = { io: "input", target: "draft-7" } as const;

/** The JSON Schema of jingnei.yaml; `sources` are the providers' own schemas. */
export function configSchema(sources: readonly z.ZodType[]): Node {
  const { $schema, ...body } = tidy(z.toJSONSchema(Config, options));
  const entries = sources.map((source) => {
    const { $schema: _, ...entry } = tidy(z.toJSONSchema(source, options));
    return entry;
  });
  const schema = {
    $schema,
    $id: "urn:jingnei:schema:config:1",
    title: "jingnei.yaml",
    description: "What jingnei scans, and what only its operator can tell it.",
    ...body,
  };
  childOf(schema, "sources")["items"] = { anyOf: entries };
  return described(schema, configDescriptions);
}

/** The JSON Schema of a policy file. Facts are listed by name, so that an editor can offer them. */
export function policySchema(): Node {
  const { $schema, ...body } = tidy(z.toJSONSchema(Policy, options));
  const schema = {
    $schema,
    $id: "urn:jingnei:schema:policy:1",
    title: "jingnei policy",
    description:
      "One rule, as data. `jingnei policies test` runs its cases; what a schema cannot say is checked at loading.",
    ...body,
  };
  const path = childOf(childOf(schema, "needs"), "[]")["pattern"];
  const named = { anyOf: [{ enum: factPaths() }, { type: "string", pattern: "^parameters\\.[a-z][A-Za-z0-9]*$" }] };
  return described(
    replaced(schema, (node) => (path !== undefined && node["pattern"] === path ? named : node)),
    policyDescriptions,
  );
}

function factPaths(): readonly string[] {
  return Object.entries({ ...factTypes, ...subjectFactTypes }).flatMap(([group, facts]) =>
    typeof facts === "string" ? [] : Object.keys(facts).map((name) => `${group}.${name}`),
  );
}

/** A bound that only says that numbers are numbers helps nobody. */
function tidy(schema: object): Node {
  return replaced({ ...schema }, ({ maximum, ...node }) =>
    maximum === undefined || maximum === Number.MAX_SAFE_INTEGER ? node : { ...node, maximum },
  );
}

/** The schema with every node in it handed through `change`, innermost first. */
function replaced(schema: Node, change: (node: Node) => Node): Node {
  const visit = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(visit);
    if (!isNode(value)) return value;
    return change(Object.fromEntries(Object.entries(value).map(([key, child]) => [key, visit(child)])));
  };
  const result = visit(schema);
  return isNode(result) ? result : schema;
}

function described(schema: Node, descriptions: Readonly<Record<string, string>>): Node {
  for (const [path, description] of Object.entries(descriptions)) {
    let node = schema;
    for (const step of path.match(/\[\]|[^.[\]]+/g) ?? []) node = childOf(node, step);
    node["description"] = description;
  }
  return schema;
}

/** @throws Error for a step that is not there: a description would be lost in silence. */
function childOf(node: Node, step: string): Node {
  const properties = node["properties"];
  const child = step === "[]" ? node["items"] : isNode(properties) ? properties[step] : undefined;
  if (!isNode(child)) throw new Error(`${step} is not in the schema`);
  return child;
}

function isNode(value: unknown): value is Node {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
