import {
  isOpen,
  type Language,
  type Reporter,
  type ReportSource,
  type StreamedFinding,
  severityTerms,
  verdictTerms,
} from "../../src/model/index.ts";
import { batch } from "../batch.ts";
import { totalsOf } from "../totals.ts";
import { coverageSuite } from "./coverage-suite.ts";
import { findingCase } from "./finding-case.ts";
import { type Suite, suiteXml, type TestCase } from "./suite.ts";
import { attributes } from "./xml.ts";

/** A suite says at its start how many cases it has, so it is held until it ends; longer ones go on in another. */
const mostCases = 1_000;

/**
 * JUnit XML as Jenkins, GitLab and Azure DevOps read it. First a suite on coverage, then one per rule, verdict and priority, worst
 * first: findings come in that order, so that nothing but one suite is ever held.
 */
export const junitReporter: Reporter = {
  id: "junit",
  mediaType: "application/xml",
  extension: "junit.xml",
  render: (source, { lang }) => batch(suites(source, lang)),
};

function* suites(source: ReportSource, lang: Language): Generator<string> {
  const coverage = coverageSuite(source, lang);
  const totals = totalsOf(source.summary);
  const counts = {
    name: source.tool.name,
    tests: totals.all + coverage.cases.length,
    failures: totals.verdict("not-met") + totals.verdict("review"),
    errors: coverage.cases.filter(({ outcome }) => outcome.kind === "error").length,
    time: "0",
  };
  yield `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites${attributes(counts)}>\n${suiteXml(coverage)}`;
  yield* findingSuites(source, lang);
  yield "</testsuites>\n";
}

function* findingSuites(source: ReportSource, lang: Language): Generator<string> {
  let held: TestCase[] = [];
  let name = "";
  let part = 1;
  const suite = (): Suite => ({
    name: part === 1 ? name : `${name} (${part})`,
    timestamp: source.run.finishedAt,
    cases: held,
  });
  for (const finding of source.findings()) {
    const next = suiteName(finding, lang);
    if (held.length > 0 && (next !== name || held.length === mostCases)) {
      yield suiteXml(suite());
      part = next === name ? part + 1 : 1;
      held = [];
    }
    name = next;
    held.push(findingCase(source, finding, lang));
  }
  if (held.length > 0) yield suiteXml(suite());
}

function suiteName({ policy, severity, verdict }: StreamedFinding, lang: Language): string {
  const priority = isOpen(verdict) ? [severityTerms[severity][lang]] : [];
  return [policy, ...priority, verdictTerms[verdict][lang]].join(" · ");
}
