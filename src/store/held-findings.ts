import { type Judgement, type StreamedFinding, type Summary, severities, verdicts } from "../model/index.ts";
import type { FindingShelf } from "./finding-shelf.ts";
import { byText } from "./text-order.ts";

/**
 * Findings on the heap, sorted once: for a change, whose file bounds them. What findings share (remediation, law) they share as
 * objects, so that whoever writes them can write that once too.
 */
export function heldFindings(): FindingShelf {
  let findings = new Map<string, StreamedFinding>();
  let folded = new Map<string, Set<string>>();
  let related = new Map<string, Set<string>>();
  let sorted: readonly StreamedFinding[] | undefined;

  function take(judgement: Judgement): void {
    const { id } = judgement.finding;
    if (judgement.kind === "member") {
      const members = folded.get(id) ?? new Set();
      folded.set(id, members.add(judgement.resource));
      return;
    }
    // The same end said twice, by two parties: the last stands.
    findings.set(id, judgement.finding);
  }

  function finished(finding: StreamedFinding): StreamedFinding {
    const { id } = finding;
    const memberCount = folded.get(id)?.size ?? 0;
    const others = related.get(id);
    if (others === undefined && memberCount === finding.memberCount) return finding;
    const all = others === undefined ? finding.related : [...new Set([...finding.related, ...others])].sort();
    return { ...finding, memberCount, related: all };
  }

  return {
    write(judgements) {
      findings = new Map();
      folded = new Map();
      related = new Map();
      sorted = undefined;
      for (const judgement of judgements) take(judgement);
    },
    relate() {
      related = relations([...findings.values()]);
      sorted = undefined;
    },
    read() {
      sorted ??= [...findings.values()].sort(worstFirst).map(finished);
      return sorted;
    },
    each: () => findings.values(),
    members: (finding) => [...(folded.get(finding) ?? [])].sort(byText),
    counts: () => countsOf(findings.values()),
  };
}

/** A store outside and the flows that feed it. */
function relations(findings: readonly StreamedFinding[]): Map<string, Set<string>> {
  const related = new Map<string, Set<string>>();
  const relate = (one: string, other: string) => related.set(one, (related.get(one) ?? new Set()).add(other));
  const atRest = Map.groupBy(
    findings.filter(({ edge }) => edge?.kind === "stored-in"),
    ({ resource }) => resource,
  );
  for (const { id, edge } of findings) {
    if (edge === null || edge.kind === "stored-in" || edge.to === null) continue;
    for (const store of atRest.get(edge.to) ?? []) {
      relate(store.id, id);
      relate(id, store.id);
    }
  }
  return related;
}

function worstFirst(a: StreamedFinding, b: StreamedFinding): number {
  return (
    severities.indexOf(a.severity) - severities.indexOf(b.severity) ||
    verdicts.indexOf(a.verdict) - verdicts.indexOf(b.verdict) ||
    byText(a.policy, b.policy) ||
    byText(a.resource ?? "", b.resource ?? "") ||
    byText(a.id, b.id)
  );
}

function countsOf(findings: Iterable<StreamedFinding>): Summary["findings"] {
  const counts = verdicts.map((verdict) => severities.map((severity) => ({ verdict, severity, count: 0 })));
  for (const { verdict, severity } of findings) {
    const count = counts[verdicts.indexOf(verdict)]?.[severities.indexOf(severity)];
    if (count !== undefined) count.count += 1;
  }
  return counts.flat().filter(({ count }) => count > 0);
}
