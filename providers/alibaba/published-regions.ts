import { AlibabaError } from "./errors.ts";

/** A local region that is being closed, a dedicated one, and two that open to few accounts. */
const fewProducts = ["cn-nanjing", "cn-wulanchabu-gic-1", "cn-zhongwei", "rus-west-1"];
/** Johor and Paris. */
const newest = ["ap-southeast-8", "eu-west-2"];
const closed = ["ap-south-1", "ap-southeast-2"];
const local = ["cn-fuzhou", "cn-wuhan-lr", "cn-zhengzhou-jva"];

/**
 * Regions of the region table that a product publishes no endpoint for, neither on the internet nor for a VPC, in any of
 * products.json of aliyun/aliyun-openapi-meta (2026-04-21), the endpoint maps of aliyun/alibabacloud-typescript-sdk (2026-04 to
 * 2026-08) and those of aliyun/alibaba-cloud-sdk-go (2026-02-11). Seoul and Bangkok have RDS though its maps leave them out.
 *
 * Never a reason not to ask: each is asked like any other, and only when its host does not exist either is the product taken not
 * to be offered there. A region that is not listed here, a new one among them, is a failure when its host does not exist.
 */
const withoutEndpoint = {
  actiontrail: new Set([
    ...["ap-south-1", "ap-southeast-2", "cn-fuzhou", "cn-heyuan-acdr-1", "cn-wuhan-lr", "cn-wulanchabu-gic-1"],
    ...["cn-zhengzhou-jva", "rus-west-1"],
  ]),
  cr: new Set(["rus-west-1"]),
  dds: new Set(["cn-heyuan-acdr-1", "eu-west-2", "rus-west-1"]),
  dts: new Set([...fewProducts, ...newest, "cn-fuzhou", "cn-heyuan-acdr-1", "na-south-1", "us-southeast-1"]),
  ebs: new Set([
    ...["ap-south-1", "ap-southeast-8", "cn-heyuan-acdr-1", "cn-north-2-gov-1", "cn-wulanchabu-gic-1", "cn-zhongwei"],
    ...["eu-west-2", "rus-west-1"],
  ]),
  fc: new Set([
    ...[...fewProducts, ...newest, ...local],
    ...["ap-southeast-6", "cn-beijing-finance-1", "cn-guangzhou", "cn-heyuan", "cn-north-2-gov-1"],
    ...["cn-shenzhen-finance-1", "me-east-1", "na-south-1", "us-southeast-1"],
  ]),
  hbr: new Set([
    ...[...fewProducts, ...newest, ...local],
    ...["cn-heyuan-acdr-1", "cn-north-2-gov-1", "na-south-1", "us-southeast-1"],
  ]),
  kms: new Set([...fewProducts, ...newest, "cn-north-2-gov-1", "us-southeast-1"]),
  kvstore: new Set([...newest, "cn-zhongwei", "rus-west-1"]),
  log: new Set([
    ...["cn-wulanchabu-gic-1", "cn-zhongwei", "rus-west-1", ...newest],
    ...["cn-north-2-gov-1", "cn-wuhan-lr", "cn-zhengzhou-jva", "na-south-1"],
  ]),
  nas: new Set([
    ...["ap-south-1", "cn-fuzhou", "cn-heyuan-acdr-1", "cn-nanjing", "cn-north-2-gov-1", "cn-wuhan-lr"],
    ...["cn-wulanchabu-gic-1", "rus-west-1"],
  ]),
  polardb: new Set([...fewProducts, ...local, "cn-heyuan-acdr-1", "eu-west-2", "me-central-1", "us-southeast-1"]),
  rds: new Set([
    ...[...fewProducts, ...newest, ...closed, ...local],
    ...["cn-heyuan-acdr-1", "me-central-1", "us-southeast-1"],
  ]),
} satisfies Readonly<Record<string, ReadonlySet<string>>>;

export type PublishedProduct = keyof typeof withoutEndpoint;

export interface AskedWhere {
  readonly product: PublishedProduct | undefined;
  readonly region: string;
  /** Whether the host was one of the cloud's own, and no configured endpoint. */
  readonly ownHost: boolean;
}

/** A host that does not exist, in a region without a published endpoint: the product is not offered there. */
export function orNotOffered(error: AlibabaError, { product, region, ownHost }: AskedWhere): AlibabaError {
  if (!ownHost || product === undefined || error.code !== "ENOTFOUND") return error;
  const missing: ReadonlySet<string> = withoutEndpoint[product];
  if (!missing.has(region)) return error;
  return new AlibabaError({ code: "RegionNotOffered", message: "the product has no endpoint in this region" });
}
