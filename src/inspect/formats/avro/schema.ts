import { mostColumns } from "../../piece.ts";
import { malformed } from "../binary/gap.ts";
import { memberName } from "../binary/member-name.ts";

/** What is to be decoded, one after the other. Columns are numbers into `AvroSchema.columns`; -1 beyond the bound. */
export type AvroNode =
  | { readonly kind: "boolean" | "double" | "float" | "null"; readonly column: number }
  | { readonly kind: "int"; readonly column: number; readonly meaning: string }
  | { readonly kind: "bytes" | "string"; readonly column: number; readonly meaning: string; readonly scale: number }
  | {
      readonly kind: "fixed";
      readonly column: number;
      readonly meaning: string;
      readonly scale: number;
      readonly size: number;
    }
  | { readonly kind: "enum"; readonly column: number; readonly symbols: readonly string[] }
  | { readonly kind: "array"; readonly items: AvroNode }
  | { readonly kind: "map"; readonly keys: number; readonly items: AvroNode }
  | { readonly kind: "union"; readonly options: readonly AvroNode[] }
  | { readonly kind: "record"; readonly fields: AvroNode[] };

export interface AvroSchema {
  readonly root: AvroNode;
  readonly columns: readonly string[];
}

type Json = Readonly<Record<string, unknown>>;

const deepest = 64;
/** Parts of a schema: names that are used again and again would make it as large as they like. */
const mostNodes = 20_000;

/**
 * Compiles the schema in the header, https://avro.apache.org/docs/1.12.0/specification/. A record within itself has the columns of the
 * outer one.
 * @throws ContentError
 */
export function avroSchema(json: string): AvroSchema {
  const columns: string[] = [];
  const known = new Map<string, Json>();
  const open = new Map<string, AvroNode>();
  let nodes = 0;

  function columnOf(path: string): number {
    if (columns.length >= mostColumns) return -1;
    return columns.push(path === "" ? "value" : path) - 1;
  }

  function compile(schema: unknown, path: string, space: string, depth: number): AvroNode {
    nodes += 1;
    if (depth > deepest || nodes > mostNodes) throw malformed("has a schema that is nested too deep or too large");
    if (Array.isArray(schema)) {
      return { kind: "union", options: schema.map((option) => compile(option, path, space, depth + 1)) };
    }
    if (typeof schema === "string") return named(schema, path, space, depth);
    if (!isJson(schema)) throw malformed("has a schema that is none");
    const type = schema["type"];
    if (typeof type !== "string") return compile(type, path, space, depth + 1);
    if (type === "array") return { kind: "array", items: compile(schema["items"], path, space, depth + 1) };
    if (type === "map") {
      const keys = columnOf(path === "" ? "key" : `${path}.key`);
      return { kind: "map", keys, items: compile(schema["values"], path, space, depth + 1) };
    }
    if (type === "record" || type === "error" || type === "enum" || type === "fixed") {
      const name = fullName(schema, space);
      known.set(name, schema);
      return compileNamed(schema, name, path, depth);
    }
    return primitive(type, schema, path) ?? named(type, path, space, depth);
  }

  function named(type: string, path: string, space: string, depth: number): AvroNode {
    const simple = primitive(type, {}, path);
    if (simple !== undefined) return simple;
    const name = known.has(type) || space === "" || type.includes(".") ? type : `${space}.${type}`;
    const around = open.get(name);
    if (around !== undefined) return around;
    const schema = known.get(name);
    if (schema === undefined) throw malformed("has a schema with a name that nothing has");
    return compileNamed(schema, name, path, depth);
  }

  function compileNamed(schema: Json, name: string, path: string, depth: number): AvroNode {
    const { meaning, scale } = meaningOf(schema);
    if (schema["type"] === "enum") {
      const symbols = Array.isArray(schema["symbols"]) ? schema["symbols"].map(String) : [];
      return { kind: "enum", column: columnOf(path), symbols };
    }
    if (schema["type"] === "fixed") {
      const size = Number(schema["size"]);
      if (!Number.isSafeInteger(size) || size < 0) throw malformed("has a schema with a size that is none");
      return { kind: "fixed", column: columnOf(path), meaning, scale, size };
    }
    const fields: AvroNode[] = [];
    const record: AvroNode = { kind: "record", fields };
    open.set(name, record);
    const space = name.includes(".") ? name.slice(0, name.lastIndexOf(".")) : "";
    for (const field of Array.isArray(schema["fields"]) ? schema["fields"] : []) {
      if (!isJson(field)) throw malformed("has a schema with a field that is none");
      const own = memberName(String(field["name"]));
      fields.push(compile(field["type"], path === "" ? own : `${path}.${own}`, space, depth + 1));
    }
    open.delete(name);
    return record;
  }

  function primitive(type: string, schema: Json, path: string): AvroNode | undefined {
    const { meaning, scale } = meaningOf(schema);
    if (type === "null") return { kind: "null", column: -1 };
    if (type === "boolean" || type === "float" || type === "double") return { kind: type, column: columnOf(path) };
    if (type === "int" || type === "long") return { kind: "int", column: columnOf(path), meaning };
    if (type === "bytes" || type === "string") return { kind: type, column: columnOf(path), meaning, scale };
    return undefined;
  }

  let schema: unknown;
  try {
    schema = JSON.parse(json);
  } catch {
    throw malformed("has a schema that is no JSON");
  }
  return { root: compile(schema, "", "", 0), columns };
}

function isJson(value: unknown): value is Json {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function fullName(schema: Json, space: string): string {
  const name = String(schema["name"]);
  const own = typeof schema["namespace"] === "string" ? schema["namespace"] : space;
  return name.includes(".") || own === "" ? name : `${own}.${name}`;
}

function meaningOf(schema: Json): { readonly meaning: string; readonly scale: number } {
  const { logicalType, scale } = schema;
  return { meaning: typeof logicalType === "string" ? logicalType : "", scale: typeof scale === "number" ? scale : 0 };
}
