import {
  type CoverageGap,
  gapReasonTerms,
  type Language,
  leavesCoverageComplete,
  type ReportSource,
  type StreamedFinding,
} from "../../src/model/index.ts";
import { gapAdvice } from "../terms/coverage.ts";

/** Value of one column, empty where there is none. */
export type Column<Record> = (record: Record, source: ReportSource, lang: Language) => string | number;

const separator = " | ";

/** Columns in their order. Only `disclaimer` depends on the language. */
export const findingColumns: Readonly<Record<string, Column<StreamedFinding>>> = {
  record: () => "finding",
  id: ({ id }) => id,
  status: ({ status }) => status,
  verdict: ({ verdict }) => verdict,
  severity: ({ severity }) => severity,
  policy: ({ policy }) => policy,
  law: ({ basis }) => basis.map(({ instrument, article }) => `${instrument} ${article}`).join(separator),
  provider: (finding, source) => resourceOf(finding, source)?.provider ?? "",
  partition: (finding, source) => resourceOf(finding, source)?.partition ?? "",
  account: (finding, source) => resourceOf(finding, source)?.account ?? accountOf(finding),
  resource: ({ resource }) => resource ?? "",
  name: (finding, source) => resourceOf(finding, source)?.name ?? "",
  type: (finding, source) => resourceOf(finding, source)?.type ?? "",
  subject: ({ subject }) => (subject === null ? "" : `${subject.kind} ${subject.id}`),
  folded_resources: ({ memberCount }) => memberCount,
  data_class: ({ dataClass }) => dataClass,
  origin: (finding, source) => resourceOf(finding, source)?.dataClass.origin ?? "",
  edge: ({ edge }) => edge?.kind ?? "",
  to: ({ edge }) => edge?.to ?? "",
  party: ({ edge }) => edge?.party ?? "",
  region: ({ place }) => place.region ?? "",
  country: ({ place }) => place.country ?? "",
  jurisdiction: ({ place }) => place.jurisdiction,
  missing: ({ missing }) => missing.join(separator),
  approval: ({ approval }) => approval?.id ?? "",
  if_designated: ({ ifDesignated }) =>
    ifDesignated === undefined ? "" : `${ifDesignated.policy} ${ifDesignated.severity} ${ifDesignated.verdict}`,
  file: ({ location }) => location?.file ?? "",
  line: ({ location }) => location?.line ?? "",
  message_en: ({ message }) => message.en,
  message_zh: ({ message }) => message.zh,
  action_en: ({ remediation }) => remediation.en,
  action_zh: ({ remediation }) => remediation.zh,
  evidence: ({ evidence }) => evidence.join(separator),
  related: ({ related }) => related.join(separator),
  run: (_finding, { run }) => run.id,
  as_of: (_finding, { run }) => run.asOf,
  disclaimer: (_finding, { tool }, lang) => tool.disclaimer[lang],
};

/** A gap in the same columns: what could not be seen must not be missing from a table of what was found. */
export const gapColumns: Readonly<Record<string, Column<CoverageGap>>> = {
  record: ({ reason }) => (leavesCoverageComplete(reason) ? "not-asked" : "gap"),
  provider: ({ provider }) => provider,
  partition: ({ partition }) => partition,
  account: ({ account }) => account,
  resource: ({ firstResource }) => firstResource ?? "",
  type: ({ type }) => type,
  folded_resources: ({ count }) => count,
  region: ({ region }) => region ?? "",
  missing: ({ operation }) => operation,
  message_en: ({ reason }) => gapReasonTerms[reason].en,
  message_zh: ({ reason }) => gapReasonTerms[reason].zh,
  action_en: ({ reason }) => gapAdvice(reason).en,
  action_zh: ({ reason }) => gapAdvice(reason).zh,
  evidence: ({ detail }) => detail,
  run: (_gap, { run }) => run.id,
  as_of: (_gap, { run }) => run.asOf,
  disclaimer: (_gap, { tool }, lang) => tool.disclaimer[lang],
};

function resourceOf({ resource }: StreamedFinding, source: ReportSource): ReturnType<ReportSource["resource"]> {
  return resource === null ? undefined : source.resource(resource);
}

function accountOf({ subject }: StreamedFinding): string {
  return subject?.kind === "account" ? subject.id : "";
}
