import type { GapReason } from "../model/index.ts";

/** One attempt took longer than its deadline. Counts as retryable. */
export class DeadlineError extends Error {
  constructor(timeoutMs: number) {
    super(`no answer within ${timeoutMs} ms`);
    this.name = "DeadlineError";
  }
}

/** A list handed out a page token for the second time: reading on would never end, stopping would hide the rest. */
export class RepeatedTokenError extends Error {
  constructor(pages: number) {
    super(`the list repeated a page token after ${pages} pages`);
    this.name = "RepeatedTokenError";
  }
}

/** A list hands out new page tokens without end. */
export class EndlessListError extends Error {
  constructor(pages: number) {
    super(`the list does not end after ${pages} pages`);
    this.name = "EndlessListError";
  }
}

/** Not sent, because too many calls of the same operation went unanswered in a row (see `patience.ts`). */
export class GivenUpError extends Error {
  readonly reason: GapReason;
  constructor(reason: GapReason, streak: number) {
    super(`not tried: ${streak} calls in a row went unanswered`);
    this.name = "GivenUpError";
    this.reason = reason;
  }
}

/** The run was interrupted. Never becomes a gap: the task is simply not finished. */
export class InterruptedError extends Error {
  constructor() {
    super("interrupted");
    this.name = "InterruptedError";
  }
}
