import { InterruptedError } from "./errors.ts";

/**
 * Calls in flight for one account × region × service. The width adapts: halved when the cloud throttles, one wider again
 * after as many answers as it is wide (additive increase, multiplicative decrease).
 */
export interface Limiter {
  /** Runs `work` in a slot; a call that waits to be retried keeps its slot, so that throttling slows everyone behind it. */
  run<T>(signal: AbortSignal, work: () => Promise<T>): Promise<T>;
  answered(): void;
  throttled(): void;
  readonly width: number;
}

interface Waiter {
  grant(): void;
}

export function createLimiter(most: number): Limiter {
  const waiting = new Set<Waiter>();
  let width = Math.max(1, Math.floor(most));
  const ceiling = width;
  let active = 0;
  let answers = 0;

  function grantNext(): void {
    for (const waiter of waiting) {
      if (active >= width) return;
      waiting.delete(waiter);
      active++;
      waiter.grant();
    }
  }

  function enter(signal: AbortSignal): Promise<void> {
    if (active < width && waiting.size === 0) {
      active++;
      return Promise.resolve();
    }
    return new Promise((resolve, reject) => {
      const abort = (): void => {
        waiting.delete(waiter);
        reject(new InterruptedError());
      };
      const waiter: Waiter = {
        grant() {
          signal.removeEventListener("abort", abort);
          resolve();
        },
      };
      waiting.add(waiter);
      signal.addEventListener("abort", abort, { once: true });
    });
  }

  return {
    async run(signal, work) {
      if (signal.aborted) throw new InterruptedError();
      await enter(signal);
      try {
        return await work();
      } finally {
        active--;
        grantNext();
      }
    },
    answered() {
      if (width === ceiling || ++answers < width) return;
      answers = 0;
      width++;
      grantNext();
    },
    throttled() {
      answers = 0;
      width = Math.max(1, Math.floor(width / 2));
    },
    get width() {
      return width;
    },
  };
}
