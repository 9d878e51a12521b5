import { InterruptedError } from "./errors.ts";

/** One run's stop switch: the user's signal, or a failure of the tool itself (the store, a listener). */
export interface Interruption {
  readonly signal: AbortSignal;
  /** Runs a step of our own. If it fails, the run stops: such a failure is never a gap. */
  own<T>(step: () => T): T;
  /** Throws what failed in `own`, if anything did. */
  rethrow(): void;
  release(): void;
}

export function createInterruption(outer: AbortSignal): Interruption {
  const controller = new AbortController();
  let failure: { readonly error: unknown } | undefined;
  const stop = (): void => controller.abort();
  if (outer.aborted) stop();
  else outer.addEventListener("abort", stop, { once: true });
  return {
    signal: controller.signal,
    own(step) {
      try {
        return step();
      } catch (error) {
        failure ??= { error };
        stop();
        throw new InterruptedError();
      }
    },
    rethrow() {
      if (failure !== undefined) throw failure.error;
    },
    release() {
      outer.removeEventListener("abort", stop);
    },
  };
}

/** Waits for `work`, or rejects as soon as the run is interrupted; what `work` does afterwards is nobody's concern. */
export async function orInterrupted<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  const { promise: interrupted, reject } = Promise.withResolvers<never>();
  const stop = (): void => reject(new InterruptedError());
  if (signal.aborted) stop();
  else signal.addEventListener("abort", stop, { once: true });
  try {
    return await Promise.race([work, interrupted]);
  } finally {
    signal.removeEventListener("abort", stop);
  }
}
