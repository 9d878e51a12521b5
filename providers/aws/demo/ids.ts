/** A believable EC2 id that is the same in every run: `vol-0a1b…` from a few words. */
export function idOf(prefix: string, words: string): string {
  let state = 0x811c9dc5;
  let digits = "";
  for (let round = 0; digits.length < 16; round++) {
    for (const character of `${words}#${round}`) state = Math.imul(state ^ character.charCodeAt(0), 0x01000193) >>> 0;
    digits += state.toString(16).padStart(8, "0");
  }
  return `${prefix}-0${digits.slice(0, 16)}`;
}
