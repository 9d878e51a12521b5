import { setImmediate } from "node:timers/promises";
import type { Limits } from "../limits.ts";

/** Milliseconds of work between two turns of the event loop. */
const turnMilliseconds = 50;

/** How long an object may take, all that is packed in it included. */
export interface Deadline {
  /** Aborted when the run is, or the time is up. */
  readonly signal: AbortSignal;
  /**
   * Between pieces. Lets timers and interrupts be heard now and then: what lies in memory comes without anybody ever waiting.
   * @throws TimeoutError, or what the run was aborted with.
   */
  pause(): Promise<void>;
}

/** @param bytes of the object as stored; `undefined` = nobody knows. */
export function deadlineOf(limits: Limits, bytes: number | undefined, signal: AbortSignal): Deadline {
  const allowed = Math.ceil(limits.milliseconds + (limits.millisecondsPerMebibyte * (bytes ?? 0)) / 1024 ** 2);
  // Timers take 32 bits: longer ones would end at once.
  const timer = AbortSignal.timeout(Math.min(allowed, 2 ** 31 - 1));
  const began = performance.now();
  let turned = began;
  return {
    signal: AbortSignal.any([signal, timer]),
    async pause() {
      const now = performance.now();
      if (now - turned > turnMilliseconds) {
        await setImmediate();
        turned = performance.now();
      }
      signal.throwIfAborted();
      if (now - began > allowed) throw new DOMException("took too long", "TimeoutError");
    },
  };
}
