/**
 * Whether one or two capitals and six digits go with their check character: letters count from A = 10, a missing first letter 36,
 * weights 9 to 2, modulus 11, 10 written `A` (Immigration Department, Hong Kong SAR; the algorithm as commonly published).
 */
export function passesHongKongId(letters: string, digits: string, check: string): boolean {
  const padded = letters.padStart(2, " ");
  let sum = letterValue(padded.charCodeAt(0)) * 9 + letterValue(padded.charCodeAt(1)) * 8;
  for (let index = 0; index < 6; index++) sum += (digits.charCodeAt(index) - 48) * (7 - index);
  sum += check === "A" ? 10 : Number(check);
  return sum % 11 === 0;
}

function letterValue(character: number): number {
  return character === 32 ? 36 : character - 55;
}
