import { isOpen, type ReportSource, type StreamedFinding, severities, type Text } from "../../src/model/index.ts";

/** Parts of the findings, in reading order: what leaves first, what is answered for last. */
export const findingParts = ["leaving", "undetermined", "inside", "advisory", "recorded"] as const;
export type FindingPart = (typeof findingParts)[number];

export const partTerms: Readonly<Record<FindingPart, { readonly title: Text; readonly note: Text }>> = {
  leaving: {
    title: { en: "Data that leaves the mainland or is kept outside", zh: "数据出境与境外存储" },
    note: {
      en: "Flows out of the mainland, stores outside that the duties reach, and what can be reached from outside.",
      zh: "由境内流向境外的数据、适用相关义务的境外存储，以及境外可以访问的数据。",
    },
  },
  undetermined: {
    title: { en: "Accounts and places not determined", zh: "来源或位置未确定" },
    note: {
      en: "One missing fact decides many resources. Declare it once, then scan again.",
      zh: "一项事实缺失往往影响多个资源，补充申明后重新扫描即可。",
    },
  },
  inside: {
    title: { en: "Requirements within the mainland", zh: "境内相关要求" },
    note: { en: "Duties on data that stays in the mainland.", zh: "针对留存境内数据的相关义务。" },
  },
  advisory: {
    title: { en: "Advisories", zh: "提示事项" },
    note: {
      en: "Duties of the operator as a whole, and notes.",
      zh: "针对运营者整体的义务及一般性提示。",
    },
  },
  recorded: {
    title: { en: "Recorded routes, exemptions and exceptions", zh: "已登记的依据、免予申报与例外" },
    note: {
      en: "Declared by the operator and not verified by the tool. Other duties remain.",
      zh: "均为运营者申明事项，工具未核验；其他义务仍适用。",
    },
  },
};

/** Findings on one resource or subject. */
export interface FindingGroup {
  readonly part: FindingPart;
  readonly resource: string | null;
  readonly subject: StreamedFinding["subject"];
  readonly findings: readonly StreamedFinding[];
}

/**
 * Takes the worst findings, as many as are shown in detail: open ones first, and what is answered for only where room is
 * left, since no accepted finding may push an open one off the page. Leaves the rest of the stream unread.
 */
export function worstFindings(source: ReportSource, maximum: number): readonly StreamedFinding[] {
  const taken: StreamedFinding[] = [];
  for (const wanted of [true, false]) {
    if (taken.length === maximum) break;
    for (const finding of source.findings()) {
      if (isOpen(finding.verdict) !== wanted) continue;
      taken.push(finding);
      if (taken.length === maximum) break;
    }
  }
  return taken;
}

/** Groups by resource, each group in the first part that one of its findings belongs to, the worst open finding first. */
export function groupFindings(findings: readonly StreamedFinding[]): readonly FindingGroup[] {
  const byOwner = new Map<string, StreamedFinding[]>();
  for (const finding of findings) {
    const owner = JSON.stringify([finding.resource, finding.subject?.kind, finding.subject?.id]);
    const group = byOwner.get(owner);
    if (group === undefined) byOwner.set(owner, [finding]);
    else group.push(finding);
  }
  const ranked = [...byOwner.values()].map(toGroup).map((group) => ({ group, worst: worstRank(group.findings) }));
  ranked.sort((a, b) => partRank(a.group.part) - partRank(b.group.part) || a.worst - b.worst);
  return ranked.map(({ group }) => group);
}

function toGroup(unsorted: readonly StreamedFinding[]): FindingGroup {
  const findings = [
    ...unsorted.filter((one) => isOpen(one.verdict)),
    ...unsorted.filter((one) => !isOpen(one.verdict)),
  ];
  const ranks = findings.map((finding) => partRank(partOf(finding)));
  return {
    part: findingParts[Math.min(...ranks)] ?? "leaving",
    resource: findings[0]?.resource ?? null,
    subject: findings[0]?.subject ?? null,
    findings,
  };
}

function partOf(finding: StreamedFinding): FindingPart {
  if (!isOpen(finding.verdict)) return "recorded";
  if (finding.memberCount > 0 || finding.subject?.kind === "account") return "undetermined";
  if (finding.resource === null || finding.severity === "info") return "advisory";
  const { jurisdiction } = finding.place;
  if (jurisdiction === "mainland") return "inside";
  // A grant has no place of its own, and everyone counts as outside.
  if (jurisdiction === "unknown" && (finding.edge?.party ?? null) === null) return "undetermined";
  return "leaving";
}

function partRank(part: FindingPart): number {
  return findingParts.indexOf(part);
}

/** Severity of the worst open finding; where none is open, of the worst of all. */
function worstRank(findings: readonly StreamedFinding[]): number {
  const open = findings.filter((finding) => isOpen(finding.verdict));
  return Math.min(...(open.length > 0 ? open : findings).map((finding) => severities.indexOf(finding.severity)));
}
