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
const longestCell = 14;
/** What signatures of letters call their lines. */
const signatures: ReadonlyMap<string, NamedHints> = new Map(
  (
    [
      ["m", "cn-mobile"],
      ["t", "cn-landline"],
      ["e", "email"],
    ] as const
  ).map(([label, id]) => [label, { strong: new Set([id]), weak: new Set(), veto: false, topics: new Set() }]),
);
const longestValue = 120;
/** What ends a value, and stands before a label. */
const separators = /[，,；;。|\t\n]|[ \u3000]{2,}/;
/** Forms set labels and names of two characters apart, and leave room behind the colon: `姓　名：  张　三`. */
const apartLabel = /(?<![\u3400-\u9fff])([\u3400-\u9fff])[ \u3000]{1,8}([\u3400-\u9fff])(?=[ \u3000]{0,4}[:：])/g;
const roomBehind = /(?<=[\u3400-\u9fff]) {0,4}([:：])[ \u3000]{1,80}/g;
const apartName = /(?<=[:：][\u3400-\u9fff])[ \u3000]{1,4}(?=[\u3400-\u9fff](?:[ \u3000,，;；。|\t\n]|$))/g;
/** `姓名：张三 性别：男`: a Chinese label begins a field of its own. */
const beforeLabel = /[ \u3000]{1,40}(?=[\u3400-\u9fff]{2,8}[:：])/g;
/** Without one of these nothing of the kind is there. */
const mayBeApart = /[\u3400-\u9fff][ \u3000]{0,4}[:：]|[:：][\u3400-\u9fff]/;
/** Labels that were looked up; those beyond are looked up again. */
const mostKnown = 2_000;

function fieldsApart(text: string): string {
  if (!mayBeApart.test(text)) return text;
  return text.replace(apartLabel, "$1$2").replace(roomBehind, "$1").replace(apartName, "").replace(beforeLabel, "\n");
}

/** Finds fields whose label is a word that names of columns have; what else has a colon is prose. One per thread. */
export interface FieldReader {
  fieldsIn(text: string): Iterable<Field>;
  /** What a cell of a table says where it is the label of the one beside it: Chinese, and not the value of anything. */
  hintsOfCell(cell: string): NamedHints | undefined;
}

export function createFieldReader(): FieldReader {
  const known = new Map<string, NamedHints | undefined>();

  function hintsOf(label: string, isForm: boolean): NamedHints | undefined {
    const key = isForm ? `${label}：` : label;
    if (known.has(key)) return known.get(key);
    const read = headerHints(label);
    const signed = signatures.get(label.toLowerCase());
    if (signed !== undefined) return signed;
    // `disabled:` and `password =` of code are no form: in Latin letters the values have to speak.
    const hints = isForm ? read : { ...read, topics: read.topics.has("time") ? onlyTime : none };
    const says = hints.strong.size + hints.weak.size + hints.topics.size > 0 ? hints : undefined;
    if (known.size < mostKnown) known.set(key, says);
    return says;
  }

  return {
    hintsOfCell(cell) {
      if (cell.length > longestCell || !hanzi.test(cell) || /\d/.test(cell)) return undefined;
      const hints = hintsOf(cell.replaceAll(/[\s:：*＊]+/g, ""), true);
      return hints?.veto === true ? undefined : hints;
    },
    *fieldsIn(text) {
      for (const part of fieldsApart(text).split(separators)) {
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
