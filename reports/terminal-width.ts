/** Letters that take two columns: East Asian Wide and Fullwidth of Unicode 16, in ranges as terminals draw them. */
const wide =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\u33ff\u3400-\u4dbf\u4e00-\u9fff\ua000-\ua4cf\ua960-\ua97f\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff01-\uff60\uffe0-\uffe6\u{1f300}-\u{1faff}\u{20000}-\u{3fffd}]/u;
const combining = /\p{M}/u;

/** Columns that `text` takes. */
export function columns(text: string): number {
  let sum = 0;
  for (const character of text) sum += widthOf(character);
  return sum;
}

/** At most `width` columns; what is cut off ends in an ellipsis. */
export function clip(text: string, width: number): string {
  if (columns(text) <= width) return text;
  if (width < 1) return "";
  let kept = "";
  let room = width - 1;
  for (const character of text) {
    room -= widthOf(character);
    if (room < 0) break;
    kept += character;
  }
  return `${kept}…`;
}

export function padEnd(text: string, width: number): string {
  return text + " ".repeat(Math.max(0, width - columns(text)));
}

export function padStart(text: string, width: number): string {
  return " ".repeat(Math.max(0, width - columns(text))) + text;
}

/** Breaks into lines of at most `width` columns, at spaces where there are any; Chinese breaks anywhere. */
export function wrap(text: string, width: number): readonly string[] {
  const lines: string[] = [];
  let line = "";
  for (const piece of text.match(/[\u2e80-\u9fff\uf900-\uff60]|[^\s\u2e80-\u9fff\uf900-\uff60]+|\s+/gu) ?? []) {
    if (line !== "" && columns(line) + columns(piece.trimEnd()) > width) {
      lines.push(line.trimEnd());
      line = "";
    }
    line += line === "" ? piece.trimStart() : piece;
  }
  return line === "" ? lines : [...lines, line.trimEnd()];
}

function widthOf(character: string): number {
  if (wide.test(character)) return 2;
  return combining.test(character) ? 0 : 1;
}
