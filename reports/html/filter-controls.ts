import { type StreamedFinding, severities, severityTerms, verdicts, verdictTerms } from "../../src/model/index.ts";
import { capital } from "../terms/capital.ts";
import { both, type Html, html } from "./escape.ts";
import { text } from "./text.ts";

/** Hidden until the script is there to answer. In print only the line remains that says the view is filtered. */
export function filterControls(findings: readonly StreamedFinding[]): Html {
  const severityChoices = severities
    .map((severity) => [severity, findings.filter((finding) => finding.severity === severity).length] as const)
    .filter(([, count]) => count > 0)
    .map(([severity, count]) =>
      choice("severity", severity, html`${both(capital(severityTerms[severity]))} <small>${count}</small>`),
    );
  const verdictChoices = verdicts
    .map((verdict) => [verdict, findings.filter((finding) => finding.verdict === verdict).length] as const)
    .filter(([, count]) => count > 0)
    .map(([verdict, count]) =>
      choice("verdict", verdict, html`${both(capital(verdictTerms[verdict]))} <small>${count}</small>`),
    );
  return html`<form class="filter" id="filter" role="search" aria-labelledby="h-filter" hidden>
<h3 id="h-filter">${both(text.filter)}</h3>
<p><label for="filter-text">${both(text.filterText)}</label><input type="search" id="filter-text" autocomplete="off" spellcheck="false"></p>
<fieldset><legend>${both(text.severity)}</legend>${severityChoices}</fieldset>
<fieldset><legend>${both(text.verdict)}</legend>${verdictChoices}</fieldset>
<p><button type="button" id="filter-clear">${both(text.clearFilter)}</button></p>
</form>
<p class="filtered" id="filtered" role="status" hidden>${both(text.filtered)} <output id="filter-shown"></output> / ${findings.length}</p>
<p class="notice" id="filter-none" hidden>${both(text.noMatch)}</p>
`;
}

function choice(group: "severity" | "verdict", value: string, label: Html): Html {
  return html`<span class="choice"><input type="checkbox" id="filter-${value}" name="${group}" value="${value}" autocomplete="off" checked><label for="filter-${value}">${label}</label></span>
`;
}
