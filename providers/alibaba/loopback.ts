import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { LoopbackCall, LoopbackCloud, LoopbackOptions } from "../../src/model/index.ts";
import type { Answer } from "./loopback/answer.ts";
import type { AlibabaEstate, EstateBucket } from "./loopback/estate.ts";
import { createFaultBook } from "./loopback/faults.ts";
import { createKeyring } from "./loopback/keyring.ts";
import { answerOss, type OssWorld } from "./loopback/oss.ts";
import { answerRoa, isRoa } from "./loopback/roa.ts";
import { answerRpc } from "./loopback/rpc.ts";
import { answerSls, isSls } from "./loopback/sls.ts";

/**
 * A small Alibaba Cloud on 127.0.0.1 for the demo, tests and benchmarks: RPC over POST, and over GET OSS, SLS and the products of
 * the REST style, all on one port and with their signatures verified. Every region of every account of the estate is served by the same address.
 */
export async function startLoopback(estate: AlibabaEstate, options: LoopbackOptions = {}): Promise<LoopbackCloud> {
  const calls: LoopbackCall[] = [];
  const world: OssWorld = {
    estate,
    options,
    keyring: createKeyring(estate),
    faults: createFaultBook(options.faults ?? []),
    filtered: new Map(),
    called: (operation, region, resource) => calls.push({ operation, region, resource }),
    bucket: bucketFinder(estate),
  };
  const server = createServer((request, response) => {
    respond(world, request, response).catch((error: unknown) => response.destroy(asError(error)));
  });
  const { promise: listening, resolve, reject } = Promise.withResolvers<void>();
  server.once("error", reject);
  server.listen(0, "127.0.0.1", resolve);
  await listening;
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("the loopback cloud has no port");
  return {
    url: `http://127.0.0.1:${address.port}`,
    calls,
    async close() {
      const { promise: closed, resolve: done } = Promise.withResolvers<void>();
      server.close(() => done());
      server.closeAllConnections();
      await closed;
    },
  };
}

async function respond(world: OssWorld, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const url = new URL(request.url ?? "/", "http://127.0.0.1");
  const body = await bodyOf(request);
  const answer = answerTo(world, request, url, body);
  if (answer === undefined) return;
  response.writeHead(answer.status, { "content-type": `${answer.type};charset=utf-8`, ...answer.headers });
  response.end(answer.body);
}

/** Only reading is served: RPC by POST with everything in the body, the others by GET, told apart by the scheme of signature. */
function answerTo(world: OssWorld, request: IncomingMessage, url: URL, body: string): Answer | undefined {
  if (request.method === "POST" && url.pathname === "/" && url.search === "") return answerRpc(world, body);
  if (request.method === "GET" && isSls(request.headers)) return answerSls(world, url, request.headers);
  if (request.method === "GET" && isRoa(request.headers)) return answerRoa(world, url, request.headers);
  if (request.method === "GET") return answerOss(world, url, request.headers);
  return { status: 405, type: "text/html", body: "405" };
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks).toString("utf8");
}

/** Buckets are found by name; the index is made once per account, at the first request for a bucket. */
function bucketFinder(estate: AlibabaEstate): (account: string, name: string) => EstateBucket | undefined {
  const indexes = new Map<string, Map<string, number>>();
  return (account, name) => {
    const buckets = estate.accounts[account]?.buckets ?? [];
    const made = indexes.get(account) ?? new Map<string, number>();
    if (!indexes.has(account)) {
      for (let index = 0; index < buckets.length; index++) made.set(buckets.at(index)?.name ?? "", index);
      indexes.set(account, made);
    }
    const index = made.get(name);
    return index === undefined ? undefined : buckets.at(index);
  };
}

function asError(error: unknown): Error {
  return error instanceof Error ? error : new Error("the loopback cloud failed");
}
