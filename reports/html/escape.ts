import { evidenceIn, type Text } from "../../src/model/index.ts";
import { digits } from "../terms/digits.ts";
import { visible } from "../visible.ts";

/** Markup that is safe to write. Only `html` and `raw` make it, so that no text of an attacker gets in unescaped. */
export interface Html {
  readonly markup: string;
}

export type Part = Html | string | number | false | null | undefined | readonly Part[];

const entities: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

const special = /[&<>"']/;
const everySpecial = new RegExp(special.source, "g");

/** Safe as text and inside a quoted attribute; what cannot be seen is shown by its code point. */
function escapeText(text: string): string {
  const shown = visible(text);
  return special.test(shown) ? shown.replace(everySpecial, (character) => entities[character] ?? character) : shown;
}

/** Markup from a template: every value is escaped unless it is markup itself; lists are joined, nothing stays empty. */
export function html(strings: TemplateStringsArray, ...parts: readonly Part[]): Html {
  let markup = strings[0] ?? "";
  for (let index = 0; index < parts.length; index += 1) markup += write(parts[index]) + (strings[index + 1] ?? "");
  return { markup };
}

/** Text that this project wrote itself: style sheet and script. */
export function raw(markup: string): Html {
  return { markup };
}

export function write(part: Part): string {
  if (part === null || part === undefined || part === false) return "";
  if (typeof part === "string") return escapeText(part);
  if (typeof part === "number") return digits(part);
  if ("markup" in part) return part.markup;
  let markup = "";
  for (const one of part) markup += write(one);
  return markup;
}

/** A term with the colon of its language. */
export function label(term: Text): Html {
  return html`<span lang="en">${term.en}: </span><span lang="zh-CN">${term.zh}：</span>`;
}

/** An aside with the brackets and the spacing of its language. */
export function aside(term: Text): Html {
  return html`<span lang="en"> (${term.en})</span><span lang="zh-CN">（${term.zh}）</span>`;
}

/** Both languages; the style sheet shows the one that is switched on. */
export function both(text: Text): Html {
  return html`<span lang="en">${text.en.trim()}</span><span lang="zh-CN">${text.zh.trim()}</span>`;
}

/** A name from a cloud: kept apart from the text around it, so that right-to-left letters in it stay inside. */
export function name(text: string): Html {
  return text === "" ? html`<span class="empty">∅</span>` : html`<bdi>${text}</bdi>`;
}

/** A line of evidence: the product's words in both languages, what a cloud answered as it is. */
export function evidence(line: string): Html {
  const { en, zh } = evidenceIn(line);
  return en === zh ? name(line) : html`<span lang="en">${name(en)}</span><span lang="zh-CN">${name(zh)}</span>`;
}

export function code(text: string): Html {
  return html`<code>${name(text)}</code>`;
}
