import { headerHints } from "../columns/header.ts";
import type { NamedHints } from "../columns/hints.ts";

/** A field of a form: `姓名：王伟，手机：138…`, `phone: 138…`. */
export interface Field {
  /** As it stands there: content, for telling fields apart only. */
  readonly label: string;
  readonly hints: NamedHints;
  readonly value: string;
}

const hanzi = /[\u3400-\u9fff]/;
const none: NamedHints["topics"] = new Set();
/** When something happened: means nothing alone, wherever it is written. */
const onlyTime: NamedHints["topics"] = new Set(["time"]);
const longestLabel = 24;
const longestValue = 120;
/** What ends a value, and stands before a label. */
const separators = /[，,；;。|\t\n]| {2,}/;
/** Labels that were looked up; those beyond are looked up again. */
const mostKnown = 2_000;

/** Finds fields whose label is a word that names of columns have; what else has a colon is prose. One per thread. */
export interface FieldReader {
  fieldsIn(text: string): Iterable<Field>;
}

export function createFieldReader(): FieldReader {
  const known = new Map<string, NamedHints | undefined>();

  function hintsOf(label: string, isForm: boolean): NamedHints | undefined {
    const key = isForm ? `${label}：` : label;
    if (known.has(key)) return known.get(key);
    const read = headerHints(label);
    // `disabled:` and `password =` of code are no form: in Latin letters the values have to speak.
    const hints = isForm ? read : { ...read, topics: read.topics.has("time") ? onlyTime : none };
    const says = hints.strong.size + hints.weak.size + hints.topics.size > 0 ? hints : undefined;
    if (known.size < mostKnown) known.set(key, says);
    return says;
  }

  return {
    *fieldsIn(text) {
      for (const part of text.split(separators)) {
        const at = part.search(/[:：=]/);
        if (at < 1 || at === part.length - 1) continue;
        // Of what stands before the colon, the last word: 经办人 电话：…
        const label =
          part
            .slice(Math.max(0, at - longestLabel), at)
            .trim()
            .split(/\s/)
            .at(-1) ?? "";
        const value = part.slice(at + 1, at + 1 + longestValue).trim();
        if (label === "" || value === "" || /\d{3}|@/.test(label)) continue;
        const hints = hintsOf(label, part.charAt(at) === "：" || hanzi.test(label));
        if (hints !== undefined) yield { label, hints, value };
      }
    },
  };
}
