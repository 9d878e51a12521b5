import { createCursor, HclError } from "./cursor.ts";
import { type JsonNode, readJson } from "./json-node.ts";
import { parseHclExpression, parseHclTemplate } from "./parse.ts";
import type { Attribute, Block, Body, Expression, Parsed } from "./syntax.ts";

/** Labels of the blocks that a file may hold; the others have none (JSON configuration syntax, developer.hashicorp.com, read 2026-11-22). */
const labelsOf: ReadonlyMap<string, number> = new Map([
  ["check", 1],
  ["data", 2],
  ["ephemeral", 2],
  ["module", 1],
  ["output", 1],
  ["provider", 1],
  ["resource", 2],
  ["variable", 1],
]);

/**
 * Parses a file of the JSON syntax: `main.tf.json`, `main.tofu.json`. Texts are templates. What is a block and what an argument only
 * a provider's schema tells: what stands within a resource is read as arguments, which settings read alike.
 */
export function parseHclJson(text: string): Parsed {
  return parsed(text, (root) => {
    const blocks = objectsOf(root).flatMap((holder) =>
      membersOf(holder).flatMap(([type, node]) => blocksOf(type, labelsOf.get(type) ?? 0, [], node)),
    );
    return { attributes: new Map(), blocks };
  });
}

/** Parses values of variables: `terraform.tfvars.json`. Texts are texts. */
export function parseHclJsonValues(text: string): Parsed {
  return parsed(text, (root) => ({
    attributes: new Map(
      objectsOf(root).flatMap((holder) =>
        membersOf(holder).map(([name, node]) => [name, { value: plain(node), line: node.line }]),
      ),
    ),
    blocks: [],
  }));
}

function parsed(text: string, bodyOfRoot: (root: JsonNode) => Body): Parsed {
  try {
    return { body: bodyOfRoot(readJson(createCursor(text))) };
  } catch (error) {
    if (error instanceof HclError) return { mistake: error.mistake };
    throw error;
  }
}

function blocksOf(type: string, labels: number, named: readonly string[], node: JsonNode): readonly Block[] {
  return objectsOf(node).flatMap((holder): readonly Block[] => {
    if (labels === 0) return [{ type, labels: named, body: bodyOf(type, holder), line: holder.line }];
    return membersOf(holder).flatMap(([name, inner]) => blocksOf(type, labels - 1, [...named, name], inner));
  });
}

/** What is a block within a block, as far as it is looked for as one. */
const inner: ReadonlyMap<string, number> = new Map([
  ["content", 0],
  ["default_tags", 0],
  ["dynamic", 1],
]);

const holders: ReadonlySet<string> = new Set(["provider", "resource", "data", "dynamic"]);

function bodyOf(type: string, node: JsonNode): Body {
  const attributes = new Map<string, Attribute>();
  const blocks: Block[] = [];
  for (const [name, value] of membersOf(node)) {
    const labels = holders.has(type) ? inner.get(name) : undefined;
    if (labels !== undefined) blocks.push(...blocksOf(name, labels, [], value));
    else attributes.set(name, { value: argument(type, name, value), line: value.line });
  }
  return { attributes, blocks };
}

/** Some arguments are no templates: a variable's type is an expression, its default a plain value, and an iterator a name. */
function argument(type: string, name: string, node: JsonNode): Expression {
  const isText = node.kind === "scalar" && typeof node.value === "string";
  if (type === "variable" && name === "default") return plain(node);
  const isExpression = (type === "variable" && name === "type") || (type === "dynamic" && name === "iterator");
  if (isExpression && isText) return parseHclExpression(String(node.value)) ?? nothing;
  return expressionOf(node);
}

/** A text that cannot be read as a template. */
const nothing: Expression = { kind: "opaque", parts: [] };

function expressionOf(node: JsonNode): Expression {
  switch (node.kind) {
    case "scalar":
      return typeof node.value === "string" ? (parseHclTemplate(node.value) ?? nothing) : plain(node);
    case "list":
      return { kind: "list", items: node.items.map(expressionOf) };
    case "object":
      return {
        kind: "object",
        entries: membersOf(node).map(([name, value]) => [parseHclTemplate(name) ?? nothing, expressionOf(value)]),
      };
  }
}

function plain(node: JsonNode): Expression {
  switch (node.kind) {
    case "scalar":
      return { kind: "literal", value: node.value };
    case "list":
      return { kind: "list", items: node.items.map(plain) };
    case "object":
      return {
        kind: "object",
        entries: node.members.map(([name, value]) => [{ kind: "literal", value: name }, plain(value)]),
      };
  }
}

/** One object, or a list of them: several blocks of the same name. */
function objectsOf(node: JsonNode): readonly JsonNode[] {
  if (node.kind === "list") return node.items.flatMap(objectsOf);
  if (node.kind === "object") return [node];
  if (node.value === null) return [];
  throw new HclError({ message: "an object is expected", line: node.line, column: 1 });
}

/** A property named `//` is a comment. */
function membersOf(node: JsonNode): readonly (readonly [string, JsonNode])[] {
  return node.kind === "object" ? node.members.filter(([name]) => name !== "//") : [];
}
