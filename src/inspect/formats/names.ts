/**
 * Whether what stands for a name is rather a value: maps are keyed by telephone numbers, and tables come without headers. Names
 * are printed, values never are.
 */
export function isLikeData(name: string): boolean {
  return name.length > 100 || /\d{5}|@|\d{3,4}[- ]\d{4}|^\d+$/.test(name);
}

/** A name without what would break a path or a line of a report. */
export function tidyName(name: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: names are attackers' text, and must not reach a terminal with these.
  return name.replaceAll(/[\u0000-\u001f\u007f\s]+/g, " ").trim();
}
