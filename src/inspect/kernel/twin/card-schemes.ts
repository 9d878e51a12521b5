/** First digits, first and last of a range of the same length, and the lengths in which a scheme gives out numbers. */
const schemes: readonly (readonly [from: string, to: string, lengths: readonly number[]])[] = [
  ["2221", "2720", [16]],
  ["300", "305", [14, 15, 16, 17, 18, 19]],
  ["34", "34", [15]],
  ["3528", "3589", [16, 17, 18, 19]],
  ["36", "36", [14, 15, 16, 17, 18, 19]],
  ["37", "37", [15]],
  ["38", "38", [14, 15, 16, 17, 18, 19]],
  ["4", "4", [13, 16, 19]],
  ["51", "55", [16]],
  ["60", "60", [16, 17, 18, 19]],
  ["62", "62", [16, 17, 18, 19]],
  ["644", "649", [16, 17, 18, 19]],
  ["65", "65", [16, 17, 18, 19]],
  ["68", "69", [16, 17, 18, 19]],
  ["81", "81", [16, 17, 18, 19]],
  ["9558", "9558", [16, 17, 18, 19]],
];

/** Whether a card scheme gives out numbers with these first digits in this length. */
export function isOfScheme(number: string): boolean {
  return schemes.some(([from, to, lengths]) => {
    const first = number.slice(0, from.length);
    return first >= from && first <= to && lengths.includes(number.length);
  });
}
