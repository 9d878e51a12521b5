import {
  type ContentGap,
  type ContentProfile,
  type ContentRules,
  type DataClass,
  detectorIds,
  type Text,
} from "../model/index.ts";
import { type ContentClass, classOfContent } from "./class-of.ts";
import { withContext } from "./columns/vote.ts";
import type { ObjectResult } from "./result.ts";

/** One object, as `jingnei inspect --format json` prints it. Holds counts and names, never a value. */
export interface InspectedObject {
  readonly path: string;
  readonly format: string;
  readonly encoding: string | null;
  readonly wrappers: readonly string[];
  /** As stored; `null` where the source does not tell. */
  readonly bytes: number | null;
  /** Looked at, unpacked. */
  readonly inspectedBytes: number;
  /** Only a part was read. */
  readonly partial: boolean;
  readonly class: DataClass;
  readonly classes: readonly DataClass[];
  readonly confidence: number;
  readonly reasons: readonly {
    readonly class: DataClass;
    readonly confidence: number;
    readonly by: readonly string[];
    readonly reason: Text;
  }[];
  readonly detectors: Readonly<
    Record<
      string,
      { readonly matches: number; readonly masked?: number; readonly distinct: number; readonly confidence: number }
    >
  >;
  readonly columns: readonly {
    readonly table: string;
    readonly name: string;
    readonly detector: string;
    readonly share: number;
    readonly confidence: number;
  }[];
  /** What names of columns speak of, with the names. */
  readonly topics: Readonly<Record<string, readonly string[]>>;
  readonly marks: readonly { readonly detector: string; readonly detail: string }[];
  readonly gaps: readonly ContentGap[];
  /** Members of an archive. */
  readonly members: number;
}

export interface Reading {
  readonly rules: ContentRules;
  readonly profile: ContentProfile;
}

/** An object as it is reported. Members of archives count for the archive; findings of theirs are named with their own path. */
export function inspectedObject(result: ObjectResult, { rules, profile }: Reading): InspectedObject {
  const held = classOfContent(result.groups, rules, profile);
  return {
    path: result.path,
    format: result.format,
    encoding: result.encoding ?? null,
    wrappers: result.wrappers,
    bytes: result.bytes ?? null,
    inspectedBytes: result.inspectedBytes,
    partial: result.isPart,
    class: held.class,
    classes: held.found.map((one) => one.class),
    confidence: held.confidence,
    reasons: reasonsOf(held),
    detectors: detectorsOf(result),
    columns: columnsOf(result, ""),
    topics: Object.fromEntries([...result.topics].sort(([a], [b]) => (a < b ? -1 : 1))),
    marks: result.marks.map(({ detector, detail }) => ({ detector, detail })),
    gaps: result.gaps,
    members: result.members.length,
  };
}

/** What a signature or a title tells counts once: a script asks `detectors` for genomes, however they were known. */
function detectorsOf({ detectors, marks }: ObjectResult): InspectedObject["detectors"] {
  const counted = [...detectors].map(([id, { matches, masked, distinct, confidence }]) => {
    const found = Math.min(matches, distinct.count());
    return [id, { matches, ...(masked > 0 ? { masked } : {}), distinct: found, confidence }] as const;
  });
  const surestLast = marks.toSorted((a, b) => (a.confidence ?? withContext) - (b.confidence ?? withContext));
  const marked = surestLast.flatMap(({ detector, confidence = withContext }) => {
    const id = detectorIds.find((one) => one === detector);
    return id === undefined || detectors.has(id) ? [] : [[id, { matches: 1, distinct: 1, confidence }] as const];
  });
  return Object.fromEntries([...marked, ...counted].sort(([a], [b]) => (a < b ? -1 : 1)));
}

function reasonsOf({ found }: ContentClass): InspectedObject["reasons"] {
  return found.map(({ class: held, confidence, by, reading }) => ({
    class: held,
    confidence,
    by,
    reason: reading.reason,
  }));
}

function columnsOf(result: ObjectResult, member: string): InspectedObject["columns"] {
  const own = result.columns.map(({ table, name, detector, share, confidence }) => ({
    table: [member, table].filter((part) => part !== "").join(" "),
    name,
    detector,
    share: Math.round(share * 1_000) / 1_000,
    confidence,
  }));
  return [...own, ...result.members.flatMap((one) => columnsOf(one, one.path))];
}

/** Something that was listed and could not be opened. */
export function unopenedObject(gap: ContentGap): InspectedObject {
  return {
    path: gap.path,
    format: "unknown",
    encoding: null,
    wrappers: [],
    bytes: null,
    inspectedBytes: 0,
    partial: true,
    class: "unclassified",
    classes: [],
    confidence: 0,
    reasons: [],
    detectors: {},
    columns: [],
    topics: {},
    marks: [],
    gaps: [gap],
    members: 0,
  };
}
