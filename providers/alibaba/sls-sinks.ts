import type { LinkTarget } from "../../src/model/index.ts";
import { ossRegionOf, ossTarget } from "./oss-target.ts";
import { placeRegion } from "./regions.ts";
import type { AlibabaSession } from "./session.ts";

/** Where a job of Simple Log Service writes to. */
export interface Sink {
  readonly target: LinkTarget;
  /** In a few words: names and regions, never an address or a key. */
  readonly value: string;
}

export function bucketSink(bucket: string, endpoint: string | undefined): Sink {
  const region = ossRegionOf(endpoint);
  return { target: ossTarget(bucket, region), value: placed(bucket, region) };
}

/** A Logstore of any region and account: the endpoint tells the one, the role that writes there the other. */
export function logstoreSink(
  session: AlibabaSession,
  sink: {
    readonly project: string;
    readonly logstore: string;
    readonly endpoint?: string | undefined;
    readonly role?: string | undefined;
  },
): Sink {
  const { project, logstore, endpoint, role } = sink;
  const [, region] =
    /^(?:https?:\/\/)?([a-z0-9-]+?)(?:-intranet|-share|-internal)?\.log\.aliyuncs\.com\/?$/.exec(endpoint ?? "") ?? [];
  const value = placed(`${project}/${logstore}`, region);
  if (region === undefined) return { target: {}, value };
  const place = { region: placeRegion(region) };
  const id = `acs:log:${place.region}:${accountOf(session, role)}:project/${project}/logstore/${logstore}`;
  return { target: { id, place }, value };
}

export function maxComputeSink(
  session: AlibabaSession,
  sink: { readonly project: string; readonly endpoint?: string | undefined; readonly role?: string | undefined },
): Sink {
  const { project, endpoint, role } = sink;
  const [, region] = /\/\/service\.([a-z0-9-]+)\.maxcompute\.aliyun/.exec(endpoint ?? "") ?? [];
  const value = placed(project, region);
  if (region === undefined) return { target: {}, value };
  const place = { region: placeRegion(region) };
  return { target: { id: `acs:odps:${place.region}:${accountOf(session, role)}:projects/${project}`, place }, value };
}

function placed(name: string, region: string | undefined): string {
  return `${name} in ${region ?? "an unstated region"}`;
}

/** A role writes to the account that it belongs to; a job without a role of its own stays in this account. */
function accountOf(session: AlibabaSession, role: string | undefined): string {
  const [, uid] = /^acs:ram::(\d+):role\//.exec(role ?? "") ?? [];
  return uid ?? session.scope.account;
}
