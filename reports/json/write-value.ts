import { z } from "zod";
import { jsonText } from "../json-text.ts";
import { onceEach } from "../once.ts";

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
  return jsonText;
}

function optionally(write: WriteValue): WriteValue {
  return (value) => (value === undefined ? undefined : write(value));
}

function nullably(write: WriteValue): WriteValue {
  return (value) => (value === null ? "null" : write(value));
}

/**
 * The same for the fields of an object, when they are to be written in several parts.
 * @param shared fields whose objects many values have in common: what they come to is kept as long as they are.
 */
export function objectWriter(
  shape: Readonly<Record<string, z.core.$ZodType>>,
  shared: readonly string[] = [],
): (value: unknown) => string {
  const fields = Object.entries(shape).map(([key, schema]) => ({
    key,
    label: `${JSON.stringify(key)}:`,
    write: shared.includes(key) ? onceForObjects(writerOf(schema)) : writerOf(schema),
  }));
  return (value) => {
    const object = asRecord(value);
    let written = "";
    for (const { key, label, write } of fields) {
      const text = write(object[key]);
      if (text !== undefined) written += `${written === "" ? "{" : ","}${label}${text}`;
    }
    return written === "" ? "{}" : `${written}}`;
  };
}

function onceForObjects(write: WriteValue): WriteValue {
  const ofObject = onceEach((value: object) => write(value));
  return (value) => (typeof value === "object" && value !== null ? ofObject(value) : write(value));
}

function arrayWriter(write: WriteValue): WriteValue {
  return (value) => (Array.isArray(value) ? `[${value.map((item) => write(item)).join(",")}]` : jsonText(value));
}

function recordWriter(write: WriteValue): WriteValue {
  return (value) => {
    const object = asRecord(value);
    const keys = Object.keys(object).sort(byCodeUnit);
    return `{${keys.map((key) => `${jsonText(key)}:${write(object[key])}`).join(",")}}`;
  };
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
