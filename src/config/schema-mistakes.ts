import type { z } from "zod";
import { didYouMean } from "../model/index.ts";
import { type Mistake, type Path, quote, showPath } from "./mistake.ts";
import { keysAt } from "./schema-keys.ts";
import type { YamlDocument } from "./yaml-document.ts";

type Issue = z.core.$ZodIssue;

/** What `schema` finds wrong with the value at `base` of the document. */
export function schemaMistakes(schema: z.ZodType, document: YamlDocument, base: Path): readonly Mistake[] {
  const value = valueAt(document.value, base);
  const result = schema.safeParse(value);
  if (result.success) return [];
  return result.error.issues
    .flatMap((issue) => narrowed(issue, value))
    .flatMap((issue) => {
      const inside = stepsOf(issue.path);
      const path = [...base, ...inside];
      if (issue.code === "unrecognized_keys") {
        const allowed = keysAt(schema, inside);
        return issue.keys.map((key) => mistakeAt(document, [...path, key], "key", unknownKey(key, path, allowed)));
      }
      return [mistakeAt(document, path, "value", describe(issue, valueAt(value, inside)))];
    });
}

export function mistakeAt(document: YamlDocument, path: Path, what: "key" | "value", message: string): Mistake {
  return { ...document.locate(path, what), path, message };
}

function unknownKey(key: string, path: Path, allowed: readonly string[]): string {
  const where = path.length === 0 ? "" : ` of ${showPath(path)}`;
  const list = allowed.length === 0 ? "" : ` Known keys${where}: ${allowed.join(", ")}.`;
  return `unknown key.${didYouMean(key, allowed)}${list}`;
}

/** Of a union, the issues of the alternative that the value comes closest to. */
function narrowed(issue: Issue, root: unknown): readonly Issue[] {
  if (issue.code !== "invalid_union") return [issue];
  const value = valueAt(root, stepsOf(issue.path));
  const branches = issue.errors.filter((errors) => !errors.some((error) => isWrongKind(error, value)));
  const best = branches.toSorted((a, b) => a.length - b.length)[0];
  if (best === undefined) return [issue];
  return best.flatMap((error) => narrowed({ ...error, path: [...issue.path, ...error.path] }, root));
}

/** Whether an alternative is out of the question, since it wants another kind of value altogether. */
function isWrongKind(issue: Issue, value: unknown): boolean {
  if (issue.path.length > 0) return false;
  if (issue.code === "invalid_value") return !issue.values.some((allowed) => typeof allowed === typeof value);
  return issue.code === "invalid_type";
}

function describe(issue: Issue, value: unknown): string {
  if (value === undefined) return `is required${issue.code === "invalid_value" ? `: ${words(issue.values)}` : ""}`;
  switch (issue.code) {
    case "invalid_type":
      return `expected ${kind(issue.expected)}, found ${found(value)}${issue.expected === "string" ? stringHint(value) : ""}`;
    case "invalid_value":
      return `${quote(value)} is none of ${words(issue.values)}.${didYouMean(String(value), issue.values.map(String))}`;
    case "invalid_format":
      return issue.format === "date"
        ? `${quote(value)} is no date; write YYYY-MM-DD, such as 2027-01-31`
        : `${quote(value)} is no valid ${issue.format}`;
    case "too_small":
      return issue.origin === "array" || issue.origin === "string"
        ? "must not be empty"
        : `must be at least ${issue.minimum}`;
    case "too_big":
      return `must be at most ${issue.maximum}`;
    case "invalid_union":
      return `expected ${expectations(issue)}, found ${found(value)}`;
    default:
      return issue.message;
  }
}

function expectations(issue: z.core.$ZodIssueInvalidUnion): string {
  const kinds = issue.errors.flat().flatMap((error) => {
    if (error.code === "invalid_value") return [`one of ${words(error.values)}`];
    return error.code === "invalid_type" ? [kind(error.expected)] : [];
  });
  return kinds.length === 0 ? "another value" : [...new Set(kinds)].join(" or ");
}

function kind(expected: string): string {
  switch (expected) {
    case "string":
      return "text";
    case "number":
      return "a number";
    case "int":
      return "a whole number";
    case "boolean":
      return "true or false";
    case "array":
      return "a list";
    case "object":
    case "record":
      return "a mapping (key: value)";
    default:
      return `a value of type ${expected}`;
  }
}

function found(value: unknown): string {
  if (value === null) return "nothing (remove the key, or give it a value)";
  if (Array.isArray(value)) return "a list";
  if (typeof value === "object") return "a mapping";
  return typeof value === "string" ? `the text ${quote(value)}` : `${typeof value} ${quote(value)}`;
}

function stringHint(value: unknown): string {
  return typeof value === "number" || typeof value === "boolean" ? "; put it in quotes" : "";
}

function words(values: readonly unknown[]): string {
  return values.map(String).join(", ");
}

function stepsOf(path: readonly PropertyKey[]): Path {
  return path.map((step) => (typeof step === "symbol" ? String(step) : step));
}

function valueAt(value: unknown, path: Path): unknown {
  let current = value;
  for (const step of path) {
    if (typeof current !== "object" || current === null || !Object.hasOwn(current, step)) return undefined;
    current = Reflect.get(current, step);
  }
  return current;
}
