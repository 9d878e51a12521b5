import { visible } from "./visible.ts";

/** An empty comment: shows as nothing, and ends the word in which a mention or a link would be found. */
const breaker = "<!-- -->";

const named: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;" };

/**
 * Text on one line that Markdown shows as it stands, on GitHub, GitLab and in table cells: no markup, no HTML, no link, no formula.
 * Mentions and links are found in the rendered text, where escaping no longer shows, so the word itself is broken up.
 */
export function escapeProse(text: string): string {
  return visible(text.replace(/\s+/g, " ").trim())
    .replace(/[&<>\\`*_{}[\]~|$^]/g, (character) => named[character] ?? `&#${character.charCodeAt(0)};`)
    .replace(/@(?=\S)/g, `@${breaker}`)
    .replace(/([!%]|(?<!&)#)(?=[\w"])/g, `$1${breaker}`)
    .replace(/\b(GH)-(?=\d)/gi, `$1${breaker}-`)
    .replace(/:\/\//g, `:${breaker}//`)
    .replace(/\bwww\./gi, (word) => `${word.slice(0, 3)}${breaker}.`);
}

/** A name or an id. A code span takes everything literally but its own fence and, in a table, the bar between cells. */
export function codeSpan(text: string): string {
  const line = visible(text);
  if (line === "") return "∅";
  return /[|`\\]/.test(line) || line.trim() !== line ? `<code>${escapeProse(line)}</code>` : `\`${line}\``;
}
