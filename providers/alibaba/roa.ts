import { randomUUID } from "node:crypto";
import type { z } from "zod";
import { acs3Authorization } from "./acs3-sign.ts";
import { fromTransport } from "./errors.ts";
import { encodeOss } from "./oss-sign.ts";
import { orNotOffered, type PublishedProduct } from "./published-regions.ts";
import { getJson, type RestQuery } from "./rest.ts";
import { secretsOf, type WireOptions } from "./rpc.ts";
import { emptySha256 } from "./sls-sign.ts";

/** A product of the REST style. A resource type brings its own. */
export interface RoaProduct {
  readonly version: string;
  /** Host of the product in a region, without scheme. */
  host(region: string): string;
  readonly published?: PublishedProduct;
}

export interface RoaRequest<Answer> {
  readonly product: RoaProduct;
  readonly region: string;
  readonly action: string;
  /** Segments of the path, as they are. */
  readonly path: readonly string[];
  readonly query: RestQuery;
  readonly answer: z.ZodType<Answer>;
}

export interface RoaClient {
  get<Answer>(request: RoaRequest<Answer>, signal: AbortSignal): Promise<Answer>;
}

/**
 * The products of the REST style: GET requests with signature method V3. A configured `endpoint` takes the same paths; since no
 * host names the region then, a signed header does.
 */
export function createRoa(options: WireOptions): RoaClient {
  return {
    async get({ product, region, action, path, query, answer }, signal) {
      const credentials = await options.credentials();
      const { securityToken } = credentials;
      const host = product.host(region);
      const base = options.endpoint?.replace(/\/$/, "");
      const canonicalPath = `/${path.map(encodeOss).join("/")}`;
      const headers = {
        "x-acs-action": action,
        "x-acs-content-sha256": emptySha256,
        "x-acs-date": new Date().toISOString().replace(/\.\d{3}/, ""),
        "x-acs-signature-nonce": randomUUID(),
        "x-acs-version": product.version,
        ...(securityToken === undefined ? {} : { "x-acs-security-token": securityToken }),
        ...(base === undefined ? {} : { "x-acs-region-id": region }),
      };
      const authorization = acs3Authorization(
        { method: "GET", path: canonicalPath, query, headers: { ...headers, host } },
        credentials,
      );
      options.contacted(base === undefined ? host : new URL(base).host);
      const secrets = secretsOf(credentials);
      try {
        return await getJson({
          url: `${base ?? `https://${host}`}${canonicalPath}`,
          query,
          headers: { ...headers, authorization },
          signal,
          timeoutMs: options.timeoutMs,
          secrets,
          answer,
        });
      } catch (error) {
        throw orNotOffered(fromTransport(error, secrets), {
          product: product.published,
          region,
          ownHost: base === undefined,
        });
      }
    },
  };
}
