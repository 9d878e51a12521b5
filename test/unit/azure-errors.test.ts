import { describe, expect, test } from "vitest";
import { describeError, ForeignLinkError, MalformedAnswerError } from "../../providers/azure/errors.ts";
import { scrub } from "../../providers/azure/scrub.ts";

interface Answer {
  readonly status?: number;
  readonly code?: string;
  readonly message?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

function restError({ status, code, message = "said", headers = {} }: Answer): Error {
  const response = { headers: { get: (name: string) => headers[name.toLowerCase()] } };
  return Object.assign(new Error(message), { name: "RestError", statusCode: status, code, response });
}

describe("an error of Resource Manager", () => {
  test.each([
    [{ status: 403, code: "AuthorizationFailed" }, "denied", false],
    [{ status: 401, code: "ExpiredAuthenticationToken" }, "denied", false],
    [{ status: 403 }, "denied", false],
    [{ status: 404, code: "SubscriptionNotFound" }, "denied", false],
    [{ status: 409, code: "MissingSubscriptionRegistration" }, "not-enabled", false],
    [{ status: 400, code: "SubscriptionNotRegistered" }, "not-enabled", false],
    [{ status: 404, code: "InvalidResourceNamespace" }, "not-enabled", false],
    // Also what a version that the cloud has not got yet is answered with.
    [{ status: 400, code: "NoRegisteredProviderFound" }, "unsupported", false],
    [{ status: 404, code: "InvalidResourceType" }, "unsupported", false],
    [{ status: 400, code: "FeatureNotSupportedForAccount" }, "unsupported", false],
    [{ status: 429, code: "TooManyRequests" }, "throttled", true],
    [{ status: 429 }, "throttled", true],
    [{ status: 504 }, "timeout", true],
    [{ status: 503, code: "ServerBusy" }, "throttled", true],
    [{ status: 400, code: "BadRequest" }, "failed", false],
    [{ status: 302 }, "failed", false],
    [{ status: 200, code: "PARSE_ERROR" }, "malformed", false],
    [{ status: 502, code: "PARSE_ERROR" }, "failed", true],
    [{ message: "Couldn't paginate response" }, "malformed", false],
    [{ code: "ECONNRESET" }, "failed", true],
    [{ code: "ENOTFOUND" }, "failed", false],
    [{ code: "ETIMEDOUT" }, "timeout", true],
    [{ code: "SELF_SIGNED_CERT_IN_CHAIN" }, "failed", false],
  ] as const)("%o means %s", (answer, reason, retryable) => {
    expect(describeError(restError(answer))).toMatchObject({ reason, retryable });
  });

  test.each([
    [
      "authorization to perform action 'Microsoft.Compute/disks/read'",
      "not authorized to perform: Microsoft.Compute/disks/read",
    ],
    [
      "permission to perform action(s) 'Microsoft.Compute/disks/read'",
      "not authorized to perform: Microsoft.Compute/disks/read",
    ],
    ["authorization", "not authorized"],
    ["authorization to perform action 'evil <script>'", "not authorized"],
  ])("of a permission that is missing (%s) names the action, and neither who asked nor what for", (words, said) => {
    const message = `The client 'auditor@haitang.example' with object id '7d1c0f3e-2222-4222-8222-222222222222' does not have ${words} over scope '/subscriptions/33333333-3333-4333-8333-333333333333/resourceGroups/secret-plans' or the scope is invalid. If access was recently granted, please refresh your credentials.`;
    expect(describeError(restError({ status: 403, code: "AuthorizationFailed", message })).message).toBe(
      `HTTP 403: ${said}`,
    );
  });

  test("does not trust a code that is a word of every object", () => {
    expect(describeError(restError({ status: 400, code: "constructor" }))).toMatchObject({ reason: "failed" });
  });

  test("says how to trust a private CA", () => {
    expect(describeError(restError({ code: "UNABLE_TO_VERIFY_LEAF_SIGNATURE" })).message).toContain(
      "NODE_EXTRA_CA_CERTS",
    );
  });

  test("never quotes a broken body", () => {
    const message = `Error "SyntaxError" occurred while parsing the response body - {"key":"hunter2`;
    expect(describeError(restError({ status: 200, code: "PARSE_ERROR", message })).message).not.toContain("hunter2");
    expect(describeError(restError({ status: 500, code: "PARSE_ERROR", message })).message).not.toContain("hunter2");
  });

  test.each([
    [{ "retry-after": "17" }, 17_000],
    [{ "retry-after-ms": "250", "retry-after": "17" }, 250],
    [{ "x-ms-retry-after-ms": "40" }, 40],
    [{ "x-ms-user-quota-resets-after": "00:01:05" }, 65_000],
    [{ "retry-after": "soon" }, undefined],
    [{}, undefined],
  ])("asks to wait by %o", (headers, milliseconds) => {
    expect(describeError(restError({ status: 429, headers })).retryAfterMs).toBe(milliseconds);
  });

  test("asks to wait until a date", () => {
    const date = new Date(Date.now() + 30_000).toUTCString();
    const { retryAfterMs } = describeError(restError({ status: 429, headers: { "retry-after": date } }));
    expect(retryAfterMs).toBeGreaterThan(25_000);
    expect(retryAfterMs).toBeLessThanOrEqual(30_000);
  });
});

describe("another error", () => {
  test("of our own making is malformed", () => {
    expect(describeError(new ForeignLinkError("evil.example"))).toMatchObject({
      reason: "malformed",
      code: "ForeignLink",
    });
    expect(describeError(new MalformedAnswerError("html"))).toMatchObject({ reason: "malformed" });
  });

  test("of an aborted request is a timeout", () => {
    expect(describeError(Object.assign(new Error("x"), { name: "AbortError" }))).toMatchObject({ reason: "timeout" });
  });

  test("of signing in keeps the service's numbered code and nothing of the rest", () => {
    const message =
      "invalid_client: AADSTS7000215: Invalid client secret provided for app 'c0ffee'. Trace ID: 1-2 Timestamp: 2026-11-22 08:00:00Z";
    const found = describeError(Object.assign(new Error(message), { name: "AuthenticationError", statusCode: 401 }));
    expect(found).toMatchObject({ reason: "denied", message: "sign-in refused: AADSTS7000215" });
  });

  test.each([undefined, null, "text", 7, {}])("%o is described all the same", (error) => {
    expect(describeError(error)).toMatchObject({ reason: "failed" });
  });
});

describe("scrubbing", () => {
  test("takes signed URLs, tokens, people, ids and times away", () => {
    const text = [
      "see https://s.blob.core.windows.net/c/b?sv=2024-01-01&sig=abc%3D",
      "sig=zzz",
      "eyJhbGciOi.eyJzdWIi.c2lnbmF0dXJl",
      "person@haitang.example",
      "7d1c0f3e-2222-4222-8222-222222222222",
      "2026-11-22T08:00:00.123Z",
      "A".repeat(60),
    ].join(" ");
    expect(scrub(text)).toBe(
      "see https://s.blob.core.windows.net/c/b <removed> <token> <account> <id> <time> <removed>",
    );
  });

  test("keeps to one line of at most 300 characters, without hidden characters", () => {
    const clean = scrub(`a\u202eb\n\tc ${"word ".repeat(200)}`);
    expect(clean).toHaveLength(300);
    expect(clean.startsWith("a b c word")).toBe(true);
  });
});
