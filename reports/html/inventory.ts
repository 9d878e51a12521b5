import { type Jurisdiction, jurisdictions, type ReportSource } from "../../src/model/index.ts";
import { shortJurisdictionTerms } from "../terms/places.ts";
import { both, type Html, html, name } from "./escape.ts";
import { moreRows, text } from "./text.ts";

/** One account of one partition, with what was read there and what was not. */
export interface AccountRow {
  readonly provider: string;
  readonly partition: string;
  readonly account: string;
  readonly counts: ReadonlyMap<Jurisdiction, number>;
  readonly total: number;
  readonly gaps: number;
}

/** Rows shown; an organisation can have thousands of accounts. */
const maximumRows = 300;

interface Tally extends Pick<AccountRow, "provider" | "partition" | "account"> {
  readonly counts: Map<Jurisdiction, number>;
  gaps: number;
}

/** Accounts that hold something, and those of which nothing but a gap is known. */
export function accountRows({ summary, coverage }: ReportSource): readonly AccountRow[] {
  const tallies = new Map<string, Tally>();
  for (const row of summary.inventory) tallyOf(tallies, row).counts.set(row.jurisdiction, row.count);
  for (const gap of coverage.gaps) tallyOf(tallies, gap).gaps += gap.count;
  for (const region of coverage.notEnabled) tallyOf(tallies, region);
  return [...tallies]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, tally]) => ({ ...tally, total: [...tally.counts.values()].reduce((sum, count) => sum + count, 0) }));
}

function tallyOf(
  tallies: Map<string, Tally>,
  { provider, partition, account }: Pick<AccountRow, "provider" | "partition" | "account">,
): Tally {
  const key = JSON.stringify([provider, partition, account]);
  const held = tallies.get(key);
  if (held !== undefined) return held;
  const tally: Tally = { provider, partition, account, counts: new Map(), gaps: 0 };
  tallies.set(key, tally);
  return tally;
}

export function inventorySection(rows: readonly AccountRow[]): Html {
  const heads = jurisdictions.map(
    (place) => html`<th scope="col" class="n">${both(shortJurisdictionTerms[place])}</th>`,
  );
  const hiddenRows = rows.length - maximumRows;
  return html`<section id="inventory" aria-labelledby="h-inventory">
<h2 id="h-inventory">${both(text.inventory)}</h2>
<div class="scroll" tabindex="0" role="group" aria-labelledby="h-inventory"><table class="inventory">
<caption>${both(text.inventoryCaption)}</caption>
<thead><tr><th scope="col">${both(text.account)}</th>${heads}<th scope="col" class="n">${both(text.total)}</th><th scope="col" class="n">${both(text.gaps)}</th></tr></thead>
<tbody>${rows.slice(0, maximumRows).map(inventoryRow)}</tbody>
</table></div>
${hiddenRows > 0 && html`<p class="more">${both(moreRows(hiddenRows))}</p>`}
</section>
`;
}

function inventoryRow(row: AccountRow): Html {
  const cells = jurisdictions.map((place) => html`<td class="n">${number(row.counts.get(place) ?? 0)}</td>`);
  return html`<tr><th scope="row">${name(row.account)}<small>${row.provider} · ${row.partition}</small></th>${cells}<td class="n"><b>${row.total}</b></td><td class="n">${number(row.gaps)}</td></tr>
`;
}

export function number(count: number): Html {
  return count === 0 ? html`<span class="zero">–</span>` : html`${count}`;
}
