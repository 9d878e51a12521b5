import { describe, expect, test } from "vitest";
import { encodeOss, type OssToSign, ossAuthorization, ossTimestamp } from "../../providers/alibaba/oss-sign.ts";

/** Signatures that the tests of the official Go SDK expect (aliyun/alibabacloud-oss-go-sdk-v2 1.5.1, signer_test.go). */
const sample: OssToSign = {
  method: "PUT",
  resource: "/bucket/1234+-/123/1.txt",
  query: "%2Bparam1=value3&%2Bparam2=&%7Cparam1=value4&%7Cparam2=&param1=value1&param2=",
  headers: {
    "x-oss-head1": "value",
    abc: "value",
    ZAbc: "value",
    XYZ: "value",
    "content-type": "text/plain",
    "x-oss-content-sha256": "UNSIGNED-PAYLOAD",
    "x-oss-date": "20231216T162057Z",
  },
  region: "cn-hangzhou",
  timestamp: "20231216T162057Z",
};
const keys = { accessKeyId: "ak", accessKeySecret: "sk" };

describe("the OSS V4 signature", () => {
  test("is the one that the official SDK computes", () => {
    expect(ossAuthorization(sample, keys)).toBe(
      "OSS4-HMAC-SHA256 Credential=ak/20231216/cn-hangzhou/oss/aliyun_v4_request,Signature=e21d18daa82167720f9b1047ae7e7f1ce7cb77a31e8203a7d5f4624fa0284afe",
    );
  });

  test("covers the security token of temporary keys", () => {
    const timestamp = "20231217T034736Z";
    const headers = { ...sample.headers, "x-oss-date": timestamp, "x-oss-security-token": "token" };
    expect(ossAuthorization({ ...sample, headers, timestamp }, keys)).toBe(
      "OSS4-HMAC-SHA256 Credential=ak/20231217/cn-hangzhou/oss/aliyun_v4_request,Signature=b94a3f999cf85bcdc00d332fbd3734ba03e48382c36fa4d5af5df817395bd9ea",
    );
  });

  test.each([
    ["resource", { resource: "/other/" }],
    ["query", { query: "replication" }],
    ["region", { region: "cn-hongkong" }],
    ["method", { method: "GET" }],
  ])("differs for another %s", (_what, change) => {
    expect(ossAuthorization({ ...sample, ...change }, keys)).not.toBe(ossAuthorization(sample, keys));
  });

  test("does not depend on the order of parameters or on headers that are not signed", () => {
    const query = sample.query.split("&").toReversed().join("&");
    const headers = { ...sample.headers, accept: "*/*" };
    expect(ossAuthorization({ ...sample, query, headers }, keys)).toBe(ossAuthorization(sample, keys));
  });
});

test("times are written without separators and fractions", () => {
  expect(ossTimestamp(new Date(1_702_743_657_123))).toBe("20231216T162057Z");
});

test("everything but unreserved characters is percent-encoded", () => {
  expect(encodeOss("a-b_c.d~e!'()* f/中")).toBe("a-b_c.d~e%21%27%28%29%2A%20f%2F%E4%B8%AD");
});
