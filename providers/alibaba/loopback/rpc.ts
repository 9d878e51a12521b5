import { createHmac, randomUUID } from "node:crypto";
import type { LoopbackOptions } from "../../../src/model/index.ts";
import { type Answer, garbage } from "./answer.ts";
import type { AlibabaEstate, Items, WireObject } from "./estate.ts";
import type { FaultBook } from "./faults.ts";
import type { Keyring } from "./keyring.ts";
import { rowOf } from "./products/index.ts";
import { answerRow, isRefused } from "./rpc-answers.ts";
import type { Parameters } from "./rpc-row.ts";

export interface RpcWorld {
  readonly estate: AlibabaEstate;
  readonly options: LoopbackOptions;
  readonly keyring: Keyring;
  readonly faults: FaultBook;
  /** Filtered lists, so that a long one is not filtered anew for each of its pages. */
  readonly filtered: Map<string, Items<WireObject>>;
  called(operation: string, region: string | null, resource: string | null): void;
}

/** Answers one RPC request: a form POSTed to `/`. `undefined` = never. */
export function answerRpc(world: RpcWorld, form: string): Answer | undefined {
  const parameters: Parameters = new Map(new URLSearchParams(form));
  const operation = parameters.get("Action") ?? "";
  const region = parameters.get("RegionId") ?? null;
  const row = rowOf(parameters.get("Version") ?? "", operation);
  const resource = parameters.get(row?.resource ?? "RoleArn") ?? null;
  world.called(operation, region, resource);
  const holder = world.keyring.find(parameters.get("AccessKeyId") ?? "");
  if (holder === undefined) return refusal(404, "InvalidAccessKeyId.NotFound", "Specified access key is not found.");
  const refused = verify(parameters, holder.keys);
  if (refused !== undefined) return refused;

  const fault = world.faults.meet(operation, region, resource);
  switch (fault) {
    case "hang":
      return undefined;
    case "malformed":
      return garbage;
    case "denied":
      return refusal(403, "Forbidden.RAM", "User not authorized to operate on the specified resource.");
    case "throttled":
      return refusal(400, "Throttling.User", "Request was denied due to user flow control.");
    case "server-error":
      return refusal(500, "InternalError", "The request processing has failed due to some unknown error.");
    default:
      return perform(world, holder.account, operation, parameters, fault === "repeat-token");
  }
}

function perform(world: RpcWorld, uid: string, operation: string, parameters: Parameters, repeat: boolean): Answer {
  const { estate } = world;
  if (operation === "GetCallerIdentity") return ok({ AccountId: uid, IdentityType: "RAMUser", UserId: `2${uid}` });
  if (operation === "AssumeRole") return assumeRole(world, parameters);
  if (operation === "DescribeRegions") {
    const Region = estate.regions.map((RegionId) => ({ RegionId, RegionEndpoint: `ecs.${RegionId}.aliyuncs.com` }));
    return ok({ Regions: { Region } });
  }
  const row = rowOf(parameters.get("Version") ?? "", operation);
  if (row === undefined) {
    return refusal(404, "InvalidAction.NotFound", "Specified api is not found, please check your url and method.");
  }
  const region = parameters.get("RegionId") ?? "";
  if (row.global === undefined && !estate.regions.includes(region)) {
    return refusal(404, "InvalidRegionId.NotFound", "The specified RegionId does not exist.");
  }
  const account = estate.accounts[uid] ?? {};
  const held = (row.global === undefined ? account.regions?.[region] : account.global) ?? {};
  const { options, filtered } = world;
  const answer = answerRow(row, { options, account, held, parameters, repeat, filtered, where: `${uid} ${region}` });
  if (isRefused(answer)) return refusal(answer.refused.status, answer.refused.code, "The request was refused.");
  return ok(answer);
}

function assumeRole(world: RpcWorld, parameters: Parameters): Answer {
  const [, uid = "", role = ""] = /^acs:ram::(\d+):role\/(.+)$/.exec(parameters.get("RoleArn") ?? "") ?? [];
  if (!(world.estate.accounts[uid]?.roles ?? []).includes(role)) {
    return refusal(403, "NoPermission", "You are not authorized to do this action. You should be authorized by RAM.");
  }
  const keys = world.keyring.issue(uid);
  return ok({
    Credentials: {
      AccessKeyId: keys.accessKeyId,
      AccessKeySecret: keys.accessKeySecret,
      SecurityToken: keys.securityToken,
      Expiration: new Date(Date.now() + 3_600_000).toISOString(),
    },
  });
}

/** HMAC-SHA1 over the sorted parameters, as "Signature method" of the RPC style documents it. */
function verify(parameters: Parameters, keys: AlibabaEstate["keys"]): Answer | undefined {
  const canonical = [...parameters]
    .filter(([name]) => name !== "Signature")
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, value]) => `${encode(name)}=${encode(value)}`)
    .join("&");
  const toSign = `POST&${encode("/")}&${encode(canonical)}`;
  const signature = createHmac("sha1", `${keys.accessKeySecret}&`).update(toSign).digest("base64");
  if (signature !== parameters.get("Signature")) {
    // The cloud's own message repeats the request, which is what makes it dangerous to show.
    const message = `Specified signature is not matched with our calculation. server string to sign is:${toSign}`;
    return refusal(400, "SignatureDoesNotMatch", message);
  }
  if ((keys.securityToken ?? "") !== (parameters.get("SecurityToken") ?? "")) {
    return refusal(
      400,
      "InvalidSecurityToken.MismatchWithAccessKey",
      "Specified SecurityToken mismatches the AccessKey.",
    );
  }
  return undefined;
}

function encode(text: string): string {
  return encodeURIComponent(text).replace(/[!'()*]/g, (one) => `%${one.charCodeAt(0).toString(16).toUpperCase()}`);
}

function ok(fields: WireObject): Answer {
  return { status: 200, type: "application/json", body: JSON.stringify({ RequestId: randomUUID(), ...fields }) };
}

function refusal(status: number, Code: string, Message: string): Answer {
  const RequestId = randomUUID().toUpperCase();
  return {
    status,
    type: "application/json",
    body: JSON.stringify({ RequestId, HostId: "127.0.0.1", Code, Message: `${Message} RequestId: ${RequestId}` }),
  };
}
