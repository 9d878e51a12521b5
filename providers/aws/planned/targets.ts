import type { LinkTarget } from "../../../src/model/index.ts";
import { accountOf, bucketArn } from "../arn.ts";
import { bucketOfArn, functionOfArn, hostOf, hostTarget, logGroupOfArn, regionOfArn } from "../targets.ts";
import type { Here } from "./here.ts";

/** What a setting's value says of the other end. `undefined` = the value is not known yet. */
export type Towards = (here: Here, value: string | undefined) => LinkTarget;

/**
 * ARN in the own account and region, or `undefined` where partition or region is not known. An account that no template
 * states is left empty in it, on both ends alike, so that names of one change still meet.
 */
export function ownArn(here: Here, service: string, resource: string, region?: string): string | undefined {
  const where = region ?? (here.region.known ? here.region.value : undefined);
  if (where === undefined || here.partition === undefined) return undefined;
  return `arn:${here.partition}:${service}:${where}:${here.account ?? ""}:${resource}`;
}

/** The resource of an ARN, with the region in it, and its account where that is another one. */
export function arnTarget(here: Here, arn: string): LinkTarget {
  const region = regionOfArn(arn);
  const account = accountOf(arn);
  const isOther = account !== undefined && here.account !== undefined && account !== here.account;
  return { id: arn, ...(region === undefined ? {} : { place: { region } }), ...(isOther ? { party: account } : {}) };
}

/** A value that is an ARN, or an id under which the other end goes. */
export function byArn(here: Here, value: string | undefined): LinkTarget {
  return value === undefined ? {} : arnTarget(here, value);
}

/** Something of another region, which a setting beside it names. */
export function inRegion(region: string | undefined): Towards {
  return (here, value) => ({ ...byArn(here, value), ...(region === undefined ? {} : { place: { region } }) });
}

/** The value itself is the region. */
export function byRegion(_here: Here, value: string | undefined): LinkTarget {
  return value === undefined ? {} : { place: { region: value } };
}

/** A bucket by name, ARN or `s3://` path: none of them tells where it lies. */
export function byBucket(here: Here, value: string | undefined): LinkTarget {
  if (value === undefined) return {};
  if (value.startsWith("arn:")) return { id: bucketOfArn(value) };
  const name = value.replace(/^s3:\/\//, "").replace(/\/.*$/s, "");
  return here.partition === undefined ? {} : { id: bucketArn(here.partition, name) };
}

/**
 * A neighbour in the own region, by its name; an ARN names whatever it names.
 * @param resource - what stands before the name in its ARN: `cluster:`
 */
export function byName(service: string, resource: string): Towards {
  return (here, value) => {
    // What comes with the apply may be an ARN of any region.
    if (value === undefined) return {};
    if (value.startsWith("arn:")) return arnTarget(here, value);
    const id = ownArn(here, service, `${resource}${value}`);
    return { ...(id === undefined ? {} : { id }), ...ownPlace(here) };
  };
}

/** The own region as the other end's, for what a service keeps within it. */
export function ownPlace({ region }: Here): Pick<LinkTarget, "place"> {
  return region.known ? { place: { region: region.value } } : {};
}

/** A log group by name or ARN, with or without what ARNs of its streams end with. */
export function byLogGroup(here: Here, value: string | undefined): LinkTarget {
  const group = value === undefined ? undefined : logGroupOfArn(value).replace(/:log-stream:.*$/, "");
  return byName("logs", "log-group:")(here, group);
}

/** What may be a function, without its version; a table for its stream, a stream for its consumer. */
export function byEvents(here: Here, value: string | undefined): LinkTarget {
  if (value === undefined) return {};
  const id = functionOfArn(value)
    .replace(/^(arn:[\w-]+:dynamodb:.*:table\/[^/]+)\/stream\/.*$/, "$1")
    .replace(/^(arn:[\w-]+:kinesis:.*:stream\/[^/]+)\/consumer\/.*$/, "$1");
  return arnTarget(here, id);
}

/** Somebody's service by its host: the rest of an address may hold a token. */
export function byHost(_here: Here, value: string | undefined): LinkTarget {
  const host = value === undefined ? undefined : hostOf(value);
  return host === undefined ? {} : hostTarget(host);
}
