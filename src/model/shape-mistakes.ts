import type { z } from "zod";
import { didYouMean } from "./nearest.ts";
import { keysAt } from "./schema-keys.ts";
import { quote, showPath, type ValuePath, valueAt } from "./value-path.ts";

type Issue = z.core.$ZodIssue;

/** What a value's shape gets wrong, in words for whoever wrote it. */
export interface ShapeMistake {
  /** From the value's own root. */
  readonly path: ValuePath;
  /** Whether a reader looks for the key or for what it holds. */
  readonly what: "key" | "value";
  readonly message: string;
}

/**
 * Holds a value against a schema; an unknown key names the nearest known one.
 * @param base where the value stands in its file, for words that name the place
 */
export function shapeMistakes(schema: z.ZodType, value: unknown, base: ValuePath = []): readonly ShapeMistake[] {
  const result = schema.safeParse(value);
  if (result.success) return [];
  return result.error.issues
    .flatMap((issue) => narrowed(issue, value))
    .flatMap((issue): readonly ShapeMistake[] => {
      const path = stepsOf(issue.path);
      if (issue.code !== "unrecognized_keys") {
        return [{ path, what: "value", message: describe(issue, valueAt(value, path)) }];
      }
      const allowed = keysAt(schema, path);
      return issue.keys.map((key) => {
        return { path: [...path, key], what: "key", message: unknownKey(key, [...base, ...path], allowed) };
      });
    });
}

function unknownKey(key: string, path: ValuePath, allowed: readonly string[]): string {
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
      // A schema that says in words what it wants is heard; zod's own words for a format all begin like this.
      if (!issue.message.startsWith("Invalid ")) return `${quote(value)}: ${issue.message}`;
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

function stepsOf(path: readonly PropertyKey[]): ValuePath {
  return path.map((step) => (typeof step === "symbol" ? String(step) : step));
}
