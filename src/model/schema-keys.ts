import { z } from "zod";
import type { ValuePath } from "./value-path.ts";

/** Words that a schema allows as keys of the object at `path`. */
export function keysAt(schema: z.ZodType, path: ValuePath): readonly string[] {
  const root: unknown = z.toJSONSchema(schema, { io: "input", unrepresentable: "any" });
  let nodes: readonly unknown[] = [root];
  for (const step of path) {
    nodes = nodes.flatMap(alternatives).flatMap((node) => childrenAt(node, step));
  }
  return [
    ...new Set(nodes.flatMap(alternatives).flatMap((node) => Object.keys(JsonSchema.parse(node).properties ?? {}))),
  ];
}

/** Keys of an object that take one of several words, each with its words, the default first. */
export function choiceKeys(schema: z.ZodType): readonly { readonly key: string; readonly words: readonly string[] }[] {
  const { properties = {} } = JsonSchema.parse(z.toJSONSchema(schema, { io: "input", unrepresentable: "any" }));
  return Object.entries(properties).flatMap(([key, node]) => {
    const { enum: words = [], default: first } = Choice.parse(node);
    if (words.length < 2) return [];
    return [{ key, words: first === undefined ? words : [first, ...words.filter((word) => word !== first)] }];
  });
}

const Choice = z.object({ enum: z.array(z.string()).optional(), default: z.string().optional() }).catch({});

const Schemas = z.array(z.unknown()).optional();
/** The few words of JSON Schema that lead to keys. */
const JsonSchema = z
  .object({
    properties: z.record(z.string(), z.unknown()).optional(),
    items: z.unknown().optional(),
    additionalProperties: z.unknown().optional(),
    anyOf: Schemas,
    oneOf: Schemas,
    allOf: Schemas,
  })
  .catch({});

function alternatives(node: unknown): readonly unknown[] {
  const { anyOf = [], oneOf = [], allOf = [] } = JsonSchema.parse(node);
  return [node, ...[...anyOf, ...oneOf, ...allOf].flatMap(alternatives)];
}

function childrenAt(node: unknown, step: string | number): readonly unknown[] {
  const { properties = {}, items, additionalProperties } = JsonSchema.parse(node);
  if (typeof step === "number") return items === undefined ? [] : [items];
  const child = Object.hasOwn(properties, step) ? properties[step] : additionalProperties;
  return child === undefined ? [] : [child];
}
