import { describe, expect, test } from "vitest";
import { dds, kvstore, polardb, rds } from "../../providers/alibaba/databases.ts";
import { AlibabaError, describeError } from "../../providers/alibaba/errors.ts";
import { orNotOffered, type PublishedProduct } from "../../providers/alibaba/published-regions.ts";

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
    ["in a region with a published endpoint for a VPC only", { product: "cr", region: "cn-chengdu", ownHost: true }],
    ["in a region that no metadata knows", { ...nanjing, region: "cn-nowhere-9" }],
    ["of a product whose endpoints are not known", { ...nanjing, product: undefined }],
    ["that somebody configured", { ...nanjing, ownHost: false }],
  ] as const)("%s stays a failure", (_what, asked) => {
    expect(describeError(orNotOffered(noHost, asked))).toMatchObject({ reason: "failed", code: "ENOTFOUND" });
  });
});

test.each(["EAI_AGAIN", "ECONNREFUSED", "Timeout"])("%s says nothing of whether a product is offered", (code) => {
  const error = new AlibabaError({ code, message: "the connection failed" });
  expect(orNotOffered(error, nanjing)).toBe(error);
});

/** Each product with a region it is not sold in, and the regions of its customers where a missing host is an alarm. */
test.each<readonly [PublishedProduct, string]>([
  ["actiontrail", "cn-fuzhou"],
  ["cr", "rus-west-1"],
  ["dds", "eu-west-2"],
  ["dts", "na-south-1"],
  ["fc", "me-east-1"],
  ["hbr", "ap-southeast-8"],
  ["kms", "us-southeast-1"],
  ["kvstore", "ap-southeast-8"],
  ["log", "na-south-1"],
  ["nas", "cn-wuhan-lr"],
  ["polardb", "us-southeast-1"],
  ["rds", "us-southeast-1"],
])("%s is not taken to be missing anywhere but where nobody publishes it", (product, region) => {
  expect(orNotOffered(noHost, { product, region, ownHost: true }).code).toBe("RegionNotOffered");
  for (const sold of ["cn-hangzhou", "cn-shanghai", "cn-beijing", "cn-shenzhen", "cn-hongkong", "ap-southeast-1"]) {
    expect(orNotOffered(noHost, { product, region: sold, ownHost: true })).toBe(noHost);
  }
});

test("RDS in Bangkok and Seoul stays a failure, though its endpoint maps leave them out", () => {
  for (const region of ["ap-southeast-7", "ap-northeast-2"]) {
    expect(orNotOffered(noHost, { product: "rds", region, ownHost: true })).toBe(noHost);
  }
});

test("a region is asked at its own host where it has one", () => {
  expect(polardb.host("cn-hongkong")).toBe("polardb.cn-hongkong.aliyuncs.com");
  expect(dds.host("cn-shenzhen")).toBe("mongodb.cn-shenzhen.aliyuncs.com");
  expect(kvstore.host("cn-guangzhou")).toBe("r-kvstore.cn-guangzhou.aliyuncs.com");
  expect(rds.host("cn-hongkong")).toBe("rds.aliyuncs.com");
  expect(rds.host("eu-central-1")).toBe("rds.eu-central-1.aliyuncs.com");
});
