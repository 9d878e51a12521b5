/** Shortest and longest word that may be an identifier, and the digits that the one with the fewest has: vehicles end in four. */
const shortest = 6;
const longest = 31;
const leastDigits = 4;

const grouped = /^\d{4}(?: \d{4}){2,3}(?: \d{1,4})?(?!\d)/;

/**
 * Words of running text that may be identifiers or masked ones: digits in groups of four, or digits and capitals with hyphens. Small
 * letters are in none but `x`, and the pairs of hardware addresses. One pass, and nothing is made of the words of a sentence.
 */
export function tokensIn(text: string): readonly string[] {
  const found: string[] = [];
  for (let at = 0; at < text.length; at++) {
    const start = at;
    let digits = 0;
    let hasSmall = false;
    for (; at < text.length; at++) {
      const code = text.charCodeAt(at);
      if (code >= 48 && code <= 57) digits += 1;
      else if (code >= 97 && code <= 122) hasSmall ||= code !== 120;
      else if (!(code >= 65 && code <= 90) && (code !== 45 || at === start)) break;
    }
    const length = at - start;
    if (length === 4 && digits === 4 && text.charCodeAt(at) === 32) {
      const [group] = grouped.exec(text.slice(start, start + 24)) ?? [];
      if (group === undefined) continue;
      found.push(group);
      at = start + group.length;
    } else if (length >= shortest && length <= longest && digits >= leastDigits) {
      if (!hasSmall || isPairs(text, start, length)) found.push(text.slice(start, at));
    }
  }
  return found;
}

function isPairs(text: string, start: number, length: number): boolean {
  return length === 17 && text[start + 2] === "-" && text[start + 5] === "-";
}
