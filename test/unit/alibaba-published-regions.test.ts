import { describe, expect, test } from "vitest";
import { AlibabaError, describeError } from "../../providers/alibaba/errors.ts";
import { orNotOffered } from "../../providers/alibaba/published-regions.ts";

const noHost = new AlibabaError({ code: "ENOTFOUND", message: "the connection failed" });
const nanjing = { product: "fc", region: "cn-nanjing", ownHost: true } as const;

describe("a host that does not exist", () => {
  test("in a region without a published endpoint means that the product is not offered there", () => {
    expect(describeError(orNotOffered(noHost, nanjing))).toEqual({
      reason: "not-enabled",
      code: "RegionNotOffered",
      message: "the product has no endpoint in this region",
      retryable: false,
    });
  });

  test.each([
    ["in a region with a published endpoint", { ...nanjing, region: "cn-hangzhou" }],
    ["of a product whose endpoints are not known", { ...nanjing, product: undefined }],
    ["that somebody configured", { ...nanjing, ownHost: false }],
  ])("%s stays a failure", (_what, asked) => {
    expect(describeError(orNotOffered(noHost, asked))).toMatchObject({ reason: "failed", code: "ENOTFOUND" });
  });
});

test.each(["EAI_AGAIN", "ECONNREFUSED", "Timeout"])("%s says nothing of whether a product is offered", (code) => {
  const error = new AlibabaError({ code, message: "the connection failed" });
  expect(orNotOffered(error, nanjing)).toBe(error);
});
