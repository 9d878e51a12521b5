import { describe, expect, test } from "vitest";
import { z } from "zod";
import { AlibabaError, describeError, fromTransport, refusesCredentials } from "../../providers/alibaba/errors.ts";
import { scrub } from "../../providers/alibaba/scrub.ts";
import { JingneiError } from "../../src/model/index.ts";

function reasonOf(code: string, status?: number) {
  const { reason, retryable } = describeError(new AlibabaError({ code, message: "…", status }));
  return `${reason}${retryable ? ", again" : ""}`;
}

describe("an error code", () => {
  test.each([
    ["Throttling", "throttled, again"],
    ["Throttling.User", "throttled, again"],
    ["Throttling.Api", "throttled, again"],
    ["ServiceUnavailable", "throttled, again"],
    ["ServerBusy", "throttled, again"],
    ["ReadQuotaExceed", "throttled, again"],
    ["SignatureNotMatch", "denied"],
    ["Forbidden", "denied"],
    ["Forbidden.RAM", "denied"],
    ["NoPermission", "denied"],
    ["AccessDenied", "denied"],
    ["InvalidAccessKeyId.NotFound", "denied"],
    ["SignatureDoesNotMatch", "denied"],
    ["EntityNotExist.Role", "denied"],
    ["ServiceNotOpen", "not-enabled"],
    ["Forbidden.ServiceNotOpened", "not-enabled"],
    ["InvalidAction.NotFound", "unsupported"],
    ["InternalError", "failed, again"],
    ["ECONNRESET", "failed, again"],
    ["ENOTFOUND", "failed"],
    ["ETIMEDOUT", "timeout, again"],
    ["UnexpectedAnswer", "malformed"],
    ["NotXml", "malformed, again"],
    ["NoSuchBucket", "failed"],
  ])("%s is read as %s", (code, reason) => {
    expect(reasonOf(code)).toBe(reason);
  });

  test("that may as well mean a wrong endpoint does not count as not enabled", () => {
    expect(reasonOf("InvalidRegionId.NotFound", 404)).toBe("failed");
  });

  test.each([
    [429, "throttled, again"],
    [503, "throttled, again"],
    [403, "denied"],
    [502, "failed, again"],
    [400, "failed"],
  ])("that is not known is read by its status %i", (status, reason) => {
    expect(reasonOf("SomethingNew", status)).toBe(reason);
  });

  test("that refuses the key is told from one that refuses the action", () => {
    expect(refusesCredentials(new AlibabaError({ code: "InvalidAccessKeyId.NotFound", message: "" }))).toBe(true);
    expect(refusesCredentials(new AlibabaError({ code: "Forbidden.RAM", message: "" }))).toBe(false);
  });
});

describe("an error of another kind", () => {
  test("of a schema names the fields and never their content", () => {
    const error = z.object({ Disks: z.string() }).safeParse({ Disks: 31_415_926 }).error;
    expect(describeError(error)).toEqual({
      reason: "malformed",
      code: "UnexpectedAnswer",
      message: "not as documented: Disks",
      retryable: false,
    });
  });

  test("of the JSON parser, which carries the whole body, says nothing of it", () => {
    const thrown = { name: "SyntaxError", message: "Unexpected '<'", at: 1, text: "<html>LTAI5tSecretSecret</html>" };
    expect(describeError(thrown)).toEqual({
      reason: "malformed",
      code: "NotJson",
      message: "the answer is not JSON",
      retryable: true,
    });
  });

  test("of the connection keeps the system's code and drops address and headers", () => {
    const error = Object.assign(new Error("connect ECONNREFUSED 10.0.0.1:443 POST https://ecs…"), {
      code: "ECONNREFUSED",
    });
    expect(describeError(error)).toMatchObject({ code: "ECONNREFUSED", message: "the connection failed" });
    expect(describeError(new TypeError("fetch failed", { cause: error })).code).toBe("ECONNREFUSED");
  });

  test.each(["TimeoutError", "AbortError", "RequestTimeoutError", "DeadlineError"])("named %s is a timeout", (name) => {
    expect(describeError(Object.assign(new Error("…"), { name })).reason).toBe("timeout");
  });

  test("keeps our own words", () => {
    expect(describeError(new JingneiError("config", "no such region", "…"))).toMatchObject({
      message: "no such region",
    });
  });

  test("that is not even an error is a failure", () => {
    expect(describeError("boom").reason).toBe("failed");
    expect(fromTransport(undefined).code).toBe("Unknown");
  });
});

describe("a message", () => {
  const token = "CAIS+tok/en==";

  test("loses credentials in every spelling", () => {
    const request = `AccessKeyId%3DLTAI5tabcdefgh%26SecurityToken%3D${encodeURIComponent(encodeURIComponent(token))}`;
    const text = scrub(`no: ${request} ${encodeURIComponent(token)} and s3cret`, [token, "s3cret"]);
    for (const secret of ["LTAI", "s3cret", token, encodeURIComponent(token)]) expect(text).not.toContain(secret);
  });

  test("ends where the cloud repeats the request", () => {
    const message = "Specified signature is not matched. server string to sign is:POST&%2F&AccessKeyId%3DLTAI5tabc";
    expect(scrub(message)).toBe("Specified signature is not matched. server string to sign removed");
  });

  test("is the same for two requests", () => {
    const one =
      "failed at 2026-11-22T08:00:00Z, RequestId: 473469C7-AA6F-4DC5-B3DB-A3DC0DE3C83E, see https://a.example/x?y=1";
    const two =
      "failed at 2026-11-23T09:30:11.5Z, RequestId: 66189103-EDB2-43E2-BB60-BFF2B62F4EB8, see https://b.example/";
    expect(scrub(one)).toBe(scrub(two));
  });

  test("is at most 300 characters long and holds no control characters", () => {
    expect(scrub("x".repeat(5_000))).toHaveLength(300);
    expect(scrub("red\u001b[31m\nline\u0000")).toBe("red [31m line");
  });
});
