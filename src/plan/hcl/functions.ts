import { later, type TemplateValue } from "../settings.ts";
import { collectionFunctions } from "./functions-collections.ts";
import { textFunctions } from "./functions-text.ts";
import { bounded } from "./values.ts";

/**
 * What a function of HCL gives. Not known: what an argument that decides is not known, what reads a file or the clock, what a
 * provider works out, and every function that is not listed.
 * @param name - without `core::`
 */
export function callFunction(name: string, args: readonly TemplateValue[]): TemplateValue {
  const held = textFunctions.get(name) ?? collectionFunctions.get(name);
  const made = held?.(...args);
  return made === undefined ? later : bounded(made);
}
