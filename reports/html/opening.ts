import {
  type Coverage,
  operatorStatusTerms,
  type ReportSource,
  type RunInfo,
  type Severity,
  severities,
  severityTerms,
  type Text,
  type Verdict,
  verdictTerms,
} from "../../src/model/index.ts";
import { capital } from "../terms/capital.ts";
import { answersSentence, coverageSentence, gapReasons } from "../terms/coverage.ts";
import { digits } from "../terms/digits.ts";
import { verdictNotes } from "../terms/judgement.ts";
import { modeTerms, verdictSentence } from "../terms/result.ts";
import { sectorName } from "../terms/sectors.ts";
import { type Totals, totalsOf } from "../totals.ts";
import { both, code, type Html, html } from "./escape.ts";
import { exportedTerm, text } from "./text.ts";

/** Title, disclaimer and the result: what a reader takes away in ten seconds. */
export function opening(source: ReportSource): Html {
  const { run, coverage, tool } = source;
  const totals = totalsOf(source.summary);
  const sentence = verdictSentence(totals.verdict("not-met"), totals.verdict("review"), coverage.complete);
  return html`<div class="opening">
<p class="kicker">${both(modeTerms[run.mode])} · ${timeInChina(run.finishedAt)}</p>
<h1>${both(text.title)}</h1>
<p class="disclaimer">${both(tool.disclaimer)}</p>
<p class="result">${both(sentence)}${!coverage.complete && html` <span class="but">${both(answersSentence(coverage))}</span>`}</p>
${run.interrupted === true && html`<p class="notice">${both(text.interrupted)}</p>`}
<ul class="figures">
${figure("not-met", totals, "not-met")}
${figure("review", totals, "review")}
<li class="figure recorded"><b>${totals.verdict("accepted") + totals.verdict("permitted") + totals.verdict("suppressed")}</b>
<span class="what">${both(text.onRecord)}</span><small>${both(text.onRecordNote)}</small></li>
<li class="figure ${coverage.complete ? "complete" : "incomplete"}"><b>${digits(coverage.answered)}<i>/${digits(coverage.asked)}</i></b>
<span class="what">${both(coverage.complete ? text.coverageComplete : text.coverageIncomplete)}</span>
${coverage.complete ? html`<small>${both(coverageSentence(coverage))}</small>` : reasonsSeen(coverage)}</li>
</ul>
${facts(run, tool)}
</div>
`;
}

function reasonsSeen(coverage: Coverage): Html {
  const parts = gapReasons(coverage).map(
    ({ reason, count }) => html`<span class="part">${count} ${both(reason)}</span> `,
  );
  return html`<small><a href="#coverage">${both(text.seeCoverage)}</a></small><span class="parts">${parts}</span>`;
}

function figure(className: string, totals: Totals, verdict: Verdict): Html {
  const parts = severities
    .map((severity): readonly [Severity, number] => [severity, totals.both(verdict, severity)])
    .filter(([, count]) => count > 0)
    .map(
      ([severity, count]) =>
        html`<span class="part"><span class="dot ${severity}"></span>${count} ${both(severityTerms[severity])}</span> `,
    );
  return html`<li class="figure ${className}"><b>${totals.verdict(verdict)}</b>
<span class="what">${both(capital(verdictTerms[verdict]))}</span><small>${both(verdictNotes[verdict])}</small>
<span class="parts">${parts}</span></li>`;
}

function facts(run: RunInfo, tool: ReportSource["tool"]): Html {
  const { operator } = run;
  const exported = operator.exported;
  return html`<dl class="runfacts">
<div><dt>${both(text.operator)}</dt><dd>${operator.status.map((status, index) => html`${index > 0 && " · "}${both(operatorStatusTerms[status])}`)}</dd></div>
${operator.sectors.length > 0 && html`<div><dt>${both(text.sectors)}</dt><dd>${both(sectorsOf(operator.sectors))}</dd></div>`}
${exported !== undefined && html`<div><dt>${both(text.exported)}</dt><dd>${both(exportedTerm(exported))}</dd></div>`}
<div><dt>${both(text.lawAsOf)}</dt><dd>${run.asOf}</dd></div>
<div><dt>${both(text.run)}</dt><dd>${code(run.id)}</dd></div>
<div><dt>${both(text.toolVersion)}</dt><dd>${tool.name} ${tool.version} · ${both(text.policiesDigest)} ${code(tool.policies.replace(/^sha256[-:]/, "").slice(0, 12))} · <span class="whole">${both(text.regionTables)} ${tool.regions}</span></dd></div>
</dl>`;
}

/** An ISO time as a reader in China writes it; as it stands where it is none. */
function timeInChina(time: string): string {
  const milliseconds = Date.parse(time);
  if (Number.isNaN(milliseconds)) return time;
  const shifted = new Date(milliseconds + 8 * 3_600_000).toISOString();
  return `${shifted.slice(0, 10)} ${shifted.slice(11, 16)} (UTC+8)`;
}

function sectorsOf(sectors: readonly string[]): Text {
  const names = sectors.map(sectorName);
  return { en: names.map(({ en }) => en).join(", "), zh: names.map(({ zh }) => zh).join("、") };
}
