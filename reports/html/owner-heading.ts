import {
  dataClassTerms,
  originTerms,
  type ReportResource,
  type ReportSource,
  type StreamedFinding,
} from "../../src/model/index.ts";
import { capital } from "../terms/capital.ts";
import { classEvidenceTerms, scopeTerms, subjectTerms } from "../terms/data.ts";
import { placeName } from "../terms/places.ts";
import { classTier } from "./class-tier.ts";
import { both, code, type Html, html, label, name } from "./escape.ts";
import type { FindingGroup } from "./grouping.ts";
import { text } from "./text.ts";

/** Whose findings follow: a resource with its place and data class, or a subject such as an account. */
export function ownerHeading(source: ReportSource, group: FindingGroup): Html {
  if (group.resource === null) return subjectHeading(group.subject);
  const resource = source.resource(group.resource);
  if (resource === undefined)
    return html`<header><h4>${name(group.resource)}</h4><p>${both(text.notRead)}</p></header>`;
  return html`<header>
<h4>${name(resource.name === "" ? resource.id : resource.name)}</h4>
<p class="identity"><span>${resource.type}</span> <span>${both(capital(placeName(resource.place)))}${resource.place.region !== null && html` · ${name(resource.place.region)}`}</span> <span>${both(text.account)} ${name(resource.account)}</span></p>
<p class="id">${code(resource.id)}</p>
${dataLine(resource)}
</header>`;
}

function subjectHeading(subject: StreamedFinding["subject"]): Html {
  if (subject === null || subject.kind === "operator")
    return html`<header><h4>${both(subjectTerms.operator)}</h4></header>`;
  const kind = Object.entries(subjectTerms).find(([kind]) => kind === subject.kind)?.[1];
  return html`<header><h4>${kind === undefined ? name(subject.kind) : both(kind)} ${name(subject.id)}</h4></header>`;
}

/** Class, origin and scope with what they rest on. */
function dataLine(resource: ReportResource): Html {
  const { dataClass } = resource;
  const classes = dataClass.classes.length > 0 ? dataClass.classes : [dataClass.class];
  const evidence = dataClass.evidence.map(
    (one) => html`<li>${label(capital(classEvidenceTerms[one.kind]))}${name(one.detail)}</li>`,
  );
  const certainty =
    dataClass.class === "unclassified"
      ? null
      : html` <small>${String(Math.round(dataClass.confidence * 100))}%</small>`;
  return html`<ul class="data"><li>${classes.map((held, index) => html`<span class="chip class"><span class="swatch ${classTier(held)}"></span>${both(capital(dataClassTerms[held]))}${index === 0 && certainty}</span> `)}</li>
<li>${label(text.origin)}${both(originTerms[dataClass.origin])}</li><li>${both(capital(scopeTerms[resource.scope]))}</li>
${evidence}</ul>`;
}
