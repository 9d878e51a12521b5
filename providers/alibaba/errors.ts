import { z } from "zod";
import { type ErrorFacts, type GapReason, JingneiError } from "../../src/model/index.ts";
import { scrub } from "./scrub.ts";

interface AlibabaErrorFields {
  /** The API's own code, the system's (`ECONNRESET`), or one of ours (`Http500`, `NotJson`, `UnexpectedAnswer`). */
  readonly code: string;
  readonly message: string;
  readonly status?: number | undefined;
  readonly retryAfterMs?: number | undefined;
}

/**
 * What went wrong with one call. The SDK's own errors hold the signed url and the headers, so they are never passed on,
 * not even as a cause.
 */
export class AlibabaError extends Error {
  readonly code: string;
  readonly status: number | undefined;
  readonly retryAfterMs: number | undefined;
  constructor(fields: AlibabaErrorFields, secrets: readonly string[] = []) {
    super(scrub(fields.message, secrets));
    this.name = "AlibabaError";
    this.code = scrub(fields.code, secrets);
    this.status = fields.status;
    this.retryAfterMs = fields.retryAfterMs;
  }
}

interface Rule {
  readonly reason: GapReason;
  readonly retryable: boolean;
  readonly codes: RegExp;
}

/**
 * Read from the top, the first that matches holds. `not-enabled` leaves coverage complete, so only codes that say in so many
 * words that the product was never opened are there, and ours for a region without the product; `InvalidRegionId` may as well be
 * a wrong endpoint and stays a failure.
 */
const rules: readonly Rule[] = [
  {
    reason: "throttled",
    retryable: true,
    codes:
      /^(?:Throttling|Throttled|FlowControl|RequestLimitExceeded|QpsLimitExceeded|TooManyRequests|ServiceBusy|ServerBusy|ReadQuotaExceed|ServiceUnavailable|Http429|Http503)/i,
  },
  {
    reason: "not-enabled",
    retryable: false,
    codes:
      /(?:^|\.)(?:ServiceNotOpen|ServiceNotOpened|ServiceNotEnabled|ProductNotOpened|UserNotOpened|NotOpened|RegionNotOffered)$/i,
  },
  {
    reason: "unsupported",
    retryable: false,
    codes: /^(?:InvalidAction|InvalidApi|InvalidVersion|UnsupportedOperation|NotImplemented|UnsupportedHTTPMethod)/i,
  },
  {
    reason: "timeout",
    retryable: true,
    codes: /^(?:ETIMEDOUT|UND_ERR_(?:CONNECT|HEADERS|BODY)_TIMEOUT|Timeout|Http504)/,
  },
  {
    reason: "denied",
    retryable: false,
    codes:
      /^(?:Forbidden|NoPermission|AccessDenied|AccessForbidden|UnauthorizedOperation|ActionUnauthorized|NotAuthorized|Unauthorized|AuthenticationFail|InvalidAccessKeyId|InvalidAccessKeySecret|IncompleteSignature|SignatureDoesNotMatch|SignatureNotMatch|InvalidSecurityToken|MissingSecurityToken|SecurityTokenExpired|AccessKeyIdAndSecurityTokenNotMatch|EntityNotExist\.Role|UserDisable|InDebt|BucketDisable|AbnormalBucketOwnerStatus|Http401|Http403)/i,
  },
  { reason: "malformed", retryable: true, codes: /^(?:NotJson|NotXml)$/ },
  { reason: "malformed", retryable: false, codes: /^(?:UnexpectedAnswer|RepeatedToken|RepeatedPage|MissingRows)$/ },
  {
    reason: "failed",
    retryable: true,
    codes: /^(?:InternalError|SystemError|Http5\d\d|ECONNRESET|ECONNREFUSED|EPIPE|EAI_AGAIN|UND_ERR_SOCKET)/,
  },
];

/** Codes with which the cloud says that it does not know or trust these credentials. */
const untrusted =
  /^(?:InvalidAccessKeyId|InvalidAccessKeySecret|SignatureDoesNotMatch|IncompleteSignature|InvalidSecurityToken|SecurityTokenExpired|AccessKeyIdAndSecurityTokenNotMatch)/i;

export function refusesCredentials(error: unknown): boolean {
  return error instanceof AlibabaError && untrusted.test(error.code);
}

/** What a failed call means. Deterministic: the same failure reads the same in every scan. */
export function describeError(error: unknown): ErrorFacts {
  if (error instanceof AlibabaError) return classify(error);
  if (error instanceof JingneiError) {
    return { reason: "failed", code: error.code, message: scrub(error.message), retryable: false };
  }
  return classify(fromTransport(error));
}

function classify(error: AlibabaError): ErrorFacts {
  const rule = rules.find((candidate) => candidate.codes.test(error.code)) ?? ruleForStatus(error.status);
  return {
    reason: rule.reason,
    code: error.code,
    message: error.message,
    retryable: rule.retryable,
    ...(error.retryAfterMs === undefined ? {} : { retryAfterMs: error.retryAfterMs }),
  };
}

function ruleForStatus(status: number | undefined): Pick<Rule, "reason" | "retryable"> {
  if (status === 429 || status === 503) return { reason: "throttled", retryable: true };
  if (status === 401 || status === 403) return { reason: "denied", retryable: false };
  return { reason: "failed", retryable: status !== undefined && status >= 500 };
}

const Failure = z.object({
  name: z.string().catch(""),
  message: z.string().catch(""),
  code: z.string().optional().catch(undefined),
  cause: z.object({ code: z.string() }).optional().catch(undefined),
});

/** An error of the connection, of the SDK or of a schema, without anything it carries along. */
export function fromTransport(error: unknown, secrets: readonly string[] = []): AlibabaError {
  if (error instanceof AlibabaError) return error;
  if (error instanceof z.ZodError) return unexpectedAnswer(error);
  const failure = Failure.safeParse(error).data;
  if (failure === undefined) return new AlibabaError({ code: "Unknown", message: "the call failed" });
  if (/timeout|deadline|abort/i.test(failure.name)) {
    return new AlibabaError({ code: "Timeout", message: "no answer in time" });
  }
  // json-bigint throws a plain object that carries the whole body.
  if (failure.name === "SyntaxError") return new AlibabaError({ code: "NotJson", message: "the answer is not JSON" });
  const code = failure.code ?? failure.cause?.code;
  if (code !== undefined) return new AlibabaError({ code, message: "the connection failed" });
  return new AlibabaError({ code: failure.name || "Error", message: failure.message }, secrets);
}

/** Names the fields that are not as documented, never their content. */
export function unexpectedAnswer(error: z.ZodError): AlibabaError {
  const paths = error.issues.slice(0, 3).map((issue) => issue.path.map(String).join(".") || "the whole answer");
  return new AlibabaError({ code: "UnexpectedAnswer", message: `not as documented: ${paths.join(", ")}` });
}

/** Seconds of a Retry-After header in milliseconds; dates are left to the back-off. */
export function retryAfterOf(header: unknown): number | undefined {
  if (typeof header !== "string" || !/^\d{1,4}$/.test(header)) return undefined;
  return Number(header) * 1000;
}
