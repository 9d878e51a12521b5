import { type EdgeInQuestion, highestClass, type StreamedFinding, type Suppression } from "../model/index.ts";
import { approvalRef } from "./approvals.ts";
import { type Draft, outcomeOf } from "./draft.ts";
import { evidenceOf, suppressionLine } from "./evidence.ts";
import { edgeFingerprint } from "./fingerprint.ts";
import { messageOf, remediationOf } from "./message.ts";
import type { RunContext } from "./options.ts";

/** The finished finding on one resource. */
export function findingOf(
  draft: Draft,
  question: EdgeInQuestion,
  options: RunContext,
  suppression: Suppression | undefined,
): StreamedFinding {
  const { resource, edge } = question;
  const { parameterWords, operator, baseline } = options;
  const policy = draft.policy.policy.id;
  const id = edgeFingerprint(policy, resource.id, edge, options.caseInsensitiveIds(resource.provider));
  return {
    id,
    policy,
    severity: draft.severity,
    verdict: suppression === undefined ? draft.verdict : "suppressed",
    resource: resource.id,
    subject: null,
    memberCount: 0,
    edge: { kind: edge.kind, to: edge.to, party: edge.party },
    place: edge.place,
    dataClass: dataClassOf(draft, question),
    missing: [...draft.missing],
    related: [...draft.related],
    approval: draft.route.kind === "none" ? null : approvalRef(draft.route.approval),
    ...alternatives(draft),
    status: statusOf(id, baseline),
    message: messageOf(draft, question, parameterWords),
    remediation: remediationOf(draft, parameterWords),
    basis: basisOf(draft),
    evidence: [
      ...evidenceOf(draft, question, operator),
      ...(suppression === undefined ? [] : [suppressionLine(suppression)]),
    ],
  };
}

/** The strictest class that the rule is about, else the strictest that the data holds. */
export function dataClassOf({ about }: Draft, { data }: EdgeInQuestion): StreamedFinding["dataClass"] {
  return highestClass(about.length > 0 ? about : data.classes.map((held) => held.class));
}

export function statusOf(id: string, baseline: ReadonlySet<string> | undefined): StreamedFinding["status"] {
  return baseline !== undefined && !baseline.has(id) ? "new" : "open";
}

export function alternatives({
  ifDesignated,
  ifNotDesignated,
}: Draft): Pick<StreamedFinding, "ifDesignated" | "ifNotDesignated"> {
  return {
    ...(ifDesignated === undefined ? {} : { ifDesignated: outcomeOf(ifDesignated) }),
    ...(ifNotDesignated === undefined ? {} : { ifNotDesignated: outcomeOf(ifNotDesignated) }),
  };
}

/** Law of both outcomes where the operator's status is open. */
export function basisOf(draft: Draft): StreamedFinding["basis"] {
  const all = [draft, draft.ifDesignated, draft.ifNotDesignated].flatMap((side) => side?.basis ?? []);
  const distinct = new Map(all.map((entry) => [`${entry.instrument} ${entry.article}`, entry]));
  return [...distinct.values()];
}
