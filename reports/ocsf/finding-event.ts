import { citationOf, type ReportOptions, type ReportSource, type StreamedFinding } from "../../src/model/index.ts";
import { approvalOf, lawsOf, missingOf, nameOf, whereOf } from "../terms/finding.ts";
import { visible, visibleLine } from "../visible.ts";
import { cloudOf, homeOf } from "./cloud.ts";
import { activities, headOf } from "./event.ts";
import { resourcesOf } from "./resources.ts";
import { lifecycle, outcome } from "./status.ts";

const longestTitle = 300;

/** One finding as a Compliance Finding. What OCSF has no field for stands under `unmapped`. */
export function findingEvent(
  source: ReportSource,
  finding: StreamedFinding,
  { lang, compared = false }: ReportOptions,
): Readonly<Record<string, unknown>> {
  const { id, policy, severity, verdict, status, message, remediation, evidence, basis } = finding;
  const resource = finding.resource === null ? undefined : source.resource(finding.resource);
  const home = homeOf(source, finding, resource);
  const resources = resourcesOf(source, finding);
  const activity = compared && status === "open" ? activities.update : activities.create;
  const profiles = [...(home === undefined ? [] : ["cloud"]), "data_classification"];
  const links = [...new Set(basis.map((one) => one.source))].filter((one) => /^https:\/\/\S+$/.test(one));
  return {
    ...headOf(source, { uid: id, code: policy, activity, severity, profiles, lang }),
    message: visible(message[lang]),
    ...lifecycle[verdict],
    finding_info: {
      uid: id,
      title: titleOf(source, finding, lang),
      desc: visible(message[lang]),
      analytic: { uid: policy, name: policy, type_id: 1, type: "Rule" },
      ...(finding.edge === null ? {} : { types: [finding.edge.kind] }),
    },
    compliance: {
      control: policy,
      standards: standardsOf(finding, lang),
      requirements: lawsOf(finding).map((law) => law[lang]),
      ...outcome[verdict],
      status_code: verdict,
      ...detailsOf(finding, lang),
    },
    remediation: { desc: visible(remediation[lang]), ...(links.length > 0 ? { references: links } : {}) },
    ...(resources.length > 0 ? { resources } : {}),
    ...(evidence.length > 0 ? { evidences: [{ data: { observed: evidence } }] } : {}),
    ...(home === undefined ? {} : { cloud: cloudOf(home) }),
    unmapped: unmapped(source, finding, lang),
  };
}

function titleOf(source: ReportSource, finding: StreamedFinding, lang: ReportOptions["lang"]): string {
  const parts = [finding.policy, nameOf(source, finding)[lang], whereOf(finding)[lang]];
  return visibleLine(parts.filter((part) => part !== "").join(" · "), longestTitle);
}

/** Full names of the instruments, each once. */
function standardsOf({ basis }: StreamedFinding, lang: ReportOptions["lang"]): readonly string[] {
  return [
    ...new Set(
      basis.map((one) => (one.name === undefined ? one.instrument : citationOf({ ...one, article: "whole" })[lang])),
    ),
  ];
}

function detailsOf(finding: StreamedFinding, lang: ReportOptions["lang"]): Readonly<Record<string, unknown>> {
  const details = [missingOf(finding)[lang], approvalOf(finding)[lang]].filter((detail) => detail !== "");
  return details.length > 0 ? { status_details: details.map(visible) } : {};
}

function unmapped({ run, tool }: ReportSource, finding: StreamedFinding, lang: ReportOptions["lang"]) {
  const { verdict, status, dataClass, place, edge, missing, related, approval, subject, location } = finding;
  const { ifDesignated, ifNotDesignated, memberCount } = finding;
  return {
    verdict,
    baseline_status: status,
    data_class: dataClass,
    destination: { region: place.region, country: place.country, jurisdiction: place.jurisdiction },
    edge: edge === null ? null : { kind: edge.kind, to: edge.to, party: edge.party },
    missing,
    related,
    approval: approval?.id ?? null,
    subject: subject === null ? null : { kind: subject.kind, id: subject.id },
    folded_resources: memberCount,
    ...(location === undefined ? {} : { location: { file: location.file, line: location.line } }),
    ...outcomeOf("if_designated", ifDesignated),
    ...outcomeOf("if_not_designated", ifNotDesignated),
    operator_status: run.operator.status,
    as_of: run.asOf,
    disclaimer: tool.disclaimer[lang],
  };
}

function outcomeOf(key: string, one: StreamedFinding["ifDesignated"]): Readonly<Record<string, unknown>> {
  return one === undefined ? {} : { [key]: { policy: one.policy, severity: one.severity, verdict: one.verdict } };
}
