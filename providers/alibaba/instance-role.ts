import { z } from "zod";
import type { CredentialProvider, Credentials } from "./credential.ts";

interface InstanceRoleQuery {
  /** Role to ask for; else the one attached to the instance. */
  readonly roleName: string | undefined;
  readonly url: string | undefined;
}

/** Link-local address of the metadata service of an ECS instance; nothing else answers there. */
const metadataService = "http://100.100.100.200";
const patienceMs = 1_000;
const earlyMs = 5 * 60_000;

const Answer = z.object({
  Code: z.literal("Success"),
  AccessKeyId: z.string(),
  AccessKeySecret: z.string(),
  SecurityToken: z.string(),
  Expiration: z.iso.datetime(),
});

/** Credentials of the role of the ECS instance this runs on; `undefined` where there is no such service or no role. */
export async function instanceRole(query: InstanceRoleQuery): Promise<CredentialProvider | undefined> {
  const base = `${query.url ?? metadataService}/latest`;
  let held = await fetchRole(base, query.roleName);
  if (held === undefined) return undefined;
  return async () => {
    if (held === undefined || held.expires - earlyMs < Date.now()) held = await fetchRole(base, query.roleName);
    if (held === undefined) throw new Error("the instance metadata service no longer gives credentials");
    return held.credentials;
  };
}

async function fetchRole(
  base: string,
  wanted: string | undefined,
): Promise<{ readonly credentials: Credentials; readonly expires: number } | undefined> {
  try {
    const token = await text(`${base}/api/token`, "PUT", { "X-aliyun-ecs-metadata-token-ttl-seconds": "300" });
    const headers = { "X-aliyun-ecs-metadata-token": token };
    const roles = `${base}/meta-data/ram/security-credentials/`;
    const role = wanted ?? (await text(roles, "GET", headers)).trim();
    const answer = Answer.parse(JSON.parse(await text(roles + encodeURIComponent(role), "GET", headers)));
    return {
      credentials: {
        accessKeyId: answer.AccessKeyId,
        accessKeySecret: answer.AccessKeySecret,
        securityToken: answer.SecurityToken,
      },
      expires: Date.parse(answer.Expiration),
    };
  } catch {
    // Most machines are no ECS instance. Whether that matters is for the caller to say, with the whole chain in view.
    return undefined;
  }
}

async function text(url: string, method: string, headers: Record<string, string>): Promise<string> {
  const response = await fetch(url, { method, headers, redirect: "error", signal: AbortSignal.timeout(patienceMs) });
  if (!response.ok) throw new Error(`the metadata service answered ${response.status}`);
  return await response.text();
}
