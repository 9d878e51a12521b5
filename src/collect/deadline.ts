import type { Send } from "../model/index.ts";
import { DeadlineError, InterruptedError } from "./errors.ts";

/**
 * Sends once and waits at most `timeoutMs`, also where `send` ignores its signal. The controller is made by hand:
 * `AbortSignal.any` keeps every dependent signal alive as long as the run's own.
 */
export async function sendWithin<T>(send: Send<T>, timeoutMs: number, signal: AbortSignal): Promise<T> {
  if (signal.aborted) throw new InterruptedError();
  const controller = new AbortController();
  const { promise: cutShort, reject } = Promise.withResolvers<never>();
  const stop = (error: Error): void => {
    reject(error);
    controller.abort(error);
  };
  const interrupt = (): void => stop(new InterruptedError());
  const timer = setTimeout(() => stop(new DeadlineError(timeoutMs)), timeoutMs);
  signal.addEventListener("abort", interrupt, { once: true });
  try {
    return await Promise.race([cutShort, send(controller.signal)]);
  } finally {
    clearTimeout(timer);
    signal.removeEventListener("abort", interrupt);
  }
}
