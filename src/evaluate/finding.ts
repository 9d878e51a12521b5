import { type EdgeInQuestion, highestClass, type StreamedFinding, type Suppression } from "../model/index.ts";
import { approvalRef } from "./approvals.ts";
import { type Draft, outcomeOf } from "./draft.ts";
import { evidenceOf, suppressionLine } from "./evidence.ts";
import { edgeFingerprint } from "./fingerprint.ts";
import { messageTemplate, remediationOf } from "./message.ts";
import type { RunContext } from "./options.ts";

/** Makes the finding of a draft on one more resource. */
export type FindingMaker = (question: EdgeInQuestion, suppression: Suppression | undefined) => StreamedFinding;

/**
 * Works out once what the findings of a draft say alike.
 * @param sample any of the edges that the draft was made for: they share kind and classes.
 */
export function findingMaker(draft: Draft, sample: EdgeInQuestion, context: RunContext): FindingMaker {
  const { parameterWords, operator, baseline, placeIn, caseInsensitiveIds } = context;
  const { id: policy, stops } = draft.policy.policy;
  const dataClass = dataClassOf(draft, sample);
  const missing = [...draft.missing];
  const related = [...draft.related];
  const approval = draft.route.kind === "none" ? null : approvalRef(draft.route.approval);
  const others = alternatives(draft);
  const messageOf = messageTemplate(draft, sample, parameterWords, placeIn);
  const remediation = remediationOf(draft, parameterWords);
  const basis = basisOf(draft);
  return (question, suppression) => {
    const { resource, edge } = question;
    const id = edgeFingerprint(policy, resource.id, edge, caseInsensitiveIds(resource.provider));
    const lines = evidenceOf(draft, question, operator);
    // Where the work stops, the name is for those who are responsible only; the id leads them there.
    const evidence = stops === true ? lines.filter((line) => !line.includes(resource.name)) : lines;
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
      dataClass,
      missing,
      related,
      approval,
      ...others,
      status: statusOf(id, baseline),
      ...(resource.declared === undefined ? {} : { location: { ...resource.declared } }),
      message: messageOf(question),
      remediation,
      basis,
      evidence: suppression === undefined ? [...evidence] : [...evidence, suppressionLine(suppression)],
    };
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
