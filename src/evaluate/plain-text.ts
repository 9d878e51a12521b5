/** Longest piece of somebody else's text that a sentence takes in. */
const longest = 200;

/** Names, tags and answers are anybody's text: no control or direction marks, no unbounded length. */
export function plain(text: string, most = longest): string {
  // Nearly all names are plain ASCII, and looking is cheaper than replacing.
  if (text.length <= most && /^[ -~]*$/.test(text)) return text;
  // Control characters, and marks that reorder what is displayed (Unicode 16, bidirectional controls).
  const safe = text.replace(/[\p{Cc}\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/gu, "�");
  return safe.length <= most ? safe : `${safe.slice(0, most)}…`;
}

/** Puts values in place of `{name}`; a name without a value stays as it is. */
export function fill(
  template: string,
  values: Readonly<Record<string, string>>,
  more?: Readonly<Record<string, string>>,
): string {
  return template.replace(/\{([\w.]+)\}/g, (whole, name: string) => values[name] ?? more?.[name] ?? whole);
}
