import type { Piece } from "../../piece.ts";
import type { Package } from "./package.ts";
import { textGatherer } from "./text-gatherer.ts";
import { attributeOf } from "./xml-events.ts";

/** Characters of one property. */
const longest = 4_096;

/** Title, subject, keywords, company, and what organisations add (labels of secrecy among them): `name: value` lines of the title zone. */
export async function* propertiesOf(parts: Package, names: readonly string[], format: string): AsyncIterable<Piece> {
  const gathered = textGatherer(format);
  for (const name of names) {
    let label = "";
    let value = "";
    const turns = parts.xml(name, {
      open(element, tag) {
        // Custom properties have their name in an attribute of the element around the value.
        if (element === "property" || element === "user-defined") label = attributeOf(tag, "name") ?? element;
        else if (value === "" && !isValueType(element)) label = element;
      },
      close() {
        if (value.trim() !== "") gathered.add(`${label}: ${value.trim()}`, true);
        value = "";
      },
      text(text) {
        if (value.length < longest) value += text.slice(0, longest);
      },
    });
    for await (const _ of turns) yield* gathered.take(false);
  }
  yield* gathered.take(true);
}

/** `vt:lpwstr` and the like. */
function isValueType(element: string): boolean {
  return /^(lpw?str|i[1248]|int|bool|filetime|date|r[48]|vector|variant)$/.test(element);
}
