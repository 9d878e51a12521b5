import type { Severity, Text } from "../src/model/index.ts";

/** A text in the language of the terminal. */
export type Say = (text: Text) => string;
export type Style = Severity | "title" | "quiet" | "plain";
export type Paint = (style: Style, text: string) => string;

/** Colours of the basic palette, which every terminal maps to readable ones of its own. */
const codes: Readonly<Record<Style, string>> = {
  critical: "1;31",
  high: "31",
  medium: "33",
  low: "36",
  info: "2",
  title: "1",
  quiet: "2",
  plain: "",
};

export function painter(color: boolean): Paint {
  return (style, text) => (color && codes[style] !== "" ? `\u001b[${codes[style]}m${text}\u001b[0m` : text);
}
