import {
  type Basis,
  citationOf,
  type Language,
  lawStatusTerms,
  sourceConfidenceTerms,
  type Text,
} from "../model/index.ts";

/** One line per article: what it is, since when, and how sure the citation is. */
export function basisLines(basis: readonly Basis[], lang: Language): readonly string[] {
  return basis.map((one) => {
    const { title, inForce, status, source, confidence } = one;
    const stands = lawStatusTerms[status]?.[lang] ?? status;
    const sure = `${confidence}${colon[lang]}${sourceConfidenceTerms[confidence][lang]}`;
    const since = inForce === null ? [] : [inForce];
    const standing =
      lang === "zh" ? `（${[stands, ...since].join("，")}；${sure}）` : ` (${[stands, ...since].join(", ")}; ${sure})`;
    return `${citationOf(one)[lang]}${colon[lang]}${title[lang]}${standing}\n    ${source}`;
  });
}

/** What stands between a word and what it announces. */
export const colon: Text = { en: ": ", zh: "：" };

/** A heading and its lines; nothing when there are none. */
export function section(heading: string, lines: readonly string[]): readonly string[] {
  return lines.length === 0 ? [] : ["", heading, ...lines.map((line) => `  ${line}`)];
}
