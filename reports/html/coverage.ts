import {
  type Coverage,
  type CoverageGap,
  gapReasonTerms,
  leavesCoverageComplete,
  type Text,
} from "../../src/model/index.ts";
import { countUnread, coverageSentence, gapAdvice } from "../terms/coverage.ts";
import { both, code, evidence, type Html, html, label, name } from "./escape.ts";
import type { AccountRow } from "./inventory.ts";
import { moreRows, text } from "./text.ts";

/** Gaps listed; each is already one operation and reason, so more than this means something is wrong everywhere. */
const maximumGaps = 200;
const longList = 12;

export function coverageSection(coverage: Coverage, accounts: readonly AccountRow[]): Html {
  return html`<section id="coverage" aria-labelledby="h-coverage">
<h2 id="h-coverage">${both(text.coverage)}</h2>
<p class="state ${coverage.complete ? "complete" : "incomplete"}"><b>${both(coverage.complete ? text.coverageComplete : text.coverageIncomplete)}</b>
${both(coverageSentence(coverage))} <small>${both(text.whatIsAQuestion)}</small></p>
${coverage.gaps.length > 0 && gapTable(coverage.gaps)}
<dl class="ledger">
${entry(text.accounts, accountList(accounts))}
${entry(text.notEnabled, notEnabled(coverage))}
${entry(
  text.excluded,
  coverage.excluded.map((glob) => html`<li>${code(glob)}</li>`),
)}
${entry(text.regionDifferences, coverage.regionDifferences.map(difference))}
${unreadServices(coverage)}
${entry(
  text.endpoints,
  coverage.endpoints.map((host) => html`<li>${code(host)}</li>`),
)}
</dl>
</section>
`;
}

function gapTable(gaps: readonly CoverageGap[]): Html {
  // What makes coverage incomplete comes first; the order within is the document's.
  const ordered = [
    ...gaps.filter((gap) => !leavesCoverageComplete(gap.reason)),
    ...gaps.filter((gap) => leavesCoverageComplete(gap.reason)),
  ];
  const hiddenRows = ordered.length - maximumGaps;
  return html`<p>${both(text.gapsAre)}</p>
<table class="gaps">
<thead><tr><th scope="col">${both(text.operation)}</th><th scope="col">${both(text.where)}</th><th scope="col">${both(text.reason)}</th><th scope="col" class="n">${both(text.count)}</th><th scope="col">${both(text.whatToDo)}</th></tr></thead>
<tbody>${ordered.slice(0, maximumGaps).map(gapRow)}</tbody>
</table>
${hiddenRows > 0 && html`<p class="more">${both(moreRows(hiddenRows))}</p>`}`;
}

function gapRow(gap: CoverageGap): Html {
  return html`<tr>
<th scope="row">${code(gap.operation)}<small>${name(gap.type)}</small></th>
<td><span>${name(gap.account)}</span> <span class="whole">${gap.region === null ? both(text.globalCall) : name(gap.region)}</span><small>${gap.provider} · ${gap.partition}</small></td>
<td><span class="chip reason ${leavesCoverageComplete(gap.reason) ? "quiet" : "loud"}">${both(gapReasonTerms[gap.reason])}</span><small>${evidence(gap.detail)}</small></td>
<td class="n"><span class="label">${both(text.count)}</span> ${gap.count}</td>
<td>${both(gapAdvice(gap.reason))}${gap.firstResource !== null && html`<small>${label(text.firstResource)}${name(gap.firstResource)}</small>`}</td>
</tr>
`;
}

/** A long list folds under its count. */
function entry(term: Text, items: readonly Html[], count = items.length): Html {
  const list = html`<ul>${items}</ul>`;
  const folded = html`<details><summary><span class="count">${count}</span></summary>${list}</details>`;
  const value = items.length === 0 ? both(text.none) : count > longList ? folded : list;
  return html`<div><dt>${both(term)}</dt><dd>${value}</dd></div>
`;
}

function accountList(accounts: readonly AccountRow[]): readonly Html[] {
  const shown = accounts
    .slice(0, longList - 1)
    .map((row) => html`<li>${code(row.account)} <small>${row.provider} · ${row.partition}</small></li>`);
  const rest = accounts.length - shown.length;
  return rest > 0
    ? [
        ...shown,
        html`<li><a href="#inventory">${both(text.allAccounts)}</a> <span class="count">${accounts.length}</span></li>`,
      ]
    : shown;
}

/** A paragraph per provider: on paper, where folds are open, a line per service would fill pages. */
function unreadServices(coverage: Coverage): Html {
  const items = (coverage.unread ?? []).map(
    ({ provider, services }) => html`<li><small>${provider}:</small> ${code(services.join(", "))}</li>`,
  );
  return entry(text.unread, items, countUnread(coverage));
}

function notEnabled(coverage: Coverage): readonly Html[] {
  const regions = new Map<string, string[]>();
  for (const { provider, account, region } of coverage.notEnabled) {
    const key = `${provider} · ${account}`;
    regions.set(key, [...(regions.get(key) ?? []), region]);
  }
  return [...regions].map(([account, names]) => html`<li><small>${account}:</small> ${code(names.join(", "))}</li>`);
}

function difference(entry: Coverage["regionDifferences"][number]): Html {
  const meaning = entry.difference === "not-in-table" ? text.notInTable : text.notLive;
  return html`<li>${code(entry.region)} <small>${entry.provider} · ${entry.partition} · ${both(meaning)}</small></li>`;
}
