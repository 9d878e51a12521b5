import { createHash, createHmac } from "node:crypto";
import type { Credentials } from "./credential.ts";

/**
 * OSS signature version 4 in the Authorization header, as documented under "Include a V4 signature in the Authorization
 * header" (help.aliyun.com, read 2026-11-22). Version 1 is closed to new accounts since 2025-03-01 and to new buckets since
 * 2025-09-01. Checked against the signatures that the official Go SDK (v1.5.1) expects in its tests.
 */
export interface OssToSign {
  readonly method: string;
  /** `/`, `/<bucket>/` or `/<bucket>/<key>`, whether the request itself names the bucket in its host or in its path. */
  readonly resource: string;
  /** As sent: encoded, without the question mark. */
  readonly query: string;
  /** Headers as sent. Signed are content-type, content-md5 and everything that begins with `x-oss-`. */
  readonly headers: Readonly<Record<string, string>>;
  /** Region that the signature is for, without `oss-`. */
  readonly region: string;
  /** `20231216T162057Z`; stands in `x-oss-date` as well. */
  readonly timestamp: string;
}

const algorithm = "OSS4-HMAC-SHA256";
const terminator = "aliyun_v4_request";

/** The value of the Authorization header. */
export function ossAuthorization(request: OssToSign, credentials: Credentials): string {
  const date = request.timestamp.slice(0, 8);
  const scope = `${date}/${request.region}/oss/${terminator}`;
  const canonical = [
    request.method,
    encodePath(request.resource),
    canonicalQuery(request.query),
    canonicalHeaders(request.headers),
    "",
    "UNSIGNED-PAYLOAD",
  ].join("\n");
  const toSign = [algorithm, request.timestamp, scope, createHash("sha256").update(canonical).digest("hex")].join("\n");
  let key: string | Buffer = `aliyun_v4${credentials.accessKeySecret}`;
  for (const part of [date, request.region, "oss", terminator, toSign]) {
    key = createHmac("sha256", key).update(part).digest();
  }
  return `${algorithm} Credential=${credentials.accessKeyId}/${scope},Signature=${key.toString("hex")}`;
}

/** `20231216T162057Z` */
export function ossTimestamp(now: Date): string {
  return now
    .toISOString()
    .replace(/\.\d{3}/, "")
    .replaceAll(/[-:]/g, "");
}

/** Percent-encodes everything but unreserved characters; leaves `/` in paths. */
function encodePath(path: string): string {
  return path.split("/").map(encodeOss).join("/");
}

export function encodeOss(text: string): string {
  return encodeURIComponent(text).replaceAll(
    /[!'()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

function canonicalQuery(query: string): string {
  const pairs = query
    .replaceAll("+", "%20")
    .split("&")
    .filter((pair) => pair !== "")
    .map((pair): [string, string] => {
      const at = pair.indexOf("=");
      return at < 0 ? [pair, ""] : [pair.slice(0, at), pair.slice(at + 1)];
    });
  return pairs
    .sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
    .map(([name, value]) => (value === "" ? name : `${name}=${value}`))
    .join("&");
}

function canonicalHeaders(headers: Readonly<Record<string, string>>): string {
  return Object.entries(headers)
    .map(([name, value]) => [name.toLowerCase(), value.trim()] as const)
    .filter(([name]) => name.startsWith("x-oss-") || name === "content-type" || name === "content-md5")
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, value]) => `${name}:${value}\n`)
    .join("");
}
