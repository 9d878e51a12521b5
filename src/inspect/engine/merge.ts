import type { DetectorId, HeaderTopic } from "../../model/index.ts";
import { createDistinct } from "../distinct.ts";
import type { DetectorResult, ObjectResult } from "../result.ts";

/**
 * An archive holds what its members hold. A wrapping (gzip) is no object of its own: what is inside takes its place, with the
 * size that is stored.
 * @param listed the members by themselves, where `members` are what several of them come to
 */
export function mergeMembers(
  own: ObjectResult,
  members: readonly ObjectResult[],
  inner: ObjectResult | undefined,
  listed: readonly ObjectResult[] = members,
): ObjectResult {
  if (inner !== undefined) {
    const { bytes, ...rest } = inner;
    return {
      ...rest,
      path: own.path,
      wrappers: [own.format, ...inner.wrappers],
      ...(own.bytes === undefined ? {} : { bytes: own.bytes }),
      gaps: [...own.gaps, ...inner.gaps],
      isPart: own.isPart || inner.isPart,
    };
  }
  if (members.length === 0) return own;
  const all = [own, ...members];
  return {
    ...own,
    inspectedBytes: all.reduce((sum, { inspectedBytes }) => sum + inspectedBytes, 0),
    isPart: all.some(({ isPart }) => isPart),
    detectors: mergeDetectors(all.map(({ detectors }) => detectors)),
    topics: mergeTopics(all),
    groups: all.flatMap(({ groups }) => groups),
    marks: all.flatMap(({ marks }) => marks),
    gaps: all.flatMap(({ gaps }) => gaps),
    members: listed,
  };
}

function mergeDetectors(
  all: readonly ReadonlyMap<DetectorId, DetectorResult>[],
): ReadonlyMap<DetectorId, DetectorResult> {
  const merged = new Map<DetectorId, DetectorResult>();
  for (const [id, { matches, masked, distinct, confidence }] of all.flatMap((one) => [...one])) {
    const earlier = merged.get(id);
    const counter = earlier?.distinct ?? createDistinct();
    counter.merge(distinct);
    merged.set(id, {
      matches: (earlier?.matches ?? 0) + matches,
      masked: (earlier?.masked ?? 0) + masked,
      distinct: counter,
      confidence: Math.max(earlier?.confidence ?? 0, confidence),
    });
  }
  return merged;
}

function mergeTopics(all: readonly ObjectResult[]): ObjectResult["topics"] {
  const merged = new Map<HeaderTopic, string[]>();
  for (const [topic, names] of all.flatMap(({ topics }) => [...topics])) {
    merged.set(topic, [...new Set([...(merged.get(topic) ?? []), ...names])]);
  }
  return merged;
}
