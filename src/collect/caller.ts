import {
  type Caller,
  type ErrorFacts,
  type Gap,
  JingneiError,
  type Known,
  known,
  type Provider,
  type Scope,
  type Send,
  unknown,
} from "../model/index.ts";
import { backOffMs, type Sleep, sleep } from "./back-off.ts";
import { sendWithin } from "./deadline.ts";
import { EndlessListError, GivenUpError, InterruptedError, RepeatedTokenError } from "./errors.ts";
import { createLimiter, type Limiter } from "./limiter.ts";
import { mapInOrder } from "./ordered-map.ts";
import { createPatience } from "./patience.ts";
import { describe, toGap } from "./to-gap.ts";

export const defaultConcurrency = 16;
export const defaultTimeoutMs = 20_000;
const defaultAttempts = 5;
/** A host that hangs three times will hang again, and each attempt costs a whole deadline. */
const mostTimeouts = 3;
/** Most pages of one list: twenty times what a million resources take at 100 to a page. */
const mostPages = 200_000;
/** Longest time one call spends waiting between its attempts. */
const longestWaitMs = 120_000;

export interface CallerOptions {
  readonly scope: Scope;
  readonly type: string;
  readonly region: string | null;
  readonly provider: Pick<Provider, "describeError">;
  /** Told once per distinct operation. */
  readonly asked?: (operation: string) => void;
  /** Told of each detail that stayed unknown. */
  readonly gap?: (gap: Gap) => void;
  readonly signal?: AbortSignal;
  /** Calls in flight; ignored where a shared `limiter` is given. */
  readonly concurrency?: number;
  readonly limiter?: Limiter;
  /** Milliseconds one attempt may take. */
  readonly timeoutMs?: number;
  /** Attempts per call, the first included. */
  readonly attempts?: number;
  readonly sleep?: Sleep;
  /** 0 to 1, for the jitter. */
  readonly random?: () => number;
}

/** A caller that can say afterwards where an error came from. */
export interface TaskCaller extends Caller {
  /** The gap for an error that ended a task. `otherwise` names the operation where the error did not come from a call. */
  gapFor(error: unknown, otherwise: string): Gap;
}

/** The caller of one task: account × region × type. Errors of `call` and `pages` are the cloud's own, unwrapped. */
export function createCaller(options: CallerOptions): TaskCaller {
  const { scope, type, region, provider } = options;
  const signal = options.signal ?? new AbortController().signal;
  const concurrency = options.concurrency ?? defaultConcurrency;
  const limiter = options.limiter ?? createLimiter(concurrency);
  const pause = options.sleep ?? sleep;
  const random = options.random ?? Math.random;
  const patience = createPatience();
  const operations = new Set<string>();
  const origins = new WeakMap<object, string>();

  function note(operation: string): void {
    if (operations.has(operation)) return;
    operations.add(operation);
    options.asked?.(operation);
  }

  async function attempt<T>(operation: string, send: Send<T>, none: readonly string[]): Promise<T | null> {
    const most = patience.attempts(operation, options.attempts ?? defaultAttempts);
    if (most === 0) {
      const streak = patience.streak(operation);
      throw new GivenUpError(streak.reason, streak.length);
    }
    let waited = 0;
    for (let number = 1; ; number++) {
      try {
        const answer = await sendWithin(send, options.timeoutMs ?? defaultTimeoutMs, signal);
        patience.answered(operation);
        limiter.answered();
        return answer;
      } catch (error) {
        if (signal.aborted) throw new InterruptedError();
        if (error instanceof JingneiError) throw error;
        const found = describe(provider, error);
        if (none.includes(found.code)) {
          patience.answered(operation);
          return null;
        }
        if (found.reason === "throttled") limiter.throttled();
        const wait = backOffMs(found, number, random);
        const last = found.reason === "timeout" ? Math.min(most, mostTimeouts) : most;
        if (!found.retryable || number >= last || waited + wait > longestWaitMs) {
          settle(operation, found);
          throw error;
        }
        waited += wait;
        await pause(wait, signal);
      }
    }
  }

  function settle(operation: string, found: ErrorFacts): void {
    if (found.retryable) patience.unanswered(operation, found.reason);
    else patience.answered(operation);
  }

  async function request<T>(operation: string, send: Send<T>, none: readonly string[]): Promise<T | null> {
    note(operation);
    try {
      return await limiter.run(signal, () => attempt(operation, send, none));
    } catch (error) {
      if (typeof error === "object" && error !== null) origins.set(error, operation);
      throw error;
    }
  }

  async function call<T>(operation: string, send: Send<T>): Promise<T> {
    // Boxed, since an answer may itself be null and `none` is empty here.
    const box = await request(operation, async (inner) => ({ answer: await send(inner) }), []);
    if (box === null) throw new Error(`${operation} gave no answer`);
    return box.answer;
  }

  async function ask<T>(
    operation: string,
    resource: string,
    send: Send<T>,
    none: readonly string[] = [],
  ): Promise<Known<T | null>> {
    try {
      return known(await request(operation, send, none));
    } catch (error) {
      if (signal.aborted) throw error;
      const found = describe(provider, error);
      options.gap?.(toGap({ scope, type, region, operation, resource }, found));
      return unknown(found.reason);
    }
  }

  async function* pages<Page>(
    operation: string,
    fetch: (
      token: string | undefined,
      inner: AbortSignal,
    ) => Promise<{ readonly page: Page; readonly next?: string | undefined }>,
  ): AsyncGenerator<Page, void, undefined> {
    const seen = new Set<string>();
    let token: string | undefined;
    do {
      const from = token;
      const { page, next } = await call(operation, (inner) => fetch(from, inner));
      yield page;
      // Several APIs end a list with an empty token.
      token = next === "" ? undefined : next;
      if (token !== undefined && (seen.has(token) || seen.size + 1 >= mostPages)) {
        const read = seen.size + 1;
        const error = seen.has(token) ? new RepeatedTokenError(read) : new EndlessListError(read);
        origins.set(error, operation);
        throw error;
      }
      if (token !== undefined) seen.add(token);
    } while (token !== undefined);
  }

  return {
    call,
    ask,
    pages,
    // Twice the width, so that calls are waiting for a slot while the oldest item is still being read.
    each: (items, work) => mapInOrder(items, work, concurrency * 2, signal),
    gapFor(error, otherwise) {
      const origin = typeof error === "object" && error !== null ? origins.get(error) : undefined;
      const operation = origin ?? otherwise;
      note(operation);
      return toGap({ scope, type, region, operation, resource: null }, describe(provider, error));
    },
  };
}
