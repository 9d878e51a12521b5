import type { z } from "zod";
import { AlibabaError, fromTransport } from "./errors.ts";
import { encodeOss, ossTimestamp } from "./oss-sign.ts";
import { orNotOffered } from "./published-regions.ts";
import { getJson, type RestQuery } from "./rest.ts";
import { secretsOf, type WireOptions } from "./rpc.ts";
import { emptySha256, slsAuthorization } from "./sls-sign.ts";

export interface SlsRequest<Answer> {
  readonly region: string;
  /** Left out: the service itself, which lists the projects of the region. */
  readonly project?: string;
  /** Segments of the path, as they are: `["logstores", "web"]`. */
  readonly path: readonly string[];
  readonly query: RestQuery;
  readonly answer: z.ZodType<Answer>;
}

export interface SlsClient {
  get<Answer>(request: SlsRequest<Answer>, signal: AbortSignal): Promise<Answer>;
}

/**
 * Simple Log Service, which is no RPC product: GET requests with its own V4 signature, JSON answers. In the cloud a project is
 * part of the host name; a configured `endpoint` is addressed by path, `<endpoint>/<project>/logstores`, as OSS is. Signed are
 * the cloud's own host and path either way, which is what a gateway in between forwards to.
 */
export function createSls(options: WireOptions): SlsClient {
  return {
    async get({ region, project, path, query, answer }, signal) {
      const credentials = await options.credentials();
      const { securityToken } = credentials;
      const regional = `${region}.log.aliyuncs.com`;
      const host = project === undefined ? regional : `${hostPart(project)}.${regional}`;
      const canonicalPath = `/${path.map(encodeOss).join("/")}`;
      const headers = {
        "x-log-apiversion": "0.6.0",
        "x-log-bodyrawsize": "0",
        "x-log-content-sha256": emptySha256,
        "x-log-date": ossTimestamp(new Date()),
        ...(securityToken === undefined ? {} : { "x-acs-security-token": securityToken }),
      };
      const authorization = slsAuthorization(
        { method: "GET", path: canonicalPath, query, headers: { ...headers, host }, region },
        credentials,
      );
      const base = options.endpoint?.replace(/\/$/, "");
      // The regional host: one line per region in the report, not one per project.
      options.contacted(base === undefined ? regional : new URL(base).host);
      const own = project === undefined ? "" : `/${encodeOss(project)}`;
      const secrets = secretsOf(credentials);
      try {
        return await getJson({
          url: base === undefined ? `https://${host}${canonicalPath}` : `${base}${own}${canonicalPath}`,
          query,
          headers: { ...headers, authorization },
          signal,
          timeoutMs: options.timeoutMs,
          secrets,
          answer,
        });
      } catch (error) {
        throw orNotOffered(fromTransport(error, secrets), { product: "log", region, ownHost: base === undefined });
      }
    },
  };
}

/** A name from an answer becomes part of a host only when it looks as documented. */
function hostPart(project: string): string {
  if (/^[a-z0-9][a-z0-9-]{1,62}$/.test(project)) return project;
  throw new AlibabaError({ code: "UnexpectedAnswer", message: "a project's name is not as documented" });
}
