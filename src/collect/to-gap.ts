import { type ErrorFacts, type Gap, JingneiError, type Provider, type Scope } from "../model/index.ts";
import { DeadlineError, EndlessListError, GivenUpError, InterruptedError, RepeatedTokenError } from "./errors.ts";
import { cut, redact } from "./redact.ts";

/** Longest `detail` of a gap, in characters. */
const longestDetail = 300;

/** What was being asked when something went wrong. */
export interface Asking {
  readonly scope: Scope;
  readonly type: string;
  readonly region: string | null;
  readonly operation: string;
  readonly resource: string | null;
}

/** Reads an error: our own kinds first, then as the provider describes it. */
export function describe(provider: Pick<Provider, "describeError">, error: unknown): ErrorFacts {
  if (error instanceof DeadlineError) return facts("timeout", "Deadline", error, true);
  if (error instanceof RepeatedTokenError) return facts("malformed", "RepeatedToken", error, false);
  if (error instanceof EndlessListError) return facts("malformed", "EndlessList", error, false);
  if (error instanceof GivenUpError) return facts(error.reason, "GivenUp", error, false);
  if (error instanceof InterruptedError) return facts("skipped", "Interrupted", error, false);
  if (error instanceof JingneiError) {
    return facts(error.code === "credential" ? "denied" : "failed", error.code, error, false);
  }
  try {
    return provider.describeError(error);
  } catch {
    // A describer that stumbles over an answer must not hide the failure it was asked about.
    return {
      reason: "failed",
      code: "Undescribed",
      message: "the provider's error could not be read",
      retryable: false,
    };
  }
}

function facts(reason: ErrorFacts["reason"], code: string, error: Error, retryable: boolean): ErrorFacts {
  return { reason, code, message: error.message, retryable };
}

/** THE place where an error becomes a gap. */
export function toGap(asking: Asking, found: ErrorFacts): Gap {
  return {
    kind: "gap",
    scope: asking.scope,
    type: asking.type,
    region: asking.region,
    operation: asking.operation,
    reason: found.reason,
    detail: detailOf(found.message === "" ? found.code : `${found.code}: ${found.message}`),
    resource: asking.resource,
  };
}

/** The gap as it may be stored: a collector's own gaps pass here too. */
export function cleanGap(gap: Gap): Gap {
  const detail = detailOf(gap.detail);
  return detail === gap.detail ? gap : { ...gap, detail };
}

/** The code before the first colon is read by itself: `ExpiredToken: The …` assigns nothing. */
function detailOf(text: string): string {
  const code = /^[\w.-]{1,80}(?=: )/.exec(text)?.[0];
  const clean = code === undefined ? redact(text) : `${redact(code)}: ${redact(text.slice(code.length + 2))}`;
  return cut(clean, longestDetail);
}
