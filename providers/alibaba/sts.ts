import { z } from "zod";
import type { Caller } from "../../src/model/index.ts";
import type { CredentialProvider, Credentials, RoleToAssume } from "./credential.ts";
import type { RpcClient, RpcProduct } from "./rpc.ts";
import { idText } from "./rpc-fields.ts";

/** Regional hosts, so that a session is opened where its region lies. */
const sts: RpcProduct = { name: "sts", version: "2015-04-01", host: (region) => `sts.${region}.aliyuncs.com` };

const Identity = z.object({ AccountId: idText.pipe(z.string().regex(/^\d+$/)) });

const AssumedRole = z.object({
  Credentials: z.object({
    AccessKeyId: z.string(),
    AccessKeySecret: z.string(),
    SecurityToken: z.string(),
    Expiration: z.iso.datetime(),
  }),
});

/** One hour is what a role allows unless its owner raised it. */
const sessionSeconds = 3_600;
const earlyMs = 5 * 60_000;

/** Uid of the account that the credentials belong to. */
export async function callerAccount(rpc: RpcClient, region: string, caller: Caller): Promise<string> {
  const request = { product: sts, region, action: "GetCallerIdentity", parameters: {}, answer: Identity };
  const identity = await caller.call("GetCallerIdentity", (signal) => rpc.request(request, signal));
  return identity.AccountId;
}

/** Credentials of a role. The first call is made at once, so that a role that cannot be assumed shows here. */
export async function assumeRole(
  rpc: RpcClient,
  region: string,
  caller: Caller,
  role: RoleToAssume,
): Promise<CredentialProvider> {
  async function assume(): Promise<{ readonly credentials: Credentials; readonly expires: number }> {
    const request = {
      product: sts,
      region,
      action: "AssumeRole",
      parameters: { RoleArn: role.arn, RoleSessionName: role.sessionName, DurationSeconds: sessionSeconds },
      answer: AssumedRole,
    };
    const { Credentials: given } = await caller.call("AssumeRole", (signal) => rpc.request(request, signal));
    return {
      credentials: {
        accessKeyId: given.AccessKeyId,
        accessKeySecret: given.AccessKeySecret,
        securityToken: given.SecurityToken,
      },
      expires: Date.parse(given.Expiration),
    };
  }

  let held = await assume();
  let renewing: Promise<typeof held> | undefined;
  return async () => {
    if (held.expires - earlyMs > Date.now()) return held.credentials;
    renewing ??= assume().finally(() => {
      renewing = undefined;
    });
    held = await renewing;
    return held.credentials;
  };
}
