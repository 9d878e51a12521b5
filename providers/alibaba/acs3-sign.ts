import { createHash, createHmac } from "node:crypto";
import type { Credentials } from "./credential.ts";
import { encodeOss } from "./oss-sign.ts";

/**
 * Signature method V3, which the products of the REST style (ROA) take, as documented under "V3 request structure and
 * signature" (help.aliyun.com, 2026-08-28). Checked against the signature that page gives for its fixed parameters.
 */
export interface Acs3ToSign {
  readonly method: string;
  /** Encoded, without the query. */
  readonly path: string;
  readonly query: readonly (readonly [name: string, value: string])[];
  /** All of them are signed. Holds `host`, `x-acs-date`, `x-acs-content-sha256` and the other common headers. */
  readonly headers: Readonly<Record<string, string>>;
}

const algorithm = "ACS3-HMAC-SHA256";

/** The value of the Authorization header. */
export function acs3Authorization(request: Acs3ToSign, credentials: Credentials): string {
  const headers = Object.entries(request.headers)
    .map(([name, value]) => [name.toLowerCase(), value.trim()] as const)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  const signed = headers.map(([name]) => name).join(";");
  const canonical = [
    request.method,
    request.path,
    canonicalQuery(request.query),
    headers.map(([name, value]) => `${name}:${value}\n`).join(""),
    signed,
    request.headers["x-acs-content-sha256"] ?? "",
  ].join("\n");
  const digest = createHash("sha256").update(canonical).digest("hex");
  const signature = createHmac("sha256", credentials.accessKeySecret).update(`${algorithm}\n${digest}`).digest("hex");
  return `${algorithm} Credential=${credentials.accessKeyId},SignedHeaders=${signed},Signature=${signature}`;
}

function canonicalQuery(query: Acs3ToSign["query"]): string {
  return query
    .map(([name, value]) => [encodeOss(name), encodeOss(value)] as const)
    .sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
    .map(([name, value]) => `${name}=${value}`)
    .join("&");
}
