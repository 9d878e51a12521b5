import { describe, expect, test } from "vitest";
import { type Acs3ToSign, acs3Authorization } from "../../providers/alibaba/acs3-sign.ts";

const keys = { accessKeyId: "YourAccessKeyId", accessKeySecret: "YourAccessKeySecret" };

/** The fixed parameters and their signature of "V3 request structure and signature" (help.aliyun.com, 2026-08-28). */
const sample: Acs3ToSign = {
  method: "POST",
  path: "/",
  query: [
    ["RegionId", "cn-shanghai"],
    ["ImageId", "win2019_1809_x64_dtc_zh-cn_40G_alibase_20230811.vhd"],
  ],
  headers: {
    host: "ecs.cn-shanghai.aliyuncs.com",
    "x-acs-action": "RunInstances",
    "x-acs-content-sha256": "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
    "x-acs-date": "2023-10-26T10:22:32Z",
    "x-acs-signature-nonce": "3156853299f313e23d1673dc12e1703d",
    "x-acs-version": "2014-05-26",
  },
};

describe("signature method V3", () => {
  test("gives what the documentation gives", () => {
    expect(acs3Authorization(sample, keys)).toBe(
      "ACS3-HMAC-SHA256 Credential=YourAccessKeyId,SignedHeaders=host;x-acs-action;x-acs-content-sha256;x-acs-date;x-acs-signature-nonce;x-acs-version,Signature=06563a9e1b43f5dfe96b81484da74bceab24a1d853912eee15083a6f0f3283c0",
    );
  });

  test.each([
    ["path", { path: "/2023-03-30/functions" }],
    ["query", { query: [["limit", "100"]] }],
    ["host", { headers: { ...sample.headers, host: "ecs.cn-hongkong.aliyuncs.com" } }],
    ["security token", { headers: { ...sample.headers, "x-acs-security-token": "token" } }],
  ] as const)("differs for another %s", (_what, change) => {
    expect(acs3Authorization({ ...sample, ...change }, keys)).not.toBe(acs3Authorization(sample, keys));
  });

  test("does not depend on the order of parameters and headers", () => {
    const headers = Object.fromEntries(Object.entries(sample.headers).toReversed());
    const query = sample.query.toReversed();
    expect(acs3Authorization({ ...sample, headers, query }, keys)).toBe(acs3Authorization(sample, keys));
  });
});
