import type { ContentEvidence } from "../../model/index.ts";
import type { EvidenceGroup } from "../class-of.ts";
import type { ObjectResult } from "../result.ts";
import { mergeMembers } from "./merge.ts";

/** What was found in the members of one archive. Of many of them only what they come to is kept, and what is listed of each. */
export interface GatheredMembers {
  add(member: ObjectResult): void;
  /** Results that hold all that was found, to be merged. */
  results(): readonly ObjectResult[];
  /** Each member, for the list: of those that were merged already, the path, format and columns. */
  listed(): readonly ObjectResult[];
}

/** Members that are kept as they are before they are merged. */
const kept = 256;
/** Columns that are listed of all members together; what is in the others counts, but is not listed. */
const mostColumns = 20_000;

export function gatheredMembers(): GatheredMembers {
  let earlier: ObjectResult | undefined;
  let recent: ObjectResult[] = [];
  const listed: ObjectResult[] = [];
  let columns = 0;

  function results(): readonly ObjectResult[] {
    return earlier === undefined ? recent : [earlier, ...recent];
  }

  return {
    results,
    listed: () => [...listed, ...recent],
    add(member) {
      columns += columnsOf(member);
      recent.push(columns > mostColumns ? withoutColumns(member) : member);
      if (recent.length < kept) return;
      const merged = mergeMembers(slim(recent[0] ?? member), results(), undefined, []);
      earlier = { ...merged, columns: [], groups: mergedGroups(merged.groups) };
      for (const one of recent) listed.push(slim(one));
      recent = [];
    },
  };
}

/** What is listed of a member whose findings were taken over. */
function slim(member: ObjectResult): ObjectResult {
  const { path, format, wrappers, columns, members } = member;
  return {
    path,
    format,
    wrappers,
    columns,
    members: members.map(slim),
    inspectedBytes: 0,
    isPart: false,
    detectors: noDetectors,
    topics: noTopics,
    groups: [],
    marks: [],
    gaps: [],
  };
}

const noDetectors: ObjectResult["detectors"] = new Map();
const noTopics: ObjectResult["topics"] = new Map();

function columnsOf({ columns, members }: ObjectResult): number {
  return members.reduce((sum, member) => sum + columnsOf(member), columns.length);
}

function withoutColumns(member: ObjectResult): ObjectResult {
  return { ...member, columns: [], members: member.members.map(withoutColumns) };
}

/** Tables with evidence of the same kinds count as one: with the surest of each, and the most people of any. */
function mergedGroups(groups: readonly EvidenceGroup[]): readonly EvidenceGroup[] {
  const merged = new Map<string, { readonly evidence: Map<ContentEvidence, number>; people: number }>();
  for (const { evidence, people } of groups) {
    const key = [...evidence.keys()].sort().join(" ");
    const known = merged.get(key);
    if (known === undefined) {
      merged.set(key, { evidence: new Map(evidence), people });
      continue;
    }
    for (const [id, sure] of evidence) known.evidence.set(id, Math.max(sure, known.evidence.get(id) ?? 0));
    known.people = Math.max(known.people, people);
  }
  return [...merged.values()];
}
