import { expect, test } from "vitest";
import { MalformedAnswer, RegionNotEnabled } from "../../providers/aws/answer.ts";
import { describeError } from "../../providers/aws/errors.ts";

function sdkError(name: string, status: number, message = "no", headers: Record<string, string> = {}): Error {
  const error = new Error(message);
  error.name = name;
  Object.assign(error, { $metadata: { httpStatusCode: status, requestId: "r-1" } });
  Object.defineProperty(error, "$response", { value: { headers }, enumerable: false });
  return error;
}

test.each([
  ["AccessDenied", 403, "denied", false],
  ["UnauthorizedOperation", 403, "denied", false],
  ["AccessDeniedException", 400, "denied", false],
  ["ExpiredToken", 400, "denied", false],
  ["AuthFailure", 401, "denied", false],
  ["OptInRequired", 403, "not-enabled", false],
  ["SlowDown", 503, "throttled", true],
  ["RequestLimitExceeded", 503, "throttled", true],
  ["ThrottlingException", 400, "throttled", true],
  ["Throttling", 400, "throttled", true],
  ["InternalError", 500, "failed", true],
  ["ServiceUnavailable", 503, "failed", true],
  ["InvalidAction", 400, "unsupported", false],
  ["NoSuchBucket", 404, "failed", false],
  ["RequestTimeout", 400, "timeout", true],
] as const)("%s (%i) is %s", (code, status, reason, retryable) => {
  expect(describeError(sdkError(code, status))).toMatchObject({ code, reason, retryable });
});

test("an answer without a code speaks by its status", () => {
  expect(describeError(sdkError("Unknown", 403))).toMatchObject({ code: "Http403", reason: "denied" });
  expect(describeError(sdkError("UnknownError", 502))).toMatchObject({
    code: "Http502",
    reason: "failed",
    retryable: true,
  });
  expect(describeError(sdkError("Unknown", 429))).toMatchObject({ reason: "throttled" });
});

test("Retry-After is handed on in milliseconds, and only where it is a number of seconds", () => {
  expect(describeError(sdkError("SlowDown", 503, "", { "retry-after": "7" })).retryAfterMs).toBe(7000);
  expect(describeError(sdkError("SlowDown", 503, "", { "retry-after": "soon" }))).not.toHaveProperty("retryAfterMs");
});

test("the system's errors keep their codes", () => {
  const reset = Object.assign(new Error("read ECONNRESET"), { code: "ECONNRESET" });
  expect(describeError(reset)).toMatchObject({ code: "ECONNRESET", reason: "failed", retryable: true });
  const refused = Object.assign(new Error("connect ECONNREFUSED"), { code: "ECONNREFUSED" });
  expect(describeError(refused)).toMatchObject({ reason: "failed", retryable: false });
  // The last is the caller's own deadline, which connecting hands over like any other error.
  for (const name of ["AbortError", "TimeoutError", "DeadlineError"]) {
    expect(describeError(Object.assign(new Error("no answer"), { name }))).toMatchObject({ reason: "timeout" });
  }
});

test("our own errors are read", () => {
  expect(describeError(new MalformedAnswer("the answer is empty", 200))).toMatchObject({
    reason: "malformed",
    retryable: false,
  });
  expect(describeError(new MalformedAnswer("the answer is an HTML page", 502))).toMatchObject({
    reason: "malformed",
    retryable: true,
  });
  expect(describeError(new RegionNotEnabled("eu-west-1", null))).toMatchObject({ reason: "not-enabled" });
  expect(describeError("a string")).toMatchObject({ reason: "failed", message: "a string" });
  expect(describeError(undefined)).toMatchObject({ reason: "failed" });
});

test("no credential, signature, signed URL, principal, request id or time survives in a message", () => {
  const secrets = [
    "AKIAIOSFODNN7EXAMPLE",
    "wJalrXUtnFEMI",
    "arn:aws:iam::111122223333:user/li.lei",
    "7a62c49f-347e-4fc4-9331-6e8e0c1f2a3b",
    "20260101T010203Z",
    "c2lnbmF0dXJl",
  ];
  const message = `User: ${secrets[2]} key ${secrets[0]} at ${secrets[4]} RequestId: ${secrets[3]}
    https://b.s3.amazonaws.com/k?X-Amz-Signature=${secrets[5]}&X-Amz-Credential=${secrets[0]} SecretKey X-Amz-Security-Token=${secrets[1]}`;
  const described = describeError(sdkError("AccessDenied", 403, message));
  for (const secret of secrets) expect(described.message).not.toContain(secret);
  expect(described.message.length).toBeLessThanOrEqual(300);
  expect(described.message).not.toContain("\n");
});

test("an encoded authorization message and a quoted signed request are left out", () => {
  const encoded = describeError(
    sdkError("UnauthorizedOperation", 403, "You are not authorized. Encoded authorization failure message: abcDEF123"),
  );
  expect(encoded.message).toBe("You are not authorized.");
  const mismatch = describeError(
    sdkError(
      "SignatureDoesNotMatch",
      403,
      "The request signature we calculated does not match the signature you provided. The Canonical String was GET\n/",
    ),
  );
  expect(mismatch.message).toBe("The request signature we calculated does not match");
});

test("a long message is cut and the same failure gives the same words", () => {
  const long = sdkError("Odd", 400, "word ".repeat(200));
  expect(describeError(long).message).toHaveLength(300);
  expect(describeError(long)).toEqual(describeError(long));
});
