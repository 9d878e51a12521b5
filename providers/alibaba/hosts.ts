/**
 * Hosts of a product some of whose regions share one host, while the others have one each. After the endpoint maps of
 * aliyun/alibabacloud-typescript-sdk `<product>/src/client.ts`, 2026-04 to 2026-08, and where those are silent of
 * aliyun/alibaba-cloud-sdk-go `services/<product>/endpoint.go`, 2026-02-11.
 */
export function hostsOf(name: string, sharing: readonly string[]): (region: string) => string {
  const shared = new Set(sharing);
  return (region) => (shared.has(region) ? `${name}.aliyuncs.com` : `${name}.${region}.aliyuncs.com`);
}

/** Regions that share the host of every database product. */
export const oldestRegions: readonly string[] = ["cn-beijing", "cn-hangzhou", "cn-hangzhou-finance", "cn-shanghai"];
