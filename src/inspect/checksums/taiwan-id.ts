/** Numbers of the letters A to Z: the order in which the places were given theirs, which is why I, O, W and Z are out of line. */
const letterNumbers = [
  10, 11, 12, 13, 14, 15, 16, 17, 34, 18, 19, 20, 21, 22, 35, 23, 24, 25, 26, 27, 28, 29, 32, 30, 31, 33,
];
const weights = [8, 7, 6, 5, 4, 3, 2, 1, 1];

/** Whether a capital and nine digits pass the check of Taiwan's national ids and residence certificates (form of 2021). */
export function passesTaiwanId(id: string): boolean {
  const letter = letterNumbers[id.charCodeAt(0) - 65];
  if (letter === undefined) return false;
  let sum = Math.floor(letter / 10) + (letter % 10) * 9;
  for (let index = 0; index < 9; index++) sum += (id.charCodeAt(index + 1) - 48) * (weights[index] ?? 0);
  return sum % 10 === 0;
}
