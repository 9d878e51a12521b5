import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { afterEach, describe, expect, test } from "vitest";
import { z } from "zod";
import { describeError } from "../../providers/alibaba/errors.ts";
import { alibaba } from "../../providers/alibaba/index.ts";
import { createOss } from "../../providers/alibaba/oss.ts";
import { createRoa } from "../../providers/alibaba/roa.ts";
import { createRpc, type WireOptions } from "../../providers/alibaba/rpc.ts";
import { idText } from "../../providers/alibaba/rpc-fields.ts";
import { createSls } from "../../providers/alibaba/sls.ts";
import { ossBucket } from "../../providers/alibaba/types/oss-bucket.ts";
import { createCaller } from "../../src/collect/caller.ts";
import { secrets } from "../support/alibaba-scan.ts";

const closers: (() => void)[] = [];
afterEach(() => {
  for (const close of closers.splice(0)) close();
});

interface Seen {
  readonly method: string;
  readonly url: string;
  readonly body: string;
  readonly headers: IncomingMessage["headers"];
}

/** A server that answers everything the same way, and what it saw. */
async function answering(
  answer: (response: ServerResponse) => void,
): Promise<{ readonly options: WireOptions; readonly seen: readonly Seen[]; readonly hosts: readonly string[] }> {
  const seen: Seen[] = [];
  const hosts: string[] = [];
  const server = createServer(async (request, response) => {
    let body = "";
    for await (const chunk of request) body += String(chunk);
    seen.push({ method: request.method ?? "", url: request.url ?? "", body, headers: request.headers });
    answer(response);
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", () => listening()));
  closers.push(() => {
    server.closeAllConnections();
    server.close();
  });
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("no port");
  const options = {
    credentials: async () => secrets,
    endpoint: `http://127.0.0.1:${address.port}/`,
    timeoutMs: 300,
    contacted: (host: string) => hosts.push(host),
  };
  return { options, seen, hosts };
}

const json =
  (status: number, body: string, headers = {}) =>
  (response: ServerResponse) => {
    response.writeHead(status, { "content-type": "application/json", ...headers });
    response.end(body);
  };

const sample = {
  product: { name: "sample", version: "2020-01-01", host: (region: string) => `sample.${region}.aliyuncs.com` },
  region: "cn-hangzhou",
  action: "DescribeSamples",
  parameters: { RegionId: "cn-hangzhou", PageSize: 100, Flag: true },
  answer: z.object({ Owner: idText, Size: idText.optional() }),
};

async function request(options: WireOptions, signal = new AbortController().signal) {
  try {
    return { answer: await createRpc(options).request(sample, signal) };
  } catch (error) {
    return { facts: describeError(error), text: `${String(error)} ${JSON.stringify(error)}` };
  }
}

describe("an RPC request", () => {
  test("is POSTed, with nothing in its address", async () => {
    const { options, seen, hosts } = await answering(json(200, '{"Owner":"1"}'));
    expect(await request(options)).toEqual({ answer: { Owner: "1" } });
    expect(seen.map(({ method, url }) => `${method} ${url}`)).toEqual(["POST /"]);
    expect(new URLSearchParams(seen[0]?.body).get("PageSize")).toBe("100");
    expect(hosts).toEqual([new URL(options.endpoint ?? "").host]);
  });

  test("keeps every digit of numbers that are too long for one", async () => {
    const { options } = await answering(json(200, '{"Owner":1234567890123456789,"Size":7}'));
    expect(await request(options)).toEqual({ answer: { Owner: "1234567890123456789", Size: "7" } });
  });

  test.each([
    [
      "a gateway's 500 without a code",
      json(500, '{"hint":"x"}'),
      { reason: "failed", code: "Http500", retryable: true },
    ],
    ["a 403 without a code", json(403, "{}"), { reason: "denied", code: "Http403" }],
    ["a 503 with a delay", json(503, "{}", { "retry-after": "7" }), { reason: "throttled", retryAfterMs: 7_000 }],
    ["a code in a 200", json(200, '{"Code":"Throttling.Api","Message":"slow"}'), { reason: "throttled" }],
    [
      "a gateway's page that asks to wait",
      json(503, "<html>Service Unavailable</html>", { "content-type": "text/html", "retry-after": "3" }),
      { reason: "throttled", code: "Http503", retryable: true, retryAfterMs: 3_000 },
    ],
    ["a page about too many requests", json(429, "<html>"), { reason: "throttled", code: "Http429", retryable: true }],
    ["a web page", json(502, "<html>"), { reason: "malformed", code: "NotJson" }],
    ["half an answer", json(200, '{"Owner":"1'), { reason: "malformed", code: "NotJson" }],
    ["another shape", json(200, '{"Owner":null}'), { reason: "malformed", code: "UnexpectedAnswer" }],
    ["a list", json(200, "[]"), { reason: "malformed", code: "UnexpectedAnswer" }],
    ["null", json(200, "null"), { reason: "malformed" }],
    ["no answer", () => undefined, { reason: "timeout", retryable: true }],
    ["a cut connection", (response: ServerResponse) => response.destroy(), { reason: "failed", code: "ECONNRESET" }],
  ])("fails on %s", async (_what, answer, expected) => {
    const { options } = await answering(answer);
    const { facts, text } = await request(options);
    expect(facts).toMatchObject(expected);
    for (const secret of [...Object.values(secrets), "Signature", "127.0.0.1"]) expect(text).not.toContain(secret);
  });

  test("is not tried again by itself", async () => {
    const { options, seen } = await answering(json(503, '{"Code":"ServiceUnavailable"}'));
    await request(options);
    expect(seen).toHaveLength(1);
  });

  test("ends at once when the scan is interrupted", async () => {
    const { options } = await answering(() => undefined);
    const controller = new AbortController();
    const started = performance.now();
    setTimeout(() => controller.abort(new Error("interrupted")), 20);
    await request({ ...options, timeoutMs: 5_000 }, controller.signal);
    expect(performance.now() - started).toBeLessThan(4_000);
  });
});

const bucket = { name: "b", location: "oss-cn-hangzhou", region: "cn-hangzhou" };
const root = z.object({ Root: z.string() });

async function get(options: WireOptions, address = bucket) {
  const oss = createOss({ ...options, home: "cn-hangzhou" });
  try {
    return {
      answer: await oss.get({ bucket: address, query: { tagging: "" }, answer: root }, new AbortController().signal),
    };
  } catch (error) {
    return { facts: describeError(error), text: `${String(error)} ${JSON.stringify(error)}` };
  }
}

describe("an OSS request", () => {
  test("addresses a configured endpoint by path and carries the token in its own header", async () => {
    const { options, seen } = await answering(json(200, "<Root>x</Root>"));
    expect(await get(options)).toEqual({ answer: { Root: "x" } });
    expect(seen.map(({ method, url }) => `${method} ${url}`)).toEqual(["GET /b/?tagging"]);
    expect(seen[0]?.headers["x-oss-security-token"]).toBe(secrets.securityToken);
    expect(seen[0]?.headers.authorization).toMatch(/^OSS4-HMAC-SHA256 Credential=/);
  });

  test("never follows a redirect, which would carry the signature elsewhere", async () => {
    const elsewhere = await answering(json(200, "<Root>x</Root>"));
    const { options } = await answering(json(307, "", { location: elsewhere.options.endpoint }));
    expect((await get(options)).facts).toMatchObject({ reason: "failed", code: "Http307" });
    expect(elsewhere.seen).toEqual([]);
  });

  test.each([
    [
      "a refusal",
      403,
      "<Error><Code>AccessDenied</Code><Message>no</Message></Error>",
      { reason: "denied", message: "no" },
    ],
    ["a gateway's page", 502, "<html><br></html>", { reason: "failed", code: "Http502", retryable: true }],
    ["a cut-off answer", 200, "<Root>x", { reason: "malformed", code: "NotXml" }],
    ["another document", 200, "<Other/>", { reason: "malformed", code: "UnexpectedAnswer" }],
  ])("fails on %s", async (_what, status, body, expected) => {
    const { options } = await answering(json(status, body));
    expect((await get(options)).facts).toMatchObject(expected);
  });

  test("that lists buckets does not take a cut-off list for a whole one", async () => {
    const xml = `<ListAllMyBucketsResult><IsTruncated>true</IsTruncated><Buckets/></ListAllMyBucketsResult>`;
    const { options } = await answering(json(200, xml));
    const scope = { provider: "alibaba", partition: "alibaba", account: "1" };
    const session = {
      ...{ scope, regions: [], notEnabled: [], regionDifferences: [] },
      rpc: createRpc(options),
      oss: createOss({ ...options, home: "cn-hangzhou" }),
      sls: createSls(options),
      roa: createRoa(options),
    };
    const caller = createCaller({ scope, type: ossBucket.type, region: null, provider: alibaba });
    const read = async () => {
      for await (const item of ossBucket.collect(session, null, caller)) expect(item).toBeUndefined();
    };
    await expect(read()).rejects.toMatchObject({ code: "UnexpectedAnswer" });
  });

  test("that is not answered is a timeout", async () => {
    const { options } = await answering(() => undefined);
    expect((await get(options)).facts).toMatchObject({ reason: "timeout", retryable: true });
  });

  test.each([
    [{ ...bucket, name: "evil.example.com/" }],
    [{ ...bucket, location: "oss-x.example.com" }],
    [{ ...bucket, location: "evil" }],
  ])("does not make a host of a name that is not as documented: %o", async (address) => {
    const { options, hosts } = await answering(json(200, "<Root>x</Root>"));
    const { facts } = await get({ ...options, endpoint: undefined }, address);
    expect(facts).toMatchObject({ reason: "malformed" });
    expect(hosts).toEqual([]);
  });
});
