/**
 * Hosts of a product whose older regions share one host, while the others have one each. After the endpoint tables of
 * aliyun/alibaba-cloud-sdk-go `services/<product>/endpoint.go`, 2026-02-11.
 */
export function hostsOf(name: string, sharing: readonly string[]): (region: string) => string {
  const shared = new Set(sharing);
  return (region) => (shared.has(region) ? `${name}.aliyuncs.com` : `${name}.${region}.aliyuncs.com`);
}

/** Regions that share the host of every database product. */
export const oldestRegions: readonly string[] = [
  "cn-beijing",
  "cn-beijing-finance-1",
  "cn-hangzhou",
  "cn-hangzhou-finance",
  "cn-north-2-gov-1",
  "cn-qingdao",
  "cn-shanghai",
  "cn-shanghai-finance-1",
  "cn-shenzhen",
  "cn-shenzhen-finance-1",
];
