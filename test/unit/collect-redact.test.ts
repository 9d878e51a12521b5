import { describe, expect, test } from "vitest";
import { cut, redact } from "../../src/collect/redact.ts";
import { cleanGap, toGap } from "../../src/collect/to-gap.ts";
import { cpuTime } from "../support/cpu-time.ts";

describe("redacting", () => {
  test.each([
    ["an AWS key id", "The key AKIAIOSFODNN7EXAMPLE is unknown", "AKIAIOSFODNN7"],
    ["a temporary AWS key id", "ASIAQWERTYUIOPASDFGH expired", "ASIAQWERTY"],
    ["an Alibaba key id", "InvalidAccessKeyId LTAI5tQbXyZ9aBcDeFgHiJkL", "LTAI5t"],
    ["an Alibaba STS id", "STS.NUgYrLnoC37mZZCNnAbez expired", "NUgYrLno"],
    ["a signed query", "GET https://b.example/k?X-Amz-Signature=abc123&X-Amz-Credential=AK failed", "abc123"],
    ["a signature header", "X-Amz-Security-Token: FwoGZXIvYXdz", "FwoGZXIvYXdz"],
    ["a SAS", "https://a.blob.example/c?sv=2024&sig=AbC%2B12%3D", "AbC"],
    ["a bare SAS signature", "sv=2024-01-01 and sig=AbCdEf0123", "AbCdEf0123"],
    ["an account key", "DefaultEndpointsProtocol=https;AccountKey=Eby8vdM02xNOcqFl", "Eby8vdM"],
    ["a bearer token", "Authorization: Bearer abc.def.ghi", "abc.def"],
    ["a JWT", "token eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.c2ln was refused", "eyJhbGci"],
    ["a string to sign", "does not match. server string to sign is:GET&%2F&AccessKeyId%3DLTAIabc", "GET&"],
    ["a canonical string", "The canonical string for this request should have been 'POST /x'", "POST"],
    ["an encoded message", "Encoded authorization failure message: 4wYhXq-9_aZ", "4wYhXq"],
    ["a password in a URL", "connect http://me:secret1@proxy:80 failed", "secret1"],
    ["a secret access key", "key wJalrXUtnFEMIK7MDENGbPxRfiCYEXAMPLEKEY12 wrong", "wJalrXUtn"],
    ["a named secret", 'aws_secret_access_key = "abcd/efgh"', "abcd"],
    ["an encoded signature", "Signature%3DqWeRtY", "qWeRtY"],
    ["a PEM block", "-----BEGIN PRIVATE KEY-----\nMIIE", "MIIE"],
    ["a request id", "RequestId: 4C467B38-3910-447D-87BC-AC049166F216", "4C467B38"],
    ["a short request id", "(Request ID: Z5B4C8QK2T; Proxy: null)", "Z5B4C8QK2T"],
    ["a host id", "HostId=eftixk72aD6Ap51TnqcoF8", "eftixk72"],
    ["an ISO time", "expired at 2026-11-22T08:15:58.123Z", "08:15"],
    ["a basic time", "20261122T081558Z is too old", "081558"],
    ["an HTTP date", "Date Sun, 22 Nov 2026 08:15:58 GMT", "08:15"],
  ])("takes out %s", (_what, text, secret) => {
    expect(text).toContain(secret);
    expect(redact(text)).not.toContain(secret);
  });

  test.each([
    ['{"password": hunter2}', "hunter2"],
    ["hunter2 and more", "hunter2"],
    [`{"name": "${"x".repeat(60)}", "password": hunter2, "more": "${"y".repeat(60)}"}`, "hunter2"],
    ['{"a": "b"} "hunter2"', "hunter2"],
  ])("takes out what the JSON parser quotes of %j", (document, secret) => {
    const error = thrownBy(() => JSON.parse(document));
    expect(redact(`SyntaxError: ${error.message}`)).not.toContain(secret);
    expect(redact(`SyntaxError: ${error.message}`)).toContain("JSON");
  });

  test.each([
    "User: arn:aws:iam::111122223333:user/audit is not authorized to perform: s3:GetBucketTagging",
    "The bucket crm-export-with-a-rather-long-name-for-2026 does not exist",
    "getaddrinfo ENOTFOUND ec2.cn-north-1.amazonaws.com.cn",
    "snap-0123456789abcdef0 is not found",
  ])("leaves a plain message alone: %s", (text) => {
    expect(redact(text)).toBe(text);
  });

  test("is the same when done twice", () => {
    const text = "AKIAIOSFODNN7EXAMPLE at 2026-11-22T08:15:58Z, RequestId: abc-1, sig=xyz";
    expect(redact(redact(text))).toBe(redact(text));
  });

  test("puts the text on one line, without control or direction marks", () => {
    expect(redact("a\r\n\tb\u001b[31m c\u202e d\u0000")).toBe("a b [31m c d");
  });

  test("stays quick on hostile input", () => {
    const started = cpuTime();
    for (const piece of ["a", "A1a", "https://", "eyJ", "request-", "secret", "-", "=", "X-Amz-", "2026-11-22T"]) {
      redact(piece.repeat(20_000));
    }
    expect(cpuTime() - started).toBeLessThan(2_000);
  });
});

describe("a gap's detail", () => {
  const asking = {
    scope: { provider: "cloud", partition: "p", account: "1" },
    type: "t",
    region: null,
    operation: "List",
    resource: null,
  };

  test("keeps the error's code and the words after it", () => {
    const facts = { reason: "denied", code: "ExpiredToken", retryable: false } as const;
    expect(toGap(asking, { ...facts, message: "The provided token has expired" }).detail).toBe(
      "ExpiredToken: The provided token has expired",
    );
    expect(toGap(asking, { ...facts, message: "" }).detail).toBe("ExpiredToken");
  });

  test("is scrubbed and cut, also in a gap that a collector states itself", () => {
    const gap = toGap(asking, {
      reason: "failed",
      code: "X",
      message: "AKIAIOSFODNN7EXAMPLE ".repeat(40),
      retryable: false,
    });
    expect(gap.detail).not.toContain("AKIA");
    expect(gap.detail.length).toBeLessThanOrEqual(300);
    expect(cleanGap({ ...gap, detail: "X: sig=abc" }).detail).toBe("X: sig=<removed>");
  });
});

describe("cutting", () => {
  test("keeps short texts and never splits a character", () => {
    expect(cut("short", 10)).toBe("short");
    expect(cut("𠮷𠮷𠮷", 4)).toBe("𠮷…");
    expect(cut("x".repeat(400), 300)).toHaveLength(300);
  });
});

function thrownBy(act: () => unknown): Error {
  try {
    act();
  } catch (error) {
    if (error instanceof Error) return error;
  }
  throw new Error("nothing was thrown");
}
