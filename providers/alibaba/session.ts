import type { AccountSession, ResourceRecord, Tags } from "../../src/model/index.ts";
import type { OssClient } from "./oss.ts";
import type { RoaClient } from "./roa.ts";
import type { RpcClient } from "./rpc.ts";
import type { SlsClient } from "./sls.ts";

/** One Alibaba Cloud account, entered: what resource types work with. */
export interface AlibabaSession extends AccountSession {
  readonly rpc: RpcClient;
  readonly oss: OssClient;
  readonly sls: SlsClient;
  readonly roa: RoaClient;
}

/** A resource name (ARN): `acs:<service>:<region>:<uid>:<relative>`. */
export function acs(session: AlibabaSession, service: string, region: string, relative: string): string {
  return `acs:${service}:${region}:${session.scope.account}:${relative}`;
}

/** Attributes without those that were not stated. */
export function stated(
  fields: Readonly<Record<string, string | number | boolean | undefined>>,
): ResourceRecord["attributes"] {
  const given = Object.entries(fields).filter((field): field is [string, string | number | boolean] => {
    return field[1] !== undefined && field[1] !== "";
  });
  return Object.fromEntries(given);
}

/** Tags from pairs. `fromEntries` defines each key, so that a tag named `__proto__` is a tag like any other. */
export function tagsOf(pairs: Iterable<readonly [string, string]>): Tags {
  return Object.fromEntries(pairs);
}

/** The region of a per-region task. */
export function regionOf(region: string | null): string {
  if (region === null) throw new Error("a per-region resource type was asked without a region");
  return region;
}
