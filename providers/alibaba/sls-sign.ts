import { createHash, createHmac } from "node:crypto";
import type { Credentials } from "./credential.ts";
import { encodeOss } from "./oss-sign.ts";

/**
 * The signature of Simple Log Service, version 4. Checked against the signatures that the tests of the official Go SDK expect
 * (aliyun/aliyun-log-go-sdk, signature_v4_test.go, 2026-08-06). The answer names no signed headers: signed is every header
 * that the rule below covers, so that none of them may be added after signing.
 */
export interface SlsToSign {
  readonly method: string;
  /** Encoded, without the query: `/logstores/web`. */
  readonly path: string;
  readonly query: readonly (readonly [name: string, value: string])[];
  /** As sent; signed are `host`, `content-type`, `x-acs-…` and `x-log-…`. Holds `x-log-date` and `x-log-content-sha256`. */
  readonly headers: Readonly<Record<string, string>>;
  readonly region: string;
}

const algorithm = "SLS4-HMAC-SHA256";
const terminator = "aliyun_v4_request";

/** What a request without a body states as its content. */
export const emptySha256 = createHash("sha256").update("").digest("hex");

/** The value of the Authorization header. */
export function slsAuthorization(request: SlsToSign, credentials: Credentials): string {
  const timestamp = request.headers["x-log-date"] ?? "";
  const date = timestamp.slice(0, 8);
  const scope = `${date}/${request.region}/sls/${terminator}`;
  const headers = signedHeaders(request.headers);
  const canonical = [
    request.method,
    request.path,
    canonicalQuery(request.query),
    headers.map(([name, value]) => `${name}:${value}\n`).join(""),
    headers.map(([name]) => name).join(";"),
    request.headers["x-log-content-sha256"] ?? "",
  ].join("\n");
  const toSign = [algorithm, timestamp, scope, createHash("sha256").update(canonical).digest("hex")].join("\n");
  let key: string | Buffer = `aliyun_v4${credentials.accessKeySecret}`;
  for (const part of [date, request.region, "sls", terminator, toSign]) {
    key = createHmac("sha256", key).update(part).digest();
  }
  return `${algorithm} Credential=${credentials.accessKeyId}/${scope},Signature=${key.toString("hex")}`;
}

/** Names are signed as they are, only values are encoded. */
function canonicalQuery(query: SlsToSign["query"]): string {
  return query
    .toSorted(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
    .map(([name, value]) => (value === "" ? name : `${name}=${encodeOss(value)}`))
    .join("&");
}

function signedHeaders(headers: SlsToSign["headers"]): readonly (readonly [string, string])[] {
  return Object.entries(headers)
    .map(([name, value]) => [name.toLowerCase(), value] as const)
    .filter(([name]) => name === "host" || name === "content-type" || /^x-(?:acs|log)-(?!meta-)/.test(name))
    .sort(([a], [b]) => (a < b ? -1 : 1));
}
