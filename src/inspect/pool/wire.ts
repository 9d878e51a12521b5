import { type DistinctState, distinctOf } from "../distinct.ts";
import type { DetectorResult, ObjectResult } from "../result.ts";

/** A result as it crosses from one thread to another: counters as their state. */
export interface WireResult extends Omit<ObjectResult, "detectors" | "members"> {
  readonly detectors: readonly (readonly [
    id: Parameters<ObjectResult["detectors"]["get"]>[0],
    result: Omit<DetectorResult, "distinct"> & { readonly distinct: DistinctState },
  ])[];
  readonly members: readonly WireResult[];
}

export function toWire({ detectors, members, groups, ...rest }: ObjectResult): WireResult {
  return {
    ...rest,
    groups: groups.map(({ evidence, people }) => ({ evidence, people })),
    detectors: [...detectors].map(([id, { distinct, ...result }]) => [id, { ...result, distinct: distinct.seen }]),
    members: members.map(toWire),
  };
}

export function fromWire({ detectors, members, ...rest }: WireResult): ObjectResult {
  return {
    ...rest,
    detectors: new Map(detectors.map(([id, result]) => [id, { ...result, distinct: distinctOf(result.distinct) }])),
    members: members.map(fromWire),
  };
}
