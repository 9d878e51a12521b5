import { type Basis, citationOf, lawStatusTerms } from "../../src/model/index.ts";
import { sourceMarks } from "../terms/judgement.ts";
import { both, type Html, html } from "./escape.ts";
import { text } from "./text.ts";

/** Cited provisions, a line each: instrument, article, content, in force since when, and how well the wording was read. */
export function lawList(basis: readonly Basis[]): Html {
  return html`<ul class="law">${basis.map(provision)}</ul>`;
}

function provision(one: Basis): Html {
  const status = one.status === "in-force" ? undefined : lawStatusTerms[one.status];
  return html`<li><cite>${both(citationOf(one))}</cite> ${both(one.title)}
<small>${one.inForce !== null && html`<span class="whole">${both(text.inForceSince)} ${one.inForce}</span> · `}${status !== undefined && html`${both(status)} · `}<span class="mark-${one.confidence}">${both(sourceMarks[one.confidence])}</span></small></li>`;
}

/** What was read for each citation; provisions of one source stand together. */
export function lawSources(basis: readonly Basis[]): Html {
  const bySource = new Map<string, Basis[]>();
  for (const one of basis) bySource.set(one.source, [...(bySource.get(one.source) ?? []), one]);
  return html`<ul class="sources">${[...bySource].map(
    ([source, cited]) =>
      html`<li>${cited.map((one, index) => html`${index > 0 && ", "}${one.instrument} ${one.article}`)}: ${sourceOf(source)}</li>`,
  )}</ul>`;
}

/** A link asks for nothing until a reader follows it. */
function sourceOf(source: string): Html {
  if (!/^https:\/\/[\w.-]+(?:\/[\w./?=&%#~-]*)?$/.test(source)) return html`${source}`;
  return html`<a href="${source}" rel="noreferrer noopener" target="_blank">${source}</a>`;
}
