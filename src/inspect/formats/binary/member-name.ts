/** Characters of a name that a path takes. */
const longestName = 400;
/** Characters of a name that a gap repeats. */
const shownName = 100;

/** Names in archives are attackers' text: without control characters, and of bounded length. */
export function memberName(name: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these must not reach a terminal or a line of a report.
  const tidy = name.replaceAll(/[\u0000-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069]+/g, " ").trim();
  return tidy.length > longestName ? `${tidy.slice(0, longestName)}…` : tidy;
}

export function memberPath(outer: string, name: string): string {
  return `${outer}!/${name}`;
}

/** For the detail of a gap. */
export function shown(name: string): string {
  return `"${name.length > shownName ? `${name.slice(0, shownName)}…` : name}"`;
}

/**
 * Bytes of a name: UTF-8 where they are, else what Chinese Windows writes. GB18030 reads any bytes.
 */
export function decodeName(bytes: Uint8Array): string {
  try {
    return memberName(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    return memberName(new TextDecoder("gb18030").decode(bytes));
  }
}
