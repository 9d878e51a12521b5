import { type Basis, citationOf, type Language, sourceConfidenceTerms } from "../model/index.ts";

/** One line per article: what it is, since when, and how sure the citation is. */
export function basisLines(basis: readonly Basis[], lang: Language): readonly string[] {
  return basis.map((one) => {
    const { title, inForce, status, source, confidence } = one;
    const since = inForce === null ? status : `${status}, ${inForce}`;
    return `${citationOf(one)[lang]}: ${title[lang]} (${since}; ${confidence}: ${sourceConfidenceTerms[confidence][lang]})\n    ${source}`;
  });
}

/** A heading and its lines; nothing when there are none. */
export function section(heading: string, lines: readonly string[]): readonly string[] {
  return lines.length === 0 ? [] : ["", heading, ...lines.map((line) => `  ${line}`)];
}
