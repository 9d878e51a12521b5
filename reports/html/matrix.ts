import { dataClasses, dataClassTerms, type Jurisdiction, jurisdictions, type Summary } from "../../src/model/index.ts";
import { capital } from "../terms/capital.ts";
import { shortJurisdictionTerms } from "../terms/places.ts";
import { classTier } from "./class-tier.ts";
import { both, type Html, html } from "./escape.ts";
import { number } from "./inventory.ts";
import { text } from "./text.ts";

const outside: readonly Jurisdiction[] = ["hong-kong", "macao", "taiwan", "foreign"];

/** Data class × jurisdiction. The mainland stands apart from all that is outside; no map. */
export function matrixSection(summary: Summary): Html {
  const rows = dataClasses.filter((row) => summary.matrix.some((cell) => cell.class === row && cell.count > 0));
  return html`<section id="matrix" aria-labelledby="h-matrix">
<h2 id="h-matrix">${both(text.matrix)}</h2>
${rows.length === 0 ? html`<p>${both(text.matrixEmpty)}</p>` : table(summary, rows)}
</section>
`;
}

function table(summary: Summary, rows: readonly (typeof dataClasses)[number][]): Html {
  const count = (row: string | null, column: string | null): number =>
    summary.matrix
      .filter((cell) => (row === null || cell.class === row) && (column === null || cell.jurisdiction === column))
      .reduce((sum, cell) => sum + cell.count, 0);
  const head = (place: Jurisdiction): Html =>
    html`<th scope="col" class="n ${sideOf(place)}">${both(shortJurisdictionTerms[place])}</th>`;
  const body = rows.map((row) => {
    const cells = jurisdictions.map((place) => {
      const value = count(row, place);
      return html`<td class="n ${sideOf(place)} ${value > 0 && `held ${classTier(row)}`}">${number(value)}</td>`;
    });
    return html`<tr><th scope="row"><span class="swatch ${classTier(row)}"></span>${both(capital(dataClassTerms[row]))}</th>${cells}<td class="n sum">${count(row, null)}</td></tr>
`;
  });
  const sums = jurisdictions.map((place) => html`<td class="n ${sideOf(place)}">${number(count(null, place))}</td>`);
  return html`<div class="scroll" tabindex="0" role="group" aria-labelledby="h-matrix"><table class="matrix">
<caption>${both(text.matrixCaption)}</caption>
<colgroup><col class="names"></colgroup>
<thead>
<tr><td></td><td></td><th scope="colgroup" colspan="4" class="outside">${both(text.outsideMainland)}</th><td></td><td></td></tr>
<tr><th scope="col">${both(text.dataClass)}</th>${jurisdictions.map(head)}<th scope="col" class="n sum">${both(text.total)}</th></tr>
</thead>
<tbody>${body}</tbody>
<tfoot><tr><th scope="row">${both(text.total)}</th>${sums}<td class="n sum">${count(null, null)}</td></tr></tfoot>
</table></div>`;
}

function sideOf(place: Jurisdiction): string {
  if (place === "mainland") return "inside";
  return outside.includes(place) ? "outside" : "undetermined";
}
