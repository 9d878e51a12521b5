import type { ErrorFacts, GapReason } from "../../src/model/index.ts";
import { missingActionOf } from "./missing-action.ts";
import { retryAfterOf } from "./retry-after.ts";
import { scrub } from "./scrub.ts";

/** A list's next page lies on another host. Followed, it would be handed the bearer token. */
export class ForeignLinkError extends Error {
  constructor(host: string) {
    super(`a next page on another host was refused: ${host.replaceAll(/[^\w.:[\]-]/g, "").slice(0, 100)}`);
    this.name = "ForeignLinkError";
  }
}

/** The answer is no Resource Manager answer: HTML of a proxy, a list without items, a cut-off body. */
export class MalformedAnswerError extends Error {
  constructor(what: string) {
    super(what);
    this.name = "MalformedAnswerError";
  }
}

/**
 * Codes that outrank the HTTP status. Source: Resource Manager's "common deployment errors" and the clients' documentation.
 *
 * `not-enabled` only where there can be no resource: a namespace that the subscription is not registered for, since one that has
 * resources cannot be unregistered ("Azure resource providers and types"), and one that the cloud does not have at all, which is what
 * 21Vianet answers lists and registrations with (Azure/azure-powershell issues 1927 and 2876, hashicorp/terraform-provider-azurerm
 * issue 21785). The codes about types and versions are also the answer to a version that the cloud has not got yet
 * (Azure/azure-sdk-for-java issue 32739), while there may be resources.
 */
const reasonsByCode: Readonly<Record<string, GapReason>> = {
  AuthorizationFailed: "denied",
  LinkedAuthorizationFailed: "denied",
  SubscriptionNotFound: "denied",
  InvalidSubscriptionId: "denied",
  SubscriptionNotRegistered: "not-enabled",
  MissingSubscriptionRegistration: "not-enabled",
  TooManyRequests: "throttled",
  // Of the blob service, with status 503.
  ServerBusy: "throttled",
  SubscriptionRequestsThrottled: "throttled",
  OperationTimedOut: "timeout",
  GatewayTimeout: "timeout",
  ServerTimeout: "timeout",
  NoRegisteredProviderFound: "unsupported",
  InvalidResourceType: "unsupported",
  InvalidResourceNamespace: "not-enabled",
  InvalidApiVersionParameter: "unsupported",
  FeatureNotSupportedForAccount: "unsupported",
  PARSE_ERROR: "malformed",
  ETIMEDOUT: "timeout",
  ESOCKETTIMEDOUT: "timeout",
};

/** Codes whose message names an action that the caller may not take. */
const notAuthorized = /^(?:Linked)?AuthorizationFailed$/;

const networkCodes = new Set([
  "ECONNRESET",
  "ECONNREFUSED",
  "ECONNABORTED",
  "EPIPE",
  "EAI_AGAIN",
  "ENETUNREACH",
  "EHOSTUNREACH",
  "ENOTFOUND",
  "REQUEST_SEND_ERROR",
  "ETIMEDOUT",
  "ESOCKETTIMEDOUT",
]);

const certificateCode = /CERT|SELF_SIGNED|UNABLE_TO_(?:GET_ISSUER|VERIFY_LEAF)/;

/** What a failed call means. Structural, since several copies of the SDK's error classes may be loaded. */
export function describeError(error: unknown): ErrorFacts {
  if (error instanceof ForeignLinkError) return facts("malformed", "ForeignLink", error.message, false);
  if (error instanceof MalformedAnswerError) return facts("malformed", "MalformedAnswer", error.message, false);
  const name = textOf(error, "name") ?? "Error";
  const code = textOf(error, "code");
  if (name === "AbortError")
    return facts("timeout", "AbortError", "the request was aborted before it was answered", true);
  if (name.includes("Credential") || name.includes("Authentication")) return describeCredentialError(error, name);
  if (code !== undefined && certificateCode.test(code)) {
    return facts(
      "failed",
      code,
      "the endpoint's certificate is not trusted; NODE_EXTRA_CA_CERTS names a private CA",
      false,
    );
  }
  const status = numberOf(error, "statusCode");
  if (status === undefined && code !== undefined && networkCodes.has(code)) {
    const reason = reasonsByCode[code] ?? "failed";
    return facts(reason, code, "the endpoint could not be reached", code !== "ENOTFOUND");
  }
  if (name === "RestError" || status !== undefined) return describeAnswer(error, code, status);
  return facts("failed", name, scrub(textOf(error, "message") ?? "no message"), false);
}

function describeAnswer(error: unknown, code: string | undefined, status: number | undefined): ErrorFacts {
  const known = code !== undefined && Object.hasOwn(reasonsByCode, code) ? reasonsByCode[code] : undefined;
  // A broken body under an error status is that error; only a broken body under 2xx hides an answer.
  const brokenBody = code === "PARSE_ERROR" && status !== undefined && status >= 300;
  const reason = (brokenBody ? undefined : known) ?? reasonOfStatus(status);
  const retryable =
    reason === "throttled" || reason === "timeout" || (reason === "failed" && status !== undefined && status >= 500);
  const retryAfterMs = retryAfterOf(error);
  return {
    ...facts(
      reason,
      code ?? (status === undefined ? "NoStatus" : `HTTP ${status}`),
      reason === "denied" && code !== undefined && notAuthorized.test(code)
        ? missingPermission(error, status)
        : messageOf(error, status),
      retryable,
    ),
    ...(retryAfterMs === undefined ? {} : { retryAfterMs }),
  };
}

function reasonOfStatus(status: number | undefined): GapReason {
  // Without a status the SDK could not make sense of a 200: no items, a next link that is no text.
  if (status === undefined || (status >= 200 && status < 300)) return "malformed";
  if (status === 401 || status === 403) return "denied";
  if (status === 429) return "throttled";
  if (status === 408 || status === 504) return "timeout";
  return "failed";
}

/** The SDK's own words for a failed page name only the status, and those for a broken body quote the body: neither is kept. */
function messageOf(error: unknown, status: number | undefined): string {
  const message = textOf(error, "message") ?? "";
  const own = status === undefined ? "the answer could not be read" : `HTTP ${status}`;
  if (status === undefined || status < 300 || /^Pagination failed|parsing the response body/.test(message)) return own;
  return scrub(`${own}: ${message}`);
}

/** Who asked and the scope are left out: the gap names the resource, and the action is what has to be granted. */
function missingPermission(error: unknown, status: number | undefined): string {
  const action = missingActionOf(error, textOf(error, "message") ?? "");
  const said = action === undefined ? "not authorized" : `not authorized to perform: ${action}`;
  return status === undefined ? said : `HTTP ${status}: ${said}`;
}

/** Sign-in errors quote correlation ids, times and client ids; the service's own numbered code says what is wrong. */
function describeCredentialError(error: unknown, name: string): ErrorFacts {
  const codes = [...new Set((textOf(error, "message") ?? "").match(/AADSTS\d+/g) ?? [])].sort();
  return facts("denied", name, codes.length > 0 ? `sign-in refused: ${codes.join(", ")}` : "no token was given", false);
}

function facts(reason: GapReason, code: string, message: string, retryable: boolean): ErrorFacts {
  return { reason, code: code.replaceAll(/[^\w. -]/g, "").slice(0, 80), message, retryable };
}

function textOf(error: unknown, key: "name" | "code" | "message"): string | undefined {
  const value: unknown = typeof error === "object" && error !== null ? Reflect.get(error, key) : undefined;
  return typeof value === "string" ? value : undefined;
}

function numberOf(error: unknown, key: "statusCode"): number | undefined {
  const value: unknown = typeof error === "object" && error !== null ? Reflect.get(error, key) : undefined;
  return typeof value === "number" ? value : undefined;
}
