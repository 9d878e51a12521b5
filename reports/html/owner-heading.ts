import {
  accountTerm,
  classEvidenceTerms,
  dataClassTerms,
  originTerms,
  type ReportResource,
  type ReportSource,
  type StreamedFinding,
  unnamedAccount,
} from "../../src/model/index.ts";
import { once } from "../once.ts";
import { capital } from "../terms/capital.ts";
import { scopeTerms, subjectTerms } from "../terms/data.ts";
import { placeName } from "../terms/places.ts";
import { classTier } from "./class-tier.ts";
import { both, code, evidence, type Html, html, label, name } from "./escape.ts";
import type { FindingGroup } from "./grouping.ts";
import { text } from "./text.ts";

/** Whose findings follow: a resource with its place and data class, or a subject such as an account. */
export function ownerHeadings(source: ReportSource): (group: FindingGroup) => Html {
  const identityOf = once(identity, ({ type, place: { region, country, jurisdiction }, account }) =>
    JSON.stringify([type, region, country, jurisdiction, account]),
  );
  const dataOf = once(dataItems, ({ dataClass: { classes, class: top, confidence, origin }, scope }) =>
    JSON.stringify([classes, top, confidence, origin, scope]),
  );
  return (group) => {
    if (group.resource === null) return subjectHeading(group.subject);
    const resource = source.resource(group.resource);
    if (resource === undefined)
      return html`<header><h4>${name(group.resource)}</h4><p>${both(text.notRead)}</p></header>`;
    return html`<header>
<h4>${name(resource.name === "" ? resource.id : resource.name)}</h4>
${identityOf(resource)}
<p class="id">${code(resource.id)}</p>
<ul class="data">${dataOf(resource)}
${evidenceItems(resource)}</ul>
</header>`;
  };
}

function identity({ type, place, account }: ReportResource): Html {
  return html`<p class="identity"><span>${type}</span> <span>${both(capital(placeName(place)))}${place.region !== null && html` · ${name(place.region)}`}</span> <span>${both(text.account)} ${accountName(account)}</span></p>`;
}

function accountName(account: string): Html {
  return account === unnamedAccount ? both(accountTerm(account)) : name(account);
}

function subjectHeading(subject: StreamedFinding["subject"]): Html {
  if (subject === null || subject.kind === "operator")
    return html`<header><h4>${both(subjectTerms.operator)}</h4></header>`;
  const kind = Object.entries(subjectTerms).find(([kind]) => kind === subject.kind)?.[1];
  return html`<header><h4>${kind === undefined ? name(subject.kind) : both(kind)} ${accountName(subject.id)}</h4></header>`;
}

/** Class, origin and scope. */
function dataItems({ dataClass, scope }: ReportResource): Html {
  const classes = dataClass.classes.length > 0 ? dataClass.classes : [dataClass.class];
  const certainty =
    dataClass.class === "unclassified"
      ? null
      : html` <small>${String(Math.round(dataClass.confidence * 100))}%</small>`;
  return html`<li>${classes.map((held, index) => html`<span class="chip class"><span class="swatch ${classTier(held)}"></span>${both(capital(dataClassTerms[held]))}${index === 0 && certainty}</span> `)}</li>
<li>${label(text.origin)}${both(originTerms[dataClass.origin])}</li><li>${both(capital(scopeTerms[scope]))}</li>`;
}

/** What they rest on. */
function evidenceItems({ dataClass }: ReportResource): readonly Html[] {
  return dataClass.evidence.map(
    (one) => html`<li>${label(capital(classEvidenceTerms[one.kind]))}${evidence(one.detail)}</li>`,
  );
}
