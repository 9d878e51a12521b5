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
import { once, onceEach } from "../once.ts";
import { capital } from "../terms/capital.ts";
import { verdictNotes } from "../terms/judgement.ts";
import { placeName } from "../terms/places.ts";
import { aside, both, code, evidence as evidenceOf, type Html, html, label, name, raw } from "./escape.ts";
import { lawList, lawSources } from "./law-list.ts";
import { moreRows, text } from "./text.ts";

/** Folded resources shown; their number is always exact. */
const maximumMembers = 50;

/**
 * Findings as entries of a page: priority and verdict in the margin, beside them what was found, what to do and by which law. What
 * many findings say alike is written once.
 * @param anchors ids of the findings that stand on this page, so that related ones can be linked
 */
export function findingEntries(source: ReportSource, anchors: ReadonlySet<string>): (finding: StreamedFinding) => Html {
  const marginOf = once((finding: StreamedFinding) => margin(finding), marginKey);
  const missingRow = once(
    (finding: StreamedFinding) => row("missing", text.missing, missing(finding.missing)),
    ({ missing }) => JSON.stringify(missing),
  );
  const actionRow = onceEach((remediation: Text) => row("action", text.remediation, both(remediation)));
  const lawRow = onceEach((basis: StreamedFinding["basis"]) => row("law", text.law, lawList(basis)));
  const sources = onceEach(
    (basis: StreamedFinding["basis"]) => html`<p>${label(text.sources)}</p>${lawSources(basis)}`,
  );
  const proof = once(evidenceOf, (line) => line);
  const [template, evidence, findingId] = [both(text.template), both(text.evidence), label(text.findingId)];
  const movement = movements(source);
  return (
    finding,
  ) => html`<section class="finding" id="f-${finding.id}" data-severity="${finding.severity}" data-verdict="${finding.verdict}">
${marginOf(finding)}
<div class="body">
${movement(finding)}
<p class="message">${both(finding.message)}</p>
<dl>
${finding.missing.length > 0 && missingRow(finding)}
${finding.approval !== null && row("approval", text.approval, approval(finding.approval))}
${finding.ifDesignated !== undefined && row("outcome", text.ifDesignated, outcome(finding.ifDesignated))}
${finding.ifNotDesignated !== undefined && row("outcome", text.ifNotDesignated, outcome(finding.ifNotDesignated))}
${actionRow(finding.remediation)}
${finding.basis.length > 0 && lawRow(finding.basis)}
${finding.location !== undefined && rowOf("template", template, code(`${finding.location.file}:${finding.location.line}`))}
</dl>
${finding.memberCount > 0 && members(source, finding)}
<details class="proof"><summary>${evidence} <span class="count">${finding.evidence.length}</span></summary>
<ul class="evidence">${finding.evidence.map((line) => html`<li>${proof(line)}</li>`)}</ul>
${finding.basis.length > 0 && sources(finding.basis)}
${finding.related.length > 0 && html`<p>${label(text.related)}${finding.related.map((id) => related(id, anchors))}</p>`}
<p>${findingId}${code(finding.id)}</p>
</details>
</div>
</section>
`;
}

/** All that {@link margin} looks at. */
function marginKey({ severity, verdict, status, policy }: StreamedFinding): string {
  return JSON.stringify([severity, verdict, status, policy]);
}

function margin(finding: Pick<StreamedFinding, "severity" | "verdict" | "status" | "policy">): Html {
  return html`<h5 class="margin"><span class="priority ${isOpen(finding) ? finding.severity : "settled"}">${both(capital(severityTerms[finding.severity]))}</span>
<span class="verdict ${finding.verdict}">${both(capital(verdictTerms[finding.verdict]))}</span>
<small>${both(verdictNotes[finding.verdict])}</small>
${finding.status === "new" && html`<span class="chip new">${both(text.isNew)}</span>`}
<code class="policy">${finding.policy}</code></h5>`;
}

/** What somebody answers for keeps its priority in words; colour is for what waits for somebody. */
function isOpen({ verdict }: Pick<StreamedFinding, "verdict">): boolean {
  return verdict === "not-met" || verdict === "review";
}

/** "Replicated to Hong Kong SAR · ap-east-1 · arn:…" */
function movements(source: ReportSource): (finding: StreamedFinding) => Html | false {
  const kindOf = once(
    (kind: NonNullable<StreamedFinding["edge"]>["kind"]) => both(capital(edgeKindTerms[kind])),
    (kind) => kind,
  );
  const placed = once(
    (place: StreamedFinding["place"]) =>
      html`<b>${both(placeName(place))}</b> · ${place.region === null ? both(text.notStated) : name(place.region)}`,
    ({ region, country, jurisdiction }) => JSON.stringify([region, country, jurisdiction]),
  );
  return ({ edge, place, memberCount }) => {
    // A folded finding speaks of many places.
    if (edge === null || memberCount > 0) return false;
    const everyone = edge.party === "*";
    const where = everyone ? html`<b>${both(text.everyone)}</b>` : placed(place);
    const unread = edge.to !== null && source.resource(edge.to) === undefined;
    return html`<p class="movement"><span class="kind">${kindOf(edge.kind)}</span> ${where}
${edge.party !== null && !everyone && html`<span class="end">${label(text.party)}${code(edge.party)}</span>`}
${edge.to !== null && html`<span class="end">${raw("→")} ${code(edge.to)}${unread && html`<small>${aside(text.notRead)}</small>`}</span>`}</p>`;
  };
}

function row(className: string, term: Text, value: Html): Html {
  return rowOf(className, both(term), value);
}

function rowOf(className: string, term: Html, value: Html): Html {
  return html`<div class="${className}"><dt>${term}</dt><dd>${value}</dd></div>
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
