/**
 * Characters that a reader cannot see or that rearrange what a reader sees: controls, bidi controls, zero-width and tag
 * characters, lone surrogates, line and paragraph separators, blank letters. Resource names and tags are attackers' text:
 * a name must neither hide a part of itself nor pretend to be another.
 * Unicode 16 properties; U+2800, the blank braille cell, is a symbol by category and empty to the eye.
 */
const hidden = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}\u2800]/u;
const everyHidden = new RegExp(hidden.source, "gu");
/** Anything but what nearly all text is made of, none of which is hidden: told many times faster than by properties. */
const unusual = /[^ -~\u2014\u2018-\u201d\u2026\u3001-\u3011\u4e00-\u9fff\uff01-\uff5e]/;

export function hasHiddenCharacters(text: string): boolean {
  return unusual.test(text) && hidden.test(text);
}

/** Replaces each hidden character by what `show` makes of its code point, such as `U+202E`. */
export function showHiddenCharacters(text: string, show: (codePoint: string) => string): string {
  if (!hasHiddenCharacters(text)) return text;
  return text.replace(everyHidden, (character) => show(codePointOf(character)));
}

function codePointOf(character: string): string {
  const value = character.codePointAt(0) ?? 0;
  return `U+${value.toString(16).toUpperCase().padStart(4, "0")}`;
}
