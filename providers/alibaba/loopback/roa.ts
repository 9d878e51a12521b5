import { randomUUID } from "node:crypto";
import type { IncomingHttpHeaders } from "node:http";
import { acs3Authorization } from "../acs3-sign.ts";
import { type Answer, garbage } from "./answer.ts";
import { dealt, slice } from "./deal.ts";
import type { EstateRegion, WireObject } from "./estate.ts";
import type { RpcWorld } from "./rpc.ts";

/** Host that a product of the REST style has in a region, by version. */
const hosts: Readonly<Record<string, (region: string) => string>> = {
  "2023-03-30": (region) => `fcv3.${region}.aliyuncs.com`,
};

/** Whether a request is one of a product of the REST style: the scheme of its signature says so. */
export function isRoa(headers: IncomingHttpHeaders): boolean {
  return headers.authorization?.startsWith("ACS3-HMAC-SHA256 ") === true;
}

/** Answers a GET of such a product. `undefined` = never. */
export function answerRoa(world: RpcWorld, url: URL, headers: IncomingHttpHeaders): Answer | undefined {
  const authorization = headers.authorization ?? "";
  const [, accessKeyId = "", names = ""] = /Credential=([^,]+),SignedHeaders=([^,]+),/.exec(authorization) ?? [];
  const region = String(headers["x-acs-region-id"] ?? "");
  const operation = String(headers["x-acs-action"] ?? "");
  world.called(operation, region, null);
  const holder = world.keyring.find(accessKeyId);
  if (holder === undefined) return refusal(404, "InvalidAccessKeyId.NotFound", "Specified access key is not found.");
  const host = hosts[String(headers["x-acs-version"])]?.(region) ?? "";
  const signed = names.split(";").map((name) => [name, name === "host" ? host : String(headers[name] ?? "")]);
  const request = {
    method: "GET",
    path: url.pathname,
    query: [...url.searchParams],
    headers: Object.fromEntries(signed),
  };
  if (acs3Authorization(request, holder.keys) !== authorization) {
    return refusal(400, "SignatureDoesNotMatch", `Specified signature is not matched: ${authorization}`);
  }
  if ((holder.keys.securityToken ?? "") !== (headers["x-acs-security-token"] ?? "")) {
    return refusal(400, "InvalidSecurityToken", "Specified SecurityToken is invalid.");
  }

  const fault = world.faults.meet(operation, region, null);
  switch (fault) {
    case "hang":
      return undefined;
    case "malformed":
      return garbage;
    case "denied":
      return refusal(403, "AccessDenied", "the caller is not authorized to perform this action.");
    case "throttled":
      return {
        ...refusal(429, "Throttling.Api", "Request was denied due to api flow control."),
        headers: { "retry-after": "0" },
      };
    case "server-error":
      return refusal(500, "InternalServerError", "an internal error has occurred.");
    default:
  }
  const held = world.estate.accounts[holder.account]?.regions?.[region] ?? {};
  return perform(world, url, held, fault === "repeat-token");
}

function perform({ options }: RpcWorld, url: URL, held: EstateRegion, repeat: boolean): Answer {
  const most = options.pageSize ?? Number.POSITIVE_INFINITY;
  const page = (field: string, items: readonly WireObject[], tokenName: string, limitName: string): Answer => {
    const from = Number(url.searchParams.get(tokenName)?.replace(/^token-/, "") ?? 0);
    const size = Math.min(Number(url.searchParams.get(limitName) ?? 20), most);
    const next = repeat ? size : from + size;
    const more = repeat || next < items.length;
    return ok({ [field]: items.slice(from, from + size), ...(more ? { [tokenName]: `token-${next}` } : {}) });
  };
  const functions = dealt(held["functions"] ?? [], options.shuffleSeed);
  switch (url.pathname) {
    case "/2023-03-30/functions":
      return page("functions", slice(functions, 0, functions.length), "nextToken", "limit");
    case "/2023-03-30/tags-v2": {
      const wanted: readonly unknown[] = [JSON.parse(url.searchParams.get("ResourceId") ?? "[]")].flat();
      const tags = slice(held["functionTags"] ?? [], 0, Number.MAX_SAFE_INTEGER);
      const found = tags.filter((tag) => wanted.includes(tag["ResourceId"]));
      return page("TagResources", found, "NextToken", "Limit");
    }
    default:
      return refusal(404, "InvalidAction.NotFound", "Specified api is not found.");
  }
}

function ok(fields: WireObject): Answer {
  return { status: 200, type: "application/json", body: JSON.stringify(fields) };
}

function refusal(status: number, Code: string, Message: string): Answer {
  const body = { RequestId: randomUUID().toUpperCase(), Code, Message };
  return { status, type: "application/json", body: JSON.stringify(body) };
}
