import { z } from "zod";
import { showHiddenCharacters } from "../../src/model/index.ts";

/** Writes one value as JSON on one line. */
export type WriteValue = (value: unknown) => string | undefined;

/**
 * Makes a writer from a schema: keys come in the schema's order and no others, records are sorted by key, an optional
 * that is absent is left out. So the text depends on the values alone, never on how an object came to be built.
 */
export function writerOf(schema: z.core.$ZodType): WriteValue {
  if (schema instanceof z.ZodOptional) return optionally(writerOf(schema.unwrap()));
  if (schema instanceof z.ZodNullable) return nullably(writerOf(schema.unwrap()));
  if (schema instanceof z.ZodObject) return objectWriter(schema.shape);
  if (schema instanceof z.ZodArray) return arrayWriter(writerOf(schema.element));
  if (schema instanceof z.ZodRecord) return recordWriter(writerOf(schema.valueType));
  return writeScalar;
}

function optionally(write: WriteValue): WriteValue {
  return (value) => (value === undefined ? undefined : write(value));
}

function nullably(write: WriteValue): WriteValue {
  return (value) => (value === null ? "null" : write(value));
}

/** The same for the fields of an object, when they are to be written in several parts. */
export function objectWriter(shape: Readonly<Record<string, z.core.$ZodType>>): (value: unknown) => string {
  const fields = Object.entries(shape).map(([key, schema]) => ({
    key,
    label: `${JSON.stringify(key)}:`,
    write: writerOf(schema),
  }));
  return (value) => {
    const object = asRecord(value);
    const parts: string[] = [];
    for (const { key, label, write } of fields) {
      const text = write(object[key]);
      if (text !== undefined) parts.push(label + text);
    }
    return `{${parts.join(",")}}`;
  };
}

function arrayWriter(write: WriteValue): WriteValue {
  return (value) => (Array.isArray(value) ? `[${value.map((item) => write(item)).join(",")}]` : writeScalar(value));
}

function recordWriter(write: WriteValue): WriteValue {
  return (value) => {
    const object = asRecord(value);
    const keys = Object.keys(object).sort(byCodeUnit);
    return `{${keys.map((key) => `${writeString(key)}:${write(object[key])}`).join(",")}}`;
  };
}

function writeScalar(value: unknown): string {
  if (typeof value === "string") return writeString(value);
  if (value === undefined) throw new TypeError("a required field of the report is missing");
  return JSON.stringify(value);
}

/** JSON leaves bidi controls and invisible characters as they are; escaped they mean the same and cannot fool a terminal. */
function writeString(text: string): string {
  return showHiddenCharacters(JSON.stringify(text), escapeUnits);
}

function escapeUnits(codePoint: string): string {
  const character = String.fromCodePoint(Number.parseInt(codePoint.slice(2), 16));
  let escaped = "";
  for (let unit = 0; unit < character.length; unit++) {
    escaped += `\\u${character.charCodeAt(unit).toString(16).padStart(4, "0")}`;
  }
  return escaped;
}

function asRecord(value: unknown): Readonly<Record<string, unknown>> {
  if (!isRecord(value)) throw new TypeError("a field of the report should be an object");
  return value;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null;
}

function byCodeUnit(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
