import type { RpcProduct } from "./rpc.ts";
import { type AlibabaSession, acs } from "./session.ts";

/** What the types of Key Management Service share. */
export const kms: RpcProduct = {
  name: "kms",
  version: "2016-01-20",
  host: (region) => `kms.${region}.aliyuncs.com`,
  published: "kms",
};

export function keyId(session: AlibabaSession, region: string, id: string): string {
  return acs(session, "kms", region, `key/${id}`);
}

export function secretId(session: AlibabaSession, region: string, name: string): string {
  return acs(session, "kms", region, `secret/${name}`);
}
