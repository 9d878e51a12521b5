import { detectors } from "../inspect/detectors/index.ts";
import { type InspectedObject, inspectedObject, unopenedObject } from "../inspect/document.ts";
import { defaultLimits } from "../inspect/limits.ts";
import { inspectFiles, isGap } from "../inspect/pool/inspect-files.ts";
import { localSource } from "../inspect/sources/local.ts";
import { type InspectionSummary, keepSummary } from "../inspect/summary.ts";
import type { ContentProfile, ContentRules } from "../model/index.ts";
import { dayInShanghai } from "./day.ts";
import { keepHeapSmall } from "./heap.ts";

export interface InspectRequest {
  readonly paths: readonly string[];
  readonly rules: ContentRules;
  readonly profile: ContentProfile;
  /** Salt of the counts of distinct people. */
  readonly seed: string;
  readonly threads: number | undefined;
  readonly now: Date;
  readonly signal: AbortSignal;
}

export interface LocalInspection {
  /** In the order of the paths given; once. Ends early, without an error, when it is interrupted. */
  objects(): AsyncIterable<InspectedObject>;
  /** Of the objects that came so far. */
  summary(): InspectionSummary;
}

/** Looks into files and folders of this machine. */
export function inspectPaths(request: InspectRequest): LocalInspection {
  const { paths, rules, profile, seed, threads, now, signal } = request;
  keepHeapSmall();
  const persons = new Set(detectors.filter(({ person }) => person).map(({ id }) => id));
  const kept = keepSummary((id) => persons.has(id));
  const year = Number(dayInShanghai(now).slice(0, 4));
  const options = { year, seed, limits: defaultLimits, signal, ...(threads === undefined ? {} : { threads }) };
  return {
    summary: kept.summary,
    async *objects() {
      try {
        for await (const result of inspectFiles(localSource(paths), options)) {
          if (isGap(result)) {
            kept.miss(result);
            yield unopenedObject(result);
            continue;
          }
          const object = inspectedObject(result, { rules, profile });
          kept.take(object, result);
          yield object;
        }
      } catch (error) {
        if (!signal.aborted) throw error;
      }
    },
  };
}
