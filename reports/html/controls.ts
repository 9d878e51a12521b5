import type { Language, Text } from "../../src/model/index.ts";
import { inspectionText } from "../terms/inspection.ts";
import { both, type Html, html } from "./escape.ts";
import { text } from "./text.ts";

/**
 * The masthead. Language and theme are radio buttons that the style sheet reads, so both switches work without script.
 * The labels carry other language tags than the page's texts, which the style sheet shows one language at a time.
 */
export function languageAndTheme(lang: Language): Html {
  return html`<header class="masthead">
<p class="mark"><span lang="zh-Hans">境内</span> <span lang="zh-Latn">jingnei</span></p>
<div class="switches">
<fieldset class="switch"><legend>${both(text.language)}</legend>
${choice("language", "lang-en", lang === "en", html`<span lang="en-US">English</span>`)}
${choice("language", "lang-zh", lang === "zh", html`<span lang="zh-Hans">中文</span>`)}
</fieldset>
<fieldset class="switch"><legend>${both(text.theme)}</legend>
${choice("theme", "theme-auto", true, both(text.themeAuto))}
${choice("theme", "theme-light", false, both(text.themeLight))}
${choice("theme", "theme-dark", false, both(text.themeDark))}
</fieldset>
</div>
</header>`;
}

function choice(group: string, id: string, chosen: boolean, label: Html): Html {
  const state = chosen ? html` checked` : null;
  return html`<input type="radio" name="${group}" id="${id}" autocomplete="off"${state}><label for="${id}">${label}</label>`;
}

/** Links to the sections; the one on content only where content was looked into. */
export function contents(isInspected: boolean): Html {
  const entries: readonly (readonly [string, Text])[] = [
    ["coverage", text.coverage],
    ["matrix", text.matrix],
    ...(isInspected ? [["content", inspectionText.title] as const] : []),
    ["flows", text.flows],
    ["findings", text.findings],
    ["inventory", text.inventory],
  ];
  const items = entries.map(([id, label]) => html`<li><a href="#${id}">${both(label)}</a></li>`);
  return html`<nav class="contents" aria-labelledby="contents"><h2 id="contents">${both(text.contents)}</h2><ol>${items}</ol></nav>
`;
}
