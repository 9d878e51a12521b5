import type { IncomingHttpHeaders } from "node:http";
import type { RestQuery } from "../rest.ts";
import { slsAuthorization } from "../sls-sign.ts";
import { type Answer, garbage } from "./answer.ts";
import { dealt, slice } from "./deal.ts";
import type { EstateRegion, Items, WireObject } from "./estate.ts";
import type { RpcWorld } from "./rpc.ts";

/** One request to Simple Log Service as it was understood. */
interface SlsAsked {
  readonly region: string;
  /** Empty: the service itself. */
  readonly project: string;
  readonly path: readonly string[];
  readonly query: RestQuery;
  readonly held: EstateRegion;
  readonly pageSize: number;
  readonly shuffleSeed: number | undefined;
  readonly repeat: boolean;
}

const operations: Readonly<Record<string, string>> = {
  logstores: "ListLogStores",
  ossexports: "ListOSSExports",
  osshdfsexports: "ListOSSHDFSExports",
  maxcomputeexports: "ListMaxComputeExports",
  etls: "ListETLs",
  scheduledsqls: "ListScheduledSQLs",
  tags: "ListTagResources",
};

/** Jobs of all projects of a region, each with its `project`. */
const jobs: Readonly<Record<string, string>> = {
  ListOSSExports: "logOssExports",
  ListOSSHDFSExports: "logOssHdfsExports",
  ListMaxComputeExports: "logMaxComputeExports",
  ListETLs: "logEtls",
  ListScheduledSQLs: "logScheduledSqls",
};

/** Whether a request is one of Simple Log Service: the scheme of its signature says so. */
export function isSls(headers: IncomingHttpHeaders): boolean {
  return headers.authorization?.startsWith("SLS4-HMAC-SHA256 ") === true;
}

/** Answers a GET of `/` or `/<project>/…`. `undefined` = never. */
export function answerSls(world: RpcWorld, url: URL, headers: IncomingHttpHeaders): Answer | undefined {
  const authorization = headers.authorization ?? "";
  const [, accessKeyId = "", region = ""] = /Credential=([^/]+)\/\d{8}\/([^/]+)\/sls\//.exec(authorization) ?? [];
  const [project = "", ...path] = url.pathname.split("/").slice(1).map(decodeURIComponent);
  const operation = operationOf(project, path);
  const resource = path[1] ?? (project === "" ? null : project);
  world.called(operation, region, resource);
  const holder = world.keyring.find(accessKeyId);
  if (holder === undefined) return refusal(401, "Unauthorized", "AccessKeyId not found");
  if (!isSigned(url, headers, holder.keys, { region, project, path })) {
    return refusal(401, "SignatureNotMatch", `signature ${authorization} not matched`);
  }
  if ((holder.keys.securityToken ?? "") !== (headers["x-acs-security-token"] ?? "")) {
    return refusal(401, "Unauthorized", "The security token you provided is invalid");
  }

  const fault = world.faults.meet(operation, region, resource);
  switch (fault) {
    case "hang":
      return undefined;
    case "malformed":
      return garbage;
    case "denied":
      return refusal(401, "Unauthorized", `denied by sts or ram, action: log:${operation}`);
    case "throttled":
      return { ...refusal(503, "ServerBusy", "The server is busy."), headers: { "retry-after": "0" } };
    case "server-error":
      return refusal(500, "InternalServerError", "Internal server error message.");
    default:
  }
  return perform(operation, {
    region,
    project,
    path,
    query: [...url.searchParams],
    held: world.estate.accounts[holder.account]?.regions?.[region] ?? {},
    pageSize: world.options.pageSize ?? Number.POSITIVE_INFINITY,
    shuffleSeed: world.options.shuffleSeed,
    repeat: fault === "repeat-token",
  });
}

function operationOf(project: string, [kind = "", name]: readonly string[]): string {
  if (project === "") return "ListProject";
  if (kind === "logstores" && name !== undefined) return "GetLogStore";
  return operations[kind] ?? "GetProject";
}

/** What is signed is the cloud's own host and path, not those that the request was sent to. */
function isSigned(
  url: URL,
  headers: IncomingHttpHeaders,
  keys: { readonly accessKeyId: string; readonly accessKeySecret: string },
  { region, project, path }: Pick<SlsAsked, "region" | "project" | "path">,
): boolean {
  const regional = `${region}.log.aliyuncs.com`;
  const sent = Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, String(value)]));
  const expected = slsAuthorization(
    {
      method: "GET",
      path: `/${path.map(encodeURIComponent).join("/")}`,
      query: [...url.searchParams],
      headers: { ...sent, host: project === "" ? regional : `${project}.${regional}` },
      region,
    },
    keys,
  );
  return expected === headers.authorization;
}

function perform(operation: string, asked: SlsAsked): Answer {
  const { held, project, path } = asked;
  if (operation === "ListProject") return numbered("projects", held["logProjects"] ?? [], asked);
  const projects = all(held["logProjects"]);
  if (!projects.some((one) => one["projectName"] === project)) {
    return refusal(404, "ProjectNotExist", `The Project does not exist : ${project}`);
  }
  const own = (collection: string) => all(held[collection]).filter((one) => one["project"] === project);
  const stores = own("logStores");
  if (operation === "GetLogStore") {
    const found = stores.find((one) => one["logstoreName"] === path[1]);
    return found === undefined ? refusal(404, "LogStoreNotExist", "logstore does not exist") : ok(found);
  }
  if (operation === "ListLogStores") {
    const names = stores.map((one) => one["logstoreName"]);
    return numbered("logstores", names, asked);
  }
  if (operation === "ListTagResources") return tags(asked);
  return numbered("results", own(jobs[operation] ?? ""), asked);
}

function numbered(field: string, items: Items<unknown>, { query, pageSize, shuffleSeed, repeat }: SlsAsked): Answer {
  const from = repeat ? 0 : Number(parameterOf(query, "offset") ?? 0);
  const size = Math.min(Number(parameterOf(query, "size") ?? 100), pageSize);
  const found = slice(dealt(items, shuffleSeed), from, size);
  return ok({ count: found.length, total: items.length, [field]: found });
}

function tags({ held, query, pageSize, repeat }: SlsAsked): Answer {
  const type = parameterOf(query, "resourceType");
  const wanted: readonly unknown[] = [JSON.parse(parameterOf(query, "resourceId") ?? "[]")].flat();
  const found = all(held["logTags"]).filter(
    (tag) => tag["resourceType"] === type && wanted.includes(tag["resourceId"]),
  );
  const from = Number(parameterOf(query, "nextToken")?.replace(/^token-/, "") ?? 0);
  const next = repeat ? pageSize : from + pageSize;
  const more = repeat || next < found.length;
  return ok({ nextToken: more ? `token-${next}` : "", tagResources: found.slice(from, from + pageSize) });
}

function all(items: Items<WireObject> | undefined): readonly WireObject[] {
  return items === undefined ? [] : slice(items, 0, items.length);
}

function parameterOf(query: RestQuery, name: string): string | undefined {
  return query.find(([given]) => given === name)?.[1];
}

function ok(fields: WireObject): Answer {
  return { status: 200, type: "application/json", body: JSON.stringify(fields) };
}

function refusal(status: number, errorCode: string, errorMessage: string): Answer {
  return { status, type: "application/json", body: JSON.stringify({ errorCode, errorMessage }) };
}
