import type { LinkTarget, Scope } from "../../src/model/index.ts";
import { accountOf } from "./arn.ts";

/** The resource an ARN names, with the region and the other account that stand in it. Bucket ARNs name neither. */
export function arnTarget(arn: string, scope: Scope): LinkTarget {
  const region = regionOfArn(arn);
  const account = accountOf(arn);
  return {
    id: arn,
    ...(region === undefined ? {} : { place: { region } }),
    ...(account === undefined || account === scope.account ? {} : { party: account }),
  };
}

/** The region an ARN names; `undefined` where it has none. */
export function regionOfArn(arn: string): string | undefined {
  const region = arn.startsWith("arn:") ? arn.split(":", 5)[3] : undefined;
  return region === undefined || region === "" ? undefined : region;
}

/** The bucket of an S3 ARN that also names a path. */
export function bucketOfArn(arn: string): string {
  return arn.replace(/\/.*$/s, "");
}

/** A log group's id: CloudWatch Logs also writes it with `:*` for its streams. */
export function logGroupOfArn(arn: string): string {
  return arn.replace(/:\*$/, "");
}

/** A function without its version or alias: they hold the same code and reach the same data. */
export function functionOfArn(arn: string): string {
  return /^(arn:[^:]*:lambda:[^:]*:[^:]*:function:[^:]+):[^:]+$/.exec(arn)?.[1] ?? arn;
}

/** Host of an address; what stands behind it (paths, queries, keys) is never kept. `undefined` for anything else. */
export function hostOf(address: string): string | undefined {
  const text = address.replace(/^jdbc:/i, "");
  const url = /^[a-z][a-z0-9+.-]*:\/\//i.test(text) ? text : `https://${text}`;
  const host = URL.canParse(url) ? new URL(url.replace(/^[a-z0-9+.-]+:/i, "https:")).hostname : "";
  return host === "" ? undefined : host;
}

const awsHost = /(?:^|\.)([a-z]{2,5}(?:-[a-z]{2,12}){1,3}-\d{1,2})(?:\.[a-z0-9-]+)*\.amazonaws\.com(?:\.cn)?$/;

/**
 * An address outside the account as the other end of a flow: a party by its host name. Where it stands is told only by
 * AWS's own names, which hold the region.
 */
export function hostTarget(host: string): LinkTarget {
  const region = awsHost.exec(host)?.[1];
  return { party: host, ...(region === undefined ? {} : { place: { region } }) };
}
