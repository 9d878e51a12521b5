import { type ContentGap, certainConfidence, type DataClass, type DetectorId, type Text } from "../model/index.ts";
import { createDistinct, type DistinctCounter } from "./distinct.ts";
import type { InspectedObject } from "./document.ts";
import type { ObjectResult } from "./result.ts";
import { statementOf } from "./statement.ts";

/** What a look at a folder or a store comes to, as `jingnei inspect --format json` prints it. */
export interface InspectionSummary {
  /** Listed. */
  readonly objects: number;
  /** Opened, in whole or in part. */
  readonly inspected: number;
  /** As stored, of all that were listed. */
  readonly bytes: number;
  /** Looked at, unpacked. */
  readonly inspectedBytes: number;
  readonly classes: Readonly<Partial<Record<DataClass, number>>>;
  /** Objects of which something could not be read, and those that could not be opened. */
  readonly unreadable: number;
  /** Distinct values of each identifier that stands for one person, over all objects: exact up to 1,024, else within about 3 %. */
  readonly people: Readonly<Record<string, number>>;
  readonly statement: string;
  readonly statements: Text;
  /** What somebody has to do at once; empty as a rule. */
  readonly notices: readonly Text[];
}

/** Law on Guarding State Secrets (2024-05-01), articles 27 to 31: what bears such a mark is not for an ordinary tool to go on reading. */
const secrecyNotice: Text = {
  en: "Marks of state secrecy were seen: reading stopped there. Do not copy or open these objects further; tell the office in charge of secrecy.",
  zh: "发现疑似国家秘密标志，已停止读取相关内容。请勿继续复制或者打开这些对象，并立即报告保密工作机构。",
};

export interface SummaryKeeper {
  take(object: InspectedObject, result: ObjectResult): void;
  /** Something that was listed and never opened. */
  miss(gap: ContentGap): void;
  /** Distinct people so far, by the identifier that counts most of them. */
  people(): number;
  summary(): InspectionSummary;
}

/** Adds objects up as they come, in bounded memory. `isPerson` tells identifiers that stand for one person. */
export function keepSummary(isPerson: (detector: DetectorId) => boolean): SummaryKeeper {
  const classes: Partial<Record<DataClass, number>> = {};
  const counters = new Map<DetectorId, DistinctCounter>();
  let [objects, inspected, unreadable, hits, bytes, inspectedBytes] = [0, 0, 0, 0, 0, 0];
  let isSecret = false;

  return {
    take(object, { detectors }) {
      objects += 1;
      inspected += 1;
      bytes += object.bytes ?? 0;
      inspectedBytes += object.inspectedBytes;
      classes[object.class] = (classes[object.class] ?? 0) + 1;
      isSecret ||= object.class === "state-secret" && object.confidence >= certainConfidence;
      if (object.gaps.some(({ reason }) => reason !== "skipped")) unreadable += 1;
      if (object.class !== "unclassified" && object.class !== "general") hits += 1;
      for (const [id, { distinct }] of detectors) {
        if (!isPerson(id)) continue;
        const counter = counters.get(id) ?? createDistinct();
        counter.merge(distinct);
        counters.set(id, counter);
      }
    },
    miss({ reason }) {
      objects += 1;
      if (reason !== "skipped") unreadable += 1;
    },
    people: () => Math.max(0, ...[...counters.values()].map((counter) => counter.count())),
    summary() {
      const statements = statementOf({ total: objects, inspected, hits, unreadable });
      const people = [...counters].map(([id, counter]) => [id, counter.count()] as const);
      people.sort(([a], [b]) => (a < b ? -1 : 1));
      return {
        objects,
        inspected,
        bytes,
        inspectedBytes,
        classes,
        unreadable,
        people: Object.fromEntries(people),
        statement: statements.en,
        statements,
        notices: isSecret ? [secrecyNotice] : [],
      };
    },
  };
}
