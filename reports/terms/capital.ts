import type { Text } from "../../src/model/index.ts";

/** A term at the start of a line. Chinese has no capitals. */
export function capital(term: Text): Text {
  return { en: term.en.charAt(0).toUpperCase() + term.en.slice(1), zh: term.zh };
}
