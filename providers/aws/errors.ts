import type { ErrorFacts, GapReason } from "../../src/model/index.ts";
import { MalformedAnswer, RegionNotEnabled } from "./answer.ts";
import { scrub } from "./scrub.ts";

/**
 * AWS China also answers ThrottlingException for services that a region lacks; that cannot be told from a busy service, so
 * it stays a throttled gap after the retries: incomplete, never "nothing there".
 */
const throttled = new Set([
  "BandwidthLimitExceeded",
  "EC2ThrottledException",
  "PriorRequestNotComplete",
  "ProvisionedThroughputExceededException",
  "RequestLimitExceeded",
  "RequestThrottled",
  "RequestThrottledException",
  "SlowDown",
  "ThrottledException",
  "Throttling",
  "ThrottlingException",
  "TooManyRequestsException",
]);

const denied = new Set([
  "AccessDenied",
  "AccessDeniedException",
  "AccountProblem",
  "AllAccessDisabled",
  "AuthorizationError",
  "Blocked",
  "Client.UnauthorizedOperation",
  "Forbidden",
  "NotAuthorized",
  "UnauthorizedAccess",
  "UnauthorizedOperation",
]);

/** The credentials themselves are refused. In a region nobody opted in to, the client turns these into RegionNotEnabled. */
const refused = new Set([
  "AuthFailure",
  "ExpiredToken",
  "ExpiredTokenException",
  "IncompleteSignature",
  "InvalidAccessKeyId",
  "InvalidClientTokenId",
  "InvalidToken",
  "MissingAuthenticationToken",
  "RequestExpired",
  "SignatureDoesNotMatch",
  "TokenRefreshRequired",
  "UnrecognizedClientException",
]);

const notEnabled = new Set(["OptInRequired", "RegionDisabledException", "SubscriptionRequiredException"]);
const unsupported = new Set([
  "InvalidAction",
  "NotImplemented",
  "UnknownOperationException",
  "UnsupportedOperation",
  "UnsupportedOperationException",
]);

const timeouts = new Set([
  "AbortError",
  // The caller's own deadline, where connecting turns what it threw into a gap.
  "DeadlineError",
  "ETIMEDOUT",
  "RequestTimeout",
  "RequestTimeoutException",
  "TimeoutError",
]);
/**
 * Failures of the network that another attempt may not meet. A refused connection and an unknown host stay what they are: every
 * service that is read here has an endpoint in every region of `aws` and `aws-cn` (botocore 1.43.11, endpoints.json, read
 * 2026-11-22), so that a host which does not exist never means that a service is not offered. What a region lacks are single
 * operations, of which the service itself says so.
 */
const passing = new Set([
  "EAI_AGAIN",
  "ECONNABORTED",
  "ECONNRESET",
  "EPIPE",
  "ERR_STREAM_PREMATURE_CLOSE",
  "InternalError",
  "InternalFailure",
  "InternalServerError",
  "NetworkingError",
  "ServiceUnavailable",
  "Unavailable",
]);

/** What a failed call means. Deterministic: the same failure gives the same words. */
export function describeError(error: unknown): ErrorFacts {
  const { code, message, status, headers } = factsOf(error);
  const retryAfterMs = retryAfter(headers);
  // A HEAD request is refused without a body: asking to wait is all that tells a busy service from a broken one.
  const isBusy = status === 503 && code === "Http503" && retryAfterMs !== undefined;
  const { reason, retryable } = isBusy
    ? ({ reason: "throttled", retryable: true } as const)
    : readingOf(error, code, status);
  return { reason, code, message: scrub(message), retryable, ...(retryAfterMs === undefined ? {} : { retryAfterMs }) };
}

function readingOf(
  error: unknown,
  code: string,
  status: number | undefined,
): { readonly reason: GapReason; readonly retryable: boolean } {
  if (error instanceof RegionNotEnabled) return { reason: "not-enabled", retryable: false };
  if (isUnreadable(error)) return { reason: "malformed", retryable: status === 429 || (status ?? 0) >= 500 };
  if (throttled.has(code) || status === 429) return { reason: "throttled", retryable: true };
  if (notEnabled.has(code)) return { reason: "not-enabled", retryable: false };
  if (denied.has(code) || refused.has(code)) return { reason: "denied", retryable: false };
  if (unsupported.has(code) || status === 501) return { reason: "unsupported", retryable: false };
  if (timeouts.has(code)) return { reason: "timeout", retryable: true };
  if (passing.has(code) || (status ?? 0) >= 500) return { reason: "failed", retryable: true };
  // A HEAD request has no body and so no code.
  if (status === 401 || status === 403) return { reason: "denied", retryable: false };
  return { reason: "failed", retryable: false };
}

/** Our own check of the answer, or the SDK's parser giving up (it names neither the service nor a code). */
function isUnreadable(error: unknown): boolean {
  if (error instanceof MalformedAnswer || error instanceof SyntaxError) return true;
  return (
    error instanceof Error &&
    /Deserialization error:|Unclosed tag|XML (?:parse|validation)|char '.' is not expected/.test(error.message)
  );
}

interface Facts {
  readonly code: string;
  readonly message: string;
  readonly status: number | undefined;
  readonly headers: Readonly<Record<string, unknown>>;
}

function factsOf(error: unknown): Facts {
  if (!isObject(error)) return { code: "Unknown", message: String(error), status: undefined, headers: {} };
  const metadata = isObject(error["$metadata"]) ? error["$metadata"] : {};
  const response = isObject(error["$response"]) ? error["$response"] : {};
  const status = error instanceof MalformedAnswer ? error.status : numberOf(metadata["httpStatusCode"]);
  return {
    code: codeOf(error, status),
    message: stringOf(error["message"]) ?? "",
    status,
    headers: isObject(response["headers"]) ? response["headers"] : {},
  };
}

/** The API's own code, else the system's (`ECONNRESET`), else the error's class. */
function codeOf(error: Readonly<Record<string, unknown>>, status: number | undefined): string {
  const candidates = [error["Code"], error["code"], error["name"]].map(stringOf);
  const code = candidates.find((candidate) => candidate !== undefined && /^[A-Za-z][\w.]{0,80}$/.test(candidate));
  if (code !== undefined && code !== "Unknown" && code !== "UnknownError" && code !== "Error") return code;
  return status === undefined ? (code ?? "Unknown") : `Http${status}`;
}

/** A header of the answer an SDK error came from; `undefined` where there was no answer or no such header. */
export function answerHeader(error: unknown, name: string): string | undefined {
  return isObject(error) ? stringOf(factsOf(error).headers[name]) : undefined;
}

/** Whether the credentials themselves were refused, as against the permission. */
export function refusesCredentials(error: unknown): boolean {
  return isObject(error) && refused.has(factsOf(error).code);
}

/** Whether no credentials were found at all. */
export function lacksCredentials(error: unknown): boolean {
  return error instanceof Error && /^(?:CredentialsProviderError|TokenProviderError)$/.test(error.name);
}

function retryAfter(headers: Readonly<Record<string, unknown>>): number | undefined {
  const value = stringOf(headers["retry-after"]);
  if (value === undefined || !/^\d{1,6}$/.test(value.trim())) return undefined;
  return Number(value) * 1000;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null;
}

function stringOf(value: unknown): string | undefined {
  return typeof value === "string" && value !== "" ? value : undefined;
}

function numberOf(value: unknown): number | undefined {
  return typeof value === "number" ? value : undefined;
}
