/** What spreadsheets put before digits that are to stay text, and its pair where there is one (`="0123"`). */
const kept = /^(?:['`‘’](?=[^'`‘’]*$)|="(?=[^"]*"$))/;
/** Zero-width characters and marks of direction, which copies out of address books bring along. */
const unseen = /[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g;
/** Full-width forms, and the spaces of Chinese typesetting and of web pages. */
const wide = /[\u00a0\u3000\uff01-\uff5e]/g;
const isFoldable = /[\u00a0\u200b-\u200f\u202a-\u202e\u2060-\u2069\u3000\ufeff\uff01-\uff5e]/;

/** A value as detectors see it: full-width letters, digits and signs as ASCII, no space or sign of a spreadsheet around. */
export function fold(value: string): string {
  const trimmed = isFoldable.test(value) ? value.replace(unseen, "").replace(wide, narrow).trim() : value.trim();
  return kept.test(trimmed) ? trimmed.replace(kept, "").replace(/"$/, "").trim() : trimmed;
}

function narrow(character: string): string {
  return character === "\u3000" || character === "\u00a0" ? " " : String.fromCharCode(character.charCodeAt(0) - 0xfee0);
}
