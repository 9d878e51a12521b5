/** What spreadsheets put before digits that are to stay text, and its pair where there is one (`="0123"`). */
const kept = /^(?:['`‘’](?=[^'`‘’]*$)|="(?=[^"]*"$))/;

/** A value as detectors see it: full-width letters, digits and signs as ASCII, no space or sign of a spreadsheet around. */
export function fold(value: string): string {
  const trimmed = value.trim();
  const bare = kept.test(trimmed) ? trimmed.replace(kept, "").replace(/"$/, "").trim() : trimmed;
  const folded = /[\u3000\uff01-\uff5e]/.test(bare) ? bare.replace(/[\u3000\uff01-\uff5e]/g, narrow) : bare;
  return folded.replaceAll(/[\u200b-\u200f\u2060]/g, "");
}

function narrow(character: string): string {
  return character === "\u3000" ? " " : String.fromCharCode(character.charCodeAt(0) - 0xfee0);
}
