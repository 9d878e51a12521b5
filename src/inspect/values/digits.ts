/** Whether `[from, to)` of a text is digits only. An empty range is. */
export function areDigits(text: string, from = 0, to = text.length): boolean {
  if (to > text.length) return false;
  for (let index = from; index < to; index++) {
    const character = text.charCodeAt(index);
    if (character < 48 || character > 57) return false;
  }
  return true;
}

/** Whether `[from, to)` of a text is one character repeated. */
export function isOneCharacter(text: string, from = 0, to = text.length): boolean {
  for (let index = from + 1; index < to; index++) if (text.charCodeAt(index) !== text.charCodeAt(from)) return false;
  return true;
}

const groups = /^[0-9A-Za-z]{2,}([ -])(?:[0-9A-Za-z]{3,}\1)*[0-9A-Za-z]+$/;

/** Without the blanks or hyphens that group long numbers. Unchanged (and not copied) where there are none, or none that group. */
export function ungrouped(text: string): string {
  if (!text.includes(" ") && !text.includes("-")) return text;
  return groups.test(text) ? text.replace(/[ -]/g, "") : text;
}

/** The number that the digits in `[from, to)` of a text write. They have to be digits. */
export function numberAt(text: string, from: number, to: number): number {
  let number = 0;
  for (let index = from; index < to; index++) number = number * 10 + text.charCodeAt(index) - 48;
  return number;
}
