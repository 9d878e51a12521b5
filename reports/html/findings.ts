import { type ReportSource, severities, severityTerms, verdicts, verdictTerms } from "../../src/model/index.ts";
import { capital } from "../terms/capital.ts";
import { type Totals, totalsOf } from "../totals.ts";
import { both, type Html, html, write } from "./escape.ts";
import { filterControls } from "./filter-controls.ts";
import { findingEntries } from "./finding-entry.ts";
import { type FindingGroup, findingParts, groupFindings, partTerms, worstFindings } from "./grouping.ts";
import { number } from "./inventory.ts";
import { ownerHeadings } from "./owner-heading.ts";
import { shownOf, text } from "./text.ts";

/** Findings in detail; a browser reads 5,000 of them well, and the file stays under some 20 MB. */
export const maximumDetailed = 5_000;

/** The findings, part by part. Holds the detailed ones and nothing else. */
export function* findingsSection(source: ReportSource): Generator<string> {
  const totals = totalsOf(source.summary);
  const detailed = worstFindings(source, maximumDetailed);
  yield write(html`<section id="findings" aria-labelledby="h-findings">
<h2 id="h-findings">${both(text.findings)}</h2>
${totals.all === 0 ? html`<p>${both(text.noFindings)}</p>` : totalsTable(totals)}
${detailed.length < totals.all && html`<p class="notice">${both(shownOf(detailed.length, totals.all))}</p>`}
${detailed.length > 0 && filterControls(detailed)}
`);
  const groups = groupFindings(detailed);
  const anchors = new Set(detailed.map((finding) => finding.id));
  const writers: Writers = { headingOf: ownerHeadings(source), entryOf: findingEntries(source, anchors) };
  for (const part of findingParts) yield* partOfFindings(part, groups, writers);
  yield "</section>\n";
}

interface Writers {
  readonly headingOf: ReturnType<typeof ownerHeadings>;
  readonly entryOf: ReturnType<typeof findingEntries>;
}

function* partOfFindings(
  part: (typeof findingParts)[number],
  groups: readonly FindingGroup[],
  { headingOf, entryOf }: Writers,
): Generator<string> {
  const own = groups.filter((group) => group.part === part);
  if (own.length === 0) return;
  const { title, note } = partTerms[part];
  const count = own.reduce((sum, group) => sum + group.findings.length, 0);
  yield write(html`<section class="chapter" aria-labelledby="h-${part}">
<h3 id="h-${part}">${both(title)} <span class="count">${count}</span></h3>
<p class="note">${both(note)}</p>
`);
  for (const group of own) {
    yield write(html`<article class="owner">
${headingOf(group)}
${group.findings.map(entryOf)}
</article>
`);
  }
  yield "</section>\n";
}

function totalsTable(totals: Totals): Html {
  const columns = severities.filter((severity) => totals.severity(severity) > 0);
  const rows = verdicts.filter((verdict) => totals.verdict(verdict) > 0);
  const body = rows.map((verdict) => {
    const cells = columns.map((severity) => html`<td class="n">${number(totals.both(verdict, severity))}</td>`);
    return html`<tr><th scope="row">${both(capital(verdictTerms[verdict]))}</th>${cells}<td class="n sum">${totals.verdict(verdict)}</td></tr>
`;
  });
  return html`<div class="scroll" tabindex="0" role="group" aria-labelledby="h-findings"><table class="totals">
<caption>${both(text.byPriority)}</caption>
<thead><tr><th scope="col">${both(text.verdict)}</th>${columns.map((severity) => html`<th scope="col" class="n"><span class="dot ${severity}"></span>${both(capital(severityTerms[severity]))}</th>`)}<th scope="col" class="n sum">${both(text.total)}</th></tr></thead>
<tbody>${body}</tbody>
</table></div>`;
}
