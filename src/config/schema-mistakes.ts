import type { z } from "zod";
import { shapeMistakes, type ValuePath, valueAt } from "../model/index.ts";
import type { Mistake } from "./mistake.ts";
import type { YamlDocument } from "./yaml-document.ts";

/** What `schema` finds wrong with the value at `base` of the document. */
export function schemaMistakes(schema: z.ZodType, document: YamlDocument, base: ValuePath): readonly Mistake[] {
  return shapeMistakes(schema, valueAt(document.value, base), base).map(({ path, what, message }) =>
    mistakeAt(document, [...base, ...path], what, message),
  );
}

export function mistakeAt(document: YamlDocument, path: ValuePath, what: "key" | "value", message: string): Mistake {
  return { ...document.locate(path, what), path, message };
}
