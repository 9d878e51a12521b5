import { createServer, type IncomingMessage } from "node:http";
import { afterEach, describe, expect, test } from "vitest";
import { z } from "zod";
import { describeError } from "../../providers/alibaba/errors.ts";
import { startLoopback } from "../../providers/alibaba/loopback.ts";
import { ossRegionOf, ossTarget } from "../../providers/alibaba/oss-target.ts";
import { createRoa, type RoaProduct } from "../../providers/alibaba/roa.ts";
import type { WireOptions } from "../../providers/alibaba/rpc.ts";
import { createSls } from "../../providers/alibaba/sls.ts";
import { estateOf, scan, secrets, uid } from "../support/alibaba-scan.ts";

const closers: (() => void | Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0)) await close();
});

type Seen = Pick<IncomingMessage, "method" | "url" | "headers">;

/** A server that gives every request the same answer. */
async function answering(
  status: number,
  body: string,
): Promise<{ readonly options: WireOptions; readonly seen: Seen[]; readonly hosts: string[] }> {
  const seen: Seen[] = [];
  const hosts: string[] = [];
  const server = createServer((request, response) => {
    seen.push({ method: request.method, url: request.url, headers: request.headers });
    response.writeHead(status, { "content-type": "application/json" });
    response.end(body);
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", () => listening()));
  closers.push(() => {
    server.closeAllConnections();
    server.close();
  });
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("no port");
  const endpoint = `http://127.0.0.1:${address.port}/`;
  return { seen, hosts, options: optionsFor(endpoint, hosts) };
}

function optionsFor(endpoint: string, hosts: string[] = []): WireOptions {
  return { credentials: async () => secrets, endpoint, timeoutMs: 5_000, contacted: (host) => hosts.push(host) };
}

const signal = new AbortController().signal;
const answer = z.object({ total: z.number() });
const fc: RoaProduct = { version: "2023-03-30", host: (region) => `fcv3.${region}.aliyuncs.com` };

function askSls(options: WireOptions, project = "members") {
  const request = {
    region: "cn-hangzhou",
    project,
    path: ["logstores", "a b"],
    query: [["size", "500"]],
    answer,
  } as const;
  return createSls(options).get(request, signal);
}

function askFc(options: WireOptions) {
  const path = ["2023-03-30", "functions"];
  const request = { product: fc, region: "cn-hongkong", action: "ListFunctions", path, query: [], answer } as const;
  return createRoa(options).get(request, signal);
}

describe("a configured endpoint", () => {
  test("is addressed by path for Simple Log Service, and told with its own host", async () => {
    const { options, seen, hosts } = await answering(200, '{"total":1}');
    await expect(askSls(options)).resolves.toEqual({ total: 1 });
    expect(seen[0]).toMatchObject({ method: "GET", url: "/members/logstores/a%20b?size=500" });
    expect(seen[0]?.headers["x-acs-security-token"]).toBe(secrets.securityToken);
    expect(hosts).toEqual([new URL(options.endpoint ?? "").host]);
  });

  test("learns the region of a REST request from a signed header", async () => {
    const { options, seen } = await answering(200, '{"total":1}');
    await expect(askFc(options)).resolves.toEqual({ total: 1 });
    expect(seen[0]).toMatchObject({ method: "GET", url: "/2023-03-30/functions" });
    expect(seen[0]?.headers["x-acs-region-id"]).toBe("cn-hongkong");
    expect(seen[0]?.headers.authorization).toContain(";x-acs-region-id;");
  });
});

describe.each([
  ["Simple Log Service", askSls],
  ["Function Compute", askFc],
] as const)("a refusal of %s", (_product, ask) => {
  test.each([
    [401, '{"errorCode":"Unauthorized","errorMessage":"denied by ram"}', "denied", "Unauthorized", false],
    [401, '{"errorCode":"SignatureNotMatch","errorMessage":"x"}', "denied", "SignatureNotMatch", false],
    [403, '{"errorCode":"ReadQuotaExceed","errorMessage":"x"}', "throttled", "ReadQuotaExceed", true],
    [503, '{"errorCode":"ServerBusy","errorMessage":"x"}', "throttled", "ServerBusy", true],
    [403, '{"Code":"AccessDenied","Message":"x"}', "denied", "AccessDenied", false],
    [429, '{"ErrorCode":"ResourceThrottled","ErrorMessage":"x"}', "throttled", "ResourceThrottled", true],
    [500, "<html>busy</html>", "failed", "Http500", true],
    [200, "<html>welcome</html>", "malformed", "NotJson", true],
    [200, '{"total":"many"}', "malformed", "UnexpectedAnswer", false],
    [302, "", "failed", "Http302", false],
  ])("%i %s is read as %s", async (status, body, reason, code, retryable) => {
    const { options } = await answering(status, body);
    const error = await ask(options).catch((failure: unknown) => failure);
    expect(describeError(error)).toMatchObject({ reason, code, retryable });
  });
});

test("a project whose name is no name becomes part of no host and no path", async () => {
  const { options, seen } = await answering(200, '{"total":1}');
  for (const project of ["evil.example/", "a@b", "..", "members.evil"]) {
    await expect(askSls(options, project)).rejects.toMatchObject({ code: "UnexpectedAnswer" });
  }
  expect(seen).toEqual([]);
});

test("a wrong secret is refused by the loopback cloud, and the error shows no key and no signature", async () => {
  const cloud = await startLoopback(estateOf({}));
  closers.push(() => cloud.close());
  const options = {
    ...optionsFor(cloud.url),
    credentials: async () => ({ ...secrets, accessKeySecret: "another-secret-of-somebody" }),
  };
  for (const ask of [askSls, askFc]) {
    const error = await ask(options).catch((failure: unknown) => failure);
    const facts = describeError(error);
    expect(facts.reason).toBe("denied");
    expect(facts.code).toMatch(/^Signature/);
    expect(facts.message).not.toContain(secrets.accessKeyId);
    expect(facts.message).not.toMatch(/Signature=[0-9a-f]{8}/);
  }
});

describe("a scan of logs and functions", () => {
  const project = { projectName: "members", region: "cn-hangzhou" };
  const held = {
    logProjects: [project],
    logStores: [
      { project: "members", logstoreName: "app", ttl: 7 },
      { project: "members", logstoreName: "web", ttl: 180 },
    ],
    logOssExports: [
      { project: "members", name: "odd", configuration: { logstore: "app", sink: { prefix: "x" } } },
      {
        project: "members",
        name: "fine",
        configuration: {
          logstore: "app",
          sink: { bucket: "logs-hk", endpoint: "http://oss-cn-hongkong.aliyuncs.com" },
        },
      },
    ],
    logEtls: [
      {
        project: "members",
        name: "etl",
        configuration: {
          logstore: "web",
          accessKeySecret: "hunter2-of-etl",
          script: "hunter2-of-script",
          sinks: [
            {
              project: "p",
              logstore: "l",
              accessKeySecret: "hunter2-of-sink",
              endpoint: "http://u:hunter2@x.example/?sig=1",
            },
          ],
        },
      },
    ],
    functions: [
      {
        functionName: "f",
        environmentVariables: { DB_PASSWORD: "hunter2-of-f" },
        juiceFsConfig: { mountConfigs: [{ token: "hunter2-of-disk" }] },
        logConfig: { project: "members", logstore: "app" },
        tags: [],
      },
      { functionName: "odd", tags: "none", environmentVariables: { KEY: "hunter2-of-odd" } },
    ],
  };
  const estate = estateOf({ regions: { "cn-hangzhou": held } }, ["cn-hangzhou"]);
  const only = ["alibaba/log/*", "alibaba/fc/*"];

  test("keeps no environment value, key, script or address with a key in it, not even of what it cannot read", async () => {
    const { records, gaps } = await scan(estate, { only });
    expect(records.map(({ name }) => name).toSorted()).toEqual(["f", "members", "members/app", "members/web"]);
    expect(JSON.stringify({ records, gaps })).not.toMatch(/hunter2/);
  });

  test("turns an odd job or function into a gap and keeps the others", async () => {
    const { records, gaps } = await scan(estate, { only });
    expect(gaps.map(({ operation, reason, resource }) => ({ operation, reason, resource }))).toEqual(
      expect.arrayContaining([
        { operation: "ListOSSExports", reason: "malformed", resource: `acs:log:cn-hangzhou:${uid}:project/members` },
        { operation: "ListFunctions", reason: "malformed", resource: `acs:fc:cn-hangzhou:${uid}:functions/odd` },
      ]),
    );
    expect(gaps).toHaveLength(2);
    const app = records.find(({ name }) => name === "members/app");
    expect(app?.links.map(({ kind, target }) => ({ kind, id: target.id }))).toContainEqual({
      kind: "streams-to",
      id: "oss://logs-hk",
    });
  });

  test("leaves a destination whose address is not Alibaba Cloud's own without a place", async () => {
    const { records } = await scan(estate, { only });
    const web = records.find(({ name }) => name === "members/web");
    expect(web?.links.filter(({ kind }) => kind === "streams-to").map(({ target }) => target)).toEqual([{}]);
  });
});

test.each([
  ["http://oss-cn-hangzhou-internal.aliyuncs.com", "oss-cn-hangzhou"],
  ["https://oss-cn-hongkong.aliyuncs.com/", "oss-cn-hongkong"],
  ["oss-cn-hzfinance.aliyuncs.com", "oss-cn-hzfinance"],
  ["https://cn-shanghai-internal.oss-dls.aliyuncs.com", "cn-shanghai"],
  ["cn-hongkong.oss-dls.aliyuncs.com", "cn-hongkong"],
  ["https://cn-hongkong.aliyuncs.com", undefined],
  ["https://oss-cn-hangzhou.aliyuncs.com.evil.example", undefined],
  ["http://10.0.0.1", undefined],
  [undefined, undefined],
])("the region of the bucket at %s is %s", (endpoint, region) => {
  expect(ossRegionOf(endpoint)).toBe(region);
});

test("a bucket is named by its alias, in the region's canonical spelling", () => {
  expect(ossTarget("b", "oss-cn-hzfinance")).toEqual({ id: "oss://b", place: { region: "cn-hangzhou-finance" } });
  expect(ossTarget("b")).toEqual({ id: "oss://b" });
});
