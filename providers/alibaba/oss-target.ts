import type { LinkTarget } from "../../src/model/index.ts";
import { placeRegion } from "./regions.ts";

/**
 * A bucket as another product names it. Bucket names are unique in all of OSS, so the name is its alias and stands for the id,
 * whose account is not told.
 */
export function ossTarget(bucket: string, region?: string): LinkTarget {
  return { id: `oss://${bucket}`, ...(region === undefined ? {} : { place: { region: placeRegion(region) } }) };
}

/**
 * `oss-cn-hangzhou` of `http://oss-cn-hangzhou-internal.aliyuncs.com`, `cn-hangzhou` of `cn-hangzhou.oss-dls.aliyuncs.com`
 * (OSS-HDFS); nothing of an address that is not OSS's own.
 */
export function ossRegionOf(endpoint: string | undefined): string | undefined {
  const own =
    /^(?:https?:\/\/)?(oss-[a-z0-9-]+?|[a-z0-9-]+?(?=(?:-internal)?\.oss-dls))(?:-internal)?(?:\.oss-dls)?\.aliyuncs\.com\/?$/;
  return own.exec(endpoint ?? "")?.[1];
}
