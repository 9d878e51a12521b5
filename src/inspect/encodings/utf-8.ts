/** Share of the characters beyond ASCII that are well-formed UTF-8; 1 where there are none. One cut at the end does not count. */
export function utf8Share(head: Uint8Array): number {
  let good = 0;
  let bad = 0;
  for (let index = 0; index < head.length; ) {
    const length = characterLength(head, index);
    if (length === 0 && index + 3 >= head.length && opens(head, index)) break;
    if (length > 1) good++;
    if (length === 0) bad++;
    index += length || 1;
  }
  return good + bad === 0 ? 1 : good / (good + bad);
}

function opens(bytes: Uint8Array, at: number): boolean {
  const lead = bytes[at] ?? 0;
  if (lead < 0xc2 || lead > 0xf4) return false;
  for (let index = at + 1; index < bytes.length; index++) if (!continues(bytes[index])) return false;
  return true;
}

/** Bytes of the character at `at`; 0 where it is malformed (overlong forms, surrogates and beyond U+10FFFF included). */
function characterLength(bytes: Uint8Array, at: number): number {
  const lead = bytes[at] ?? 0;
  if (lead < 0x80) return 1;
  const second = bytes[at + 1];
  if (lead < 0xc2 || lead > 0xf4 || !continues(second)) return 0;
  if (lead < 0xe0) return 2;
  const next = second ?? 0;
  if ((lead === 0xe0 && next < 0xa0) || (lead === 0xed && next > 0x9f) || !continues(bytes[at + 2])) return 0;
  if (lead < 0xf0) return 3;
  if ((lead === 0xf0 && next < 0x90) || (lead === 0xf4 && next > 0x8f) || !continues(bytes[at + 3])) return 0;
  return 4;
}

function continues(byte: number | undefined): boolean {
  return byte !== undefined && byte >= 0x80 && byte < 0xc0;
}
