import { createHash } from "node:crypto";
import { describe, expect, test } from "vitest";
import { emptySha256, type SlsToSign, slsAuthorization } from "../../providers/alibaba/sls-sign.ts";

const keys = { accessKeyId: "acsddda21dsd", accessKeySecret: "zxasdasdasw2" };

/** Signatures that the tests of the official Go SDK expect (aliyun/aliyun-log-go-sdk, signature_v4_test.go, 2026-08-06). */
function sample(body: string): SlsToSign {
  return {
    method: "POST",
    path: "/logstores",
    query: [
      [" abc", "efg"],
      [" agc ", ""],
      ["", "efg"],
      ["A-bc", "eFg"],
    ],
    headers: {
      hello: "world",
      "hello-Text": "a12X- ",
      " Ko ": "",
      "x-log-test": "het123",
      "x-acs-ppp": "dds",
      "x-log-date": "20220808T032330Z",
      "x-log-content-sha256": createHash("sha256").update(body).digest("hex"),
    },
    region: "cn-hangzhou",
  };
}

function expected(region: string, signature: string): string {
  return `SLS4-HMAC-SHA256 Credential=acsddda21dsd/20220808/${region}/sls/aliyun_v4_request,Signature=${signature}`;
}

const content = "adasd= -asd zcas";

describe("the signature of Simple Log Service", () => {
  test("is the one that the official SDK computes", () => {
    expect(slsAuthorization(sample(content), keys)).toBe(
      expected("cn-hangzhou", "a98f5632e93836e63839cd836a54055f480020a9364ca944e2d34f2eb9bf1bed"),
    );
  });

  test("is the SDK's in another region, without query and other headers", () => {
    const { "x-log-date": date = "", "x-log-content-sha256": sha = "" } = sample(content).headers;
    const headers = { "x-log-date": date, "x-log-content-sha256": sha };
    expect(slsAuthorization({ ...sample(content), headers, query: [], region: "cn-shanghai" }, keys)).toBe(
      expected("cn-shanghai", "8a10a5e723cb2e75964816de660b2c16a58af8bc0261f7f0722d832468c76ce8"),
    );
  });

  test("is the SDK's for a GET without a body", () => {
    expect(slsAuthorization({ ...sample(""), method: "GET" }, keys)).toBe(
      expected("cn-hangzhou", "d92741852500791d662a8d469ff61627c0559ecd86c3f59b7bf6772b6c62666a"),
    );
  });

  test("is the SDK's for a path and values with signs", () => {
    const query = [
      ...sample(content).query,
      ["abs-ij*asd/vc", "a~js+d ada"],
      ["a abAas123/vc", "a~jdad a2ADFs+d ada"],
    ] as const;
    expect(slsAuthorization({ ...sample(content), path: "/logstores/hello/a+*~bb/cc", query }, keys)).toBe(
      expected("cn-hangzhou", "2c204068e961a8813a6bcf7ac422f7fa6e9bf9a5da493e0165dfe100854d18ff"),
    );
  });

  test("covers the host and the security token", () => {
    const plain = slsAuthorization(sample(content), keys);
    for (const header of ["host", "x-acs-security-token", "content-type"]) {
      const headers = { ...sample(content).headers, [header]: "anything" };
      expect(slsAuthorization({ ...sample(content), headers }, keys), header).not.toBe(plain);
    }
  });
});

test("an empty body has the digest of nothing", () => {
  expect(emptySha256).toBe("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
});
