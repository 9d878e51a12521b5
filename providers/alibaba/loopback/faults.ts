import type { Fault } from "../../../src/model/index.ts";

export interface FaultBook {
  /** The fault that this call meets, if any; counts it. */
  meet(operation: string, region: string | null, resource: string | null): Fault["answer"] | undefined;
}

export function createFaultBook(faults: readonly Fault[]): FaultBook {
  const met = new Map<Fault, number>();
  return {
    meet(operation, region, resource) {
      for (const fault of faults) {
        if (fault.operation !== "*" && fault.operation !== operation) continue;
        if (fault.region !== undefined && fault.region !== region) continue;
        if (fault.resource !== undefined && fault.resource !== resource) continue;
        const count = met.get(fault) ?? 0;
        if (fault.times !== undefined && count >= fault.times) continue;
        met.set(fault, count + 1);
        return fault.answer;
      }
      return undefined;
    },
  };
}
