import type { ReportResource, ReportSource, StoreInspection, Text } from "../../src/model/index.ts";
import { capital } from "../terms/capital.ts";
import { plural } from "../terms/digits.ts";
import {
  foundIn,
  foundTerm,
  inspectionSentence,
  inspectionText,
  isClass,
  mostPeople,
  worstInspections,
} from "../terms/inspection.ts";
import { placeName } from "../terms/places.ts";
import { classTier } from "./class-tier.ts";
import { both, code, type Html, html, name } from "./escape.ts";
import { number } from "./inventory.ts";
import { moreRows, text } from "./text.ts";

/** Rows shown; a run can sample thousands of stores. */
const maximumRows = 500;
/** Rows that stand open, so that what follows is not pushed away. */
const openRows = 25;

/** What sampling showed, the worst store first. Nothing for a run that did not look into stores. */
export function inspectionsSection(source: ReportSource): Html {
  const { inspections } = source;
  if (inspections === undefined) return html``;
  const rows = worstInspections(inspections)
    .slice(0, maximumRows)
    .map((one) => row(one, source.resource(one.resource)));
  const hiddenRows = inspections.length - maximumRows;
  const folded = rows.slice(openRows);
  return html`<section id="content" aria-labelledby="h-content">
<h2 id="h-content">${both(inspectionText.title)}</h2>
<p class="state"><b>${both(inspectionSentence(inspections))}</b></p>
${inspections.some(({ stopped }) => stopped) && html`<p class="notice">${both(inspectionText.stoppedNotice)}</p>`}
${rows.length > 0 && html`<p><small>${both(inspectionText.isSample)}</small></p>${table(rows.slice(0, openRows))}`}
${folded.length > 0 && html`<details><summary>${both(text.moreStores)} <span class="count">${folded.length}</span></summary>${table(folded)}</details>`}
${hiddenRows > 0 && html`<p class="more">${both(moreRows(hiddenRows))}</p>`}
</section>
`;
}

function table(rows: readonly Html[]): Html {
  const { store, place, found, inspected, people, statement } = inspectionText;
  const head = (term: Text, isNumber = false): Html =>
    html`<th scope="col" class="${isNumber && "n"}">${both(term)}</th>`;
  return html`<table class="sampled">
<thead><tr>${head(store)}${head(place)}${head(found)}${head(inspected, true)}${head(people, true)}${head(statement)}</tr></thead>
<tbody>${rows}</tbody>
</table>`;
}

function row(one: StoreInspection, resource: ReportResource | undefined): Html {
  const people = mostPeople(one);
  return html`<tr>
<th scope="row">${storeName(one.resource, resource)}</th>
<td>${resource === undefined ? both(capital(text.notRead)) : place(resource)}</td>
<td>${found(one)}${one.stopped && html`<span class="chip loud">${both(inspectionText.stopped)}</span>`}</td>
<td class="n"><span class="label">${both(inspectionText.inspected)}</span> ${one.inspected}<wbr><span class="of">/${one.objects}</span></td>
<td class="n"><span class="label">${both(inspectionText.people)}</span> ${number(people?.count ?? 0)}${people !== undefined && html`<small>${code(people.identifier)}</small>`}</td>
<td>${both(capital(one.statement))}</td>
</tr>
`;
}

function storeName(id: string, resource: ReportResource | undefined): Html {
  const shown = resource?.name ?? "";
  return shown === "" || shown === id ? name(id) : html`${name(shown)}<small>${code(id)}</small>`;
}

function place({ place }: ReportResource): Html {
  return html`${both(capital(placeName(place)))}${place.region !== null && html`<small>${name(place.region)}</small>`}`;
}

function found(one: StoreInspection): Html {
  const held = foundIn(one);
  const term = both(capital(foundTerm(held)));
  if (!isClass(held)) return term;
  const objects = one.classes[held] ?? 0;
  return html`<span class="swatch ${classTier(held)}"></span>${term}<small>${both({
    en: `in ${plural(objects, "object", "objects")}`,
    zh: `${objects}个对象`,
  })}</small>`;
}
