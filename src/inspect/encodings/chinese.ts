import { commonCharacters } from "./common-characters.ts";
import type { Encoding } from "./encoding.ts";

/**
 * gb18030 or Big5, whichever makes more of the bytes into characters that are often written; neither where both make rubbish.
 */
export function chineseEncoding(head: Uint8Array): Encoding | undefined {
  const gb = score(head, "gb18030", inGbLevelOne);
  const big5 = score(head, "big5", inBig5LevelOne);
  const best = Math.max(gb, big5);
  if (best < 0.7) return undefined;
  return gb >= big5 ? "gb18030" : "big5";
}

/** 0 to 2: share of the two-byte characters in the standard's table of usual ones, and share of the often written. */
function score(
  head: Uint8Array,
  encoding: "gb18030" | "big5",
  usual: (lead: number, trail: number) => boolean,
): number {
  const text = new TextDecoder(encoding).decode(head, { stream: true });
  let wide = 0;
  let common = 0;
  let broken = 0;
  for (const character of text) {
    if (character < "\u0080") continue;
    if (character === "\ufffd") broken++;
    else if (!isPunctuation(character)) {
      wide++;
      if (commonCharacters.has(character)) common++;
    }
  }
  if (wide === 0 || broken > wide / 50) return 0;
  return common / wide + usualShare(head, usual) - (20 * broken) / wide;
}

function usualShare(head: Uint8Array, usual: (lead: number, trail: number) => boolean): number {
  let pairs = 0;
  let good = 0;
  for (let index = 0; index + 1 < head.length; index++) {
    const lead = head[index] ?? 0;
    if (lead < 0x80) continue;
    pairs++;
    if (usual(lead, head[index + 1] ?? 0)) good++;
    index++;
  }
  return pairs === 0 ? 0 : good / pairs;
}

/** Punctuation and full-width forms say nothing about how good a decoding is. */
function isPunctuation(character: string): boolean {
  return (character >= "\u3000" && character <= "\u303f") || (character >= "\uff00" && character <= "\uffef");
}

/** Level 1 of GB 2312 (3,755 characters in order of their reading) and its punctuation. */
function inGbLevelOne(lead: number, trail: number): boolean {
  return trail >= 0xa1 && ((lead >= 0xb0 && lead <= 0xd7) || lead === 0xa1 || lead === 0xa3);
}

/** Level 1 of Big5 (5,401 often used characters, A440 to C67E) and its punctuation. */
function inBig5LevelOne(lead: number, trail: number): boolean {
  return lead >= 0xa1 && lead <= 0xc6 && ((trail >= 0x40 && trail <= 0x7e) || trail >= 0xa1);
}
