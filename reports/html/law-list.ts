import type { Basis } from "../../src/model/index.ts";
import { sourceMarks } from "../terms/judgement.ts";
import { both, type Html, html, label } from "./escape.ts";
import { provisionTerm, statusTermsOfLaw, text } from "./text.ts";

/** Cited provisions: instrument, article, content, in force since when, and how well the wording was read. */
export function lawList(basis: readonly Basis[]): Html {
  return html`<ul class="law">${basis.map(provision)}</ul>`;
}

function provision(one: Basis): Html {
  const status = statusTermsOfLaw[one.status];
  return html`<li><cite>${both(provisionTerm(one))}</cite> ${both(one.title)}
<small>${one.inForce !== null && html`${both(text.inForceSince)} ${one.inForce} · `}${status !== undefined && html`${both(status)} · `}<span class="mark-${one.confidence}">${both(sourceMarks[one.confidence])}</span> · ${sourceOf(one.source)}</small></li>`;
}

/** A link asks for nothing until a reader follows it. */
function sourceOf(source: string): Html {
  if (!/^https:\/\/[\w.-]+(?:\/[\w./?=&%#~-]*)?$/.test(source)) return html`${label(text.source)}${source}`;
  return html`<a href="${source}" rel="noreferrer noopener" target="_blank">${both(text.source)}</a>`;
}
