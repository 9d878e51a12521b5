import { AlibabaError } from "./errors.ts";

export type PublishedProduct = "cr" | "fc" | "hbr" | "kms" | "nas";

const southEast = ["ap-southeast-1", "ap-southeast-3", "ap-southeast-5", "ap-southeast-6", "ap-southeast-7"];
const west = ["eu-central-1", "eu-west-1", "me-east-1", "us-east-1", "us-west-1"];
const finance = ["cn-beijing-finance-1", "cn-hangzhou-finance", "cn-shanghai-finance-1", "cn-shenzhen-finance-1"];
const largeMainland = ["cn-beijing", "cn-hangzhou", "cn-huhehaote", "cn-shanghai", "cn-shenzhen", "cn-zhangjiakou"];
const mainland = [...largeMainland, "cn-chengdu", "cn-guangzhou", "cn-heyuan", "cn-wulanchabu"];
const northEast = ["ap-northeast-1", "ap-northeast-2"];

/**
 * Regions that a product publishes an endpoint for: aliyun/aliyun-openapi-meta, products.json of 2026-04-21; for Cloud Backup
 * "Endpoints" of its API reference (help.aliyun.com, 2026-04). Never a reason not to ask: a region that is missing here is asked
 * like any other, and only when its host does not exist either is the product taken not to be offered there.
 */
const published: Readonly<Record<PublishedProduct, ReadonlySet<string>>> = {
  cr: new Set([
    ...largeMainland,
    ...west,
    ...["ap-northeast-1", "ap-southeast-1", "ap-southeast-3", "ap-southeast-5", "cn-hongkong", "cn-qingdao"],
  ]),
  fc: new Set([
    ...largeMainland,
    ...["ap-northeast-1", "ap-southeast-1", "ap-southeast-3", "ap-southeast-5", "ap-southeast-7", "cn-chengdu"],
    ...["cn-hongkong", "cn-qingdao", "eu-central-1", "eu-west-1", "us-east-1", "us-west-1"],
  ]),
  hbr: new Set([...mainland, ...southEast, ...northEast, ...west, "cn-hongkong", "cn-qingdao"]),
  kms: new Set([...mainland, ...southEast, ...northEast, ...west, ...finance, "cn-hongkong", "cn-qingdao"]),
  nas: new Set([...mainland, ...southEast, ...northEast, ...west, ...finance, "cn-hongkong", "me-central-1"]),
};

export interface AskedWhere {
  readonly product: PublishedProduct | undefined;
  readonly region: string;
  /** Whether the host was one of the cloud's own, and no configured endpoint. */
  readonly ownHost: boolean;
}

/** A host that does not exist, in a region without a published endpoint: the product is not offered there. */
export function orNotOffered(error: AlibabaError, { product, region, ownHost }: AskedWhere): AlibabaError {
  if (!ownHost || product === undefined || error.code !== "ENOTFOUND" || published[product].has(region)) return error;
  return new AlibabaError({ code: "RegionNotOffered", message: "the product has no endpoint in this region" });
}
