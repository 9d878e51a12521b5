import {
  edgeKindTerms,
  groundTerms,
  mechanismTerms,
  missingFactTerms,
  type Outcome,
  type ReportSource,
  type StreamedFinding,
  severityTerms,
  type Text,
  verdictTerms,
} from "../../src/model/index.ts";
import { capital } from "../terms/capital.ts";
import { verdictNotes } from "../terms/judgement.ts";
import { placeName } from "../terms/places.ts";
import { aside, both, code, type Html, html, label, name, raw } from "./escape.ts";
import { lawList, lawSources } from "./law-list.ts";
import { moreRows, text } from "./text.ts";

/** Folded resources shown; their number is always exact. */
const maximumMembers = 50;

/**
 * One finding: priority and verdict in the margin, beside them what was found, what to do and by which law.
 * @param anchors ids of the findings that stand on this page, so that related ones can be linked
 */
export function findingEntry(source: ReportSource, finding: StreamedFinding, anchors: ReadonlySet<string>): Html {
  return html`<section class="finding" id="f-${finding.id}" data-severity="${finding.severity}" data-verdict="${finding.verdict}">
<h5 class="margin"><span class="priority ${isOpen(finding) ? finding.severity : "settled"}">${both(capital(severityTerms[finding.severity]))}</span>
<span class="verdict ${finding.verdict}">${both(capital(verdictTerms[finding.verdict]))}</span>
<small>${both(verdictNotes[finding.verdict])}</small>
${finding.status === "new" && html`<span class="chip new">${both(text.isNew)}</span>`}
<code class="policy">${finding.policy}</code></h5>
<div class="body">
${movement(source, finding)}
<p class="message">${both(finding.message)}</p>
<dl>
${finding.missing.length > 0 && row("missing", text.missing, missing(finding.missing))}
${finding.approval !== null && row("approval", text.approval, approval(finding.approval))}
${finding.ifDesignated !== undefined && row("outcome", text.ifDesignated, outcome(finding.ifDesignated))}
${finding.ifNotDesignated !== undefined && row("outcome", text.ifNotDesignated, outcome(finding.ifNotDesignated))}
${row("action", text.remediation, both(finding.remediation))}
${finding.basis.length > 0 && row("law", text.law, lawList(finding.basis))}
${finding.location !== undefined && row("template", text.template, code(`${finding.location.file}:${finding.location.line}`))}
</dl>
${finding.memberCount > 0 && members(source, finding)}
<details class="proof"><summary>${both(text.evidence)} <span class="count">${finding.evidence.length}</span></summary>
<ul class="evidence">${finding.evidence.map((line) => html`<li>${name(line)}</li>`)}</ul>
${finding.basis.length > 0 && html`<p>${label(text.sources)}</p>${lawSources(finding.basis)}`}
${finding.related.length > 0 && html`<p>${label(text.related)}${finding.related.map((id) => related(id, anchors))}</p>`}
<p>${label(text.findingId)}${code(finding.id)}</p>
</details>
</div>
</section>
`;
}

/** What somebody answers for keeps its priority in words; colour is for what waits for somebody. */
function isOpen({ verdict }: StreamedFinding): boolean {
  return verdict === "not-met" || verdict === "review";
}

/** "Replicated to Hong Kong SAR · ap-east-1 · arn:…" */
function movement(source: ReportSource, finding: StreamedFinding): Html | false {
  const { edge, place } = finding;
  // A folded finding speaks of many places.
  if (edge === null || finding.memberCount > 0) return false;
  const everyone = edge.party === "*";
  const where = everyone
    ? html`<b>${both(text.everyone)}</b>`
    : html`<b>${both(placeName(place))}</b> · ${place.region === null ? both(text.notStated) : name(place.region)}`;
  const unread = edge.to !== null && source.resource(edge.to) === undefined;
  return html`<p class="movement"><span class="kind">${both(capital(edgeKindTerms[edge.kind]))}</span> ${where}
${edge.party !== null && !everyone && html`<span class="end">${label(text.party)}${code(edge.party)}</span>`}
${edge.to !== null && html`<span class="end">${raw("→")} ${code(edge.to)}${unread && html`<small>${aside(text.notRead)}</small>`}</span>`}</p>`;
}

function row(className: string, term: Text, value: Html): Html {
  return html`<div class="${className}"><dt>${both(term)}</dt><dd>${value}</dd></div>
`;
}

function missing(facts: readonly string[]): Html {
  return html`<ul class="inline">${facts.map((fact) => {
    const term = missingFactTerms[fact];
    return html`<li>${term === undefined ? null : both(term)} ${code(fact)}</li>`;
  })}</ul>`;
}

function approval(one: NonNullable<StreamedFinding["approval"]>): Html {
  return html`${both(capital(mechanismTerms[one.mechanism]))}${one.ground !== undefined && aside(groundTerms[one.ground])} · ${code(one.id)}${one.expires !== undefined && html` · ${both(text.validUntil)} ${one.expires}`} <em>${both(text.declaredOnly)}</em>`;
}

function outcome(one: Outcome): Html {
  return html`${both(capital(verdictTerms[one.verdict]))} · ${both(severityTerms[one.severity])} · <code class="policy">${one.policy}</code>`;
}

function members(source: ReportSource, finding: StreamedFinding): Html {
  const shown: string[] = [];
  for (const member of source.members(finding.id)) {
    if (shown.length === maximumMembers) break;
    shown.push(member);
  }
  const rest = finding.memberCount - shown.length;
  return html`<details class="members"><summary>${both(text.folded)} <span class="count">${finding.memberCount}</span></summary>
<ul>${shown.map((member) => html`<li>${code(member)}</li>`)}${rest > 0 && html`<li>${both(moreRows(rest))}</li>`}</ul></details>`;
}

function related(id: string, anchors: ReadonlySet<string>): Html {
  return anchors.has(id) ? html`<a href="#f-${id}"><code>${id}</code></a> ` : html`<code>${name(id)}</code> `;
}
