import type { Evaluation } from "./dialect.ts";
import { isRawList, isRawMap, onlyEntry, type RawMap } from "./raw.ts";
import { isValueList, textOf } from "./value.ts";

const prefix = "Fn::ForEach::";
const mostEntries = 10_000;

/** A member of a mapping, and the key of the file that it comes from. */
export interface Member {
  readonly name: string;
  readonly value: unknown;
  readonly declaredAs: string;
}

/**
 * Members of a mapping with its loops written out: `Fn::ForEach::Name: [Identifier, collection, { "Key${Identifier}": value }]`.
 * A loop whose collection is not known is noted.
 */
export function membersOf(map: RawMap, evaluation: Evaluation): readonly Member[] {
  if (!Object.keys(map).some((name) => name.startsWith(prefix))) {
    return Object.entries(map).map(([name, value]) => ({ name, value, declaredAs: name }));
  }
  const members: Member[] = [];
  add(map, undefined);
  return members;

  function add(level: RawMap, loop: string | undefined): void {
    for (const [name, value] of Object.entries(level)) {
      const declaredAs = loop ?? name;
      if (name.startsWith(prefix)) {
        for (const round of roundsOf(name, value)) add(round, declaredAs);
      } else if (members.length < mostEntries) members.push({ name, value, declaredAs });
      else if (members.length === mostEntries) {
        evaluation.note(`${declaredAs} makes more than ${mostEntries} entries; the rest is not read`);
        return;
      }
    }
  }

  function roundsOf(name: string, loop: unknown): readonly RawMap[] {
    const [identifier, collection, body] = isRawList(loop) ? loop : [];
    const items = isRawList(collection)
      ? collection.map((item) => evaluation.value(item)).flatMap(flat)
      : flat(evaluation.value(collection));
    const texts = items.map(textOf);
    if (typeof identifier !== "string" || !isRawMap(body) || texts.includes(undefined) || texts.length > mostEntries) {
      evaluation.note(`what ${name} repeats is not known`);
      return [];
    }
    evaluation.spend((texts.length * JSON.stringify(body).length) / 20);
    return texts.flatMap((text) => {
      const round = replaced(body, identifier, text ?? "");
      return isRawMap(round) ? [round] : [];
    });
  }
}

function flat(value: ReturnType<Evaluation["value"]>) {
  return isValueList(value) ? value : [value];
}

/** `${Name}` and `&{Name}` in keys and texts, and references to the name; `&{}` keeps letters and digits only. */
function replaced(raw: unknown, identifier: string, text: string): unknown {
  if (typeof raw === "string") {
    return raw.replaceAll(`\${${identifier}}`, text).replaceAll(`&{${identifier}}`, text.replace(/[^a-zA-Z0-9]/g, ""));
  }
  if (isRawList(raw)) return raw.map((item) => replaced(item, identifier, text));
  if (!isRawMap(raw)) return raw;
  const entry = onlyEntry(raw);
  if (entry !== undefined && entry[0] === "Ref" && entry[1] === identifier) return text;
  return Object.fromEntries(
    Object.entries(raw).map(([name, value]) => [
      String(replaced(name, identifier, text)),
      replaced(value, identifier, text),
    ]),
  );
}
