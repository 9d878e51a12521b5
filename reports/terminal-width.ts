import { beginningOf, textWidth } from "../src/model/index.ts";

/** At most `width` columns; what is cut off ends in an ellipsis. */
export function clip(text: string, width: number): string {
  if (textWidth(text) <= width) return text;
  if (width < 1) return "";
  return `${beginningOf(text, width - 1)}…`;
}

export function padStart(text: string, width: number): string {
  return " ".repeat(Math.max(0, width - textWidth(text))) + text;
}
