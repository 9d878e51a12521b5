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

/** Without the blanks and hyphens that group long numbers. Unchanged (and not copied) where there are none. */
export function ungrouped(text: string): string {
  return text.includes(" ") || text.includes("-") ? text.replace(/[ -]/g, "") : text;
}

/** The number that the digits in `[from, to)` of a text write. They have to be digits. */
export function numberAt(text: string, from: number, to: number): number {
  let number = 0;
  for (let index = from; index < to; index++) number = number * 10 + text.charCodeAt(index) - 48;
  return number;
}
