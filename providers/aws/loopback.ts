import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { Fault, LoopbackCall, LoopbackCloud, LoopbackOptions } from "../../src/model/index.ts";
import type { AwsAccount, AwsEstate } from "./loopback/estate.ts";
import { createPager, type Pager } from "./loopback/pager.ts";
import { s3 } from "./loopback/s3.ts";
import { services } from "./loopback/services.ts";
import type { AwsAnswer, AwsRequest, LoopbackService } from "./loopback/wire.ts";
import { regionFact } from "./regions.ts";

export type { AwsAccount, AwsEstate, Items } from "./loopback/estate.ts";

export interface AwsLoopbackOptions extends LoopbackOptions {
  /** False keeps no record of calls: for estates of hundreds of thousands of resources. */
  readonly recordCalls?: boolean;
}

/** Serves an estate in AWS's own wire protocols on 127.0.0.1. */
export async function serveAws(estate: AwsEstate, options: AwsLoopbackOptions = {}): Promise<LoopbackCloud> {
  const cloud = createCloud(estate, options);
  const server = createServer((request, response) => {
    cloud.serve(request, response).catch((error: unknown) => {
      response.writeHead(500, { "content-type": "text/plain" }).end(String(error));
    });
  });
  server.keepAliveTimeout = 30_000;
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("the loopback server has no port");
  return {
    url: `http://127.0.0.1:${address.port}`,
    calls: cloud.calls,
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        // Faults of the kind `hang` keep connections open for good.
        server.closeAllConnections();
      }),
  };
}

interface Cloud {
  readonly calls: readonly LoopbackCall[];
  serve(request: IncomingMessage, response: ServerResponse): Promise<void>;
}

function createCloud(estate: AwsEstate, options: AwsLoopbackOptions): Cloud {
  const calls: LoopbackCall[] = [];
  const assumed = new Map<string, AwsAccount>();
  const pager = createPager(options.pageSize, options.shuffleSeed);
  const faults = (options.faults ?? []).map((fault) => ({ fault, left: fault.times ?? Number.POSITIVE_INFINITY }));

  function assume(roleArn: string): string | undefined {
    const [, partition, , , id, role] = roleArn.split(":");
    const account = estate.accounts.find((candidate) => candidate.id === id && candidate.partition === partition);
    if (account === undefined || !(account.roles ?? []).includes((role ?? "").replace("role/", ""))) return undefined;
    const key = `ASIALOOPBACK${account.id}`;
    assumed.set(key, account);
    return key;
  }

  function faultFor(call: LoopbackCall, service: string): Fault | undefined {
    const hit = faults.find(({ fault, left }) => left > 0 && matches(fault, call, service));
    if (hit !== undefined) hit.left--;
    return hit?.fault;
  }

  return {
    calls,
    async serve(incoming, response) {
      const signed = await readRequest(incoming, estate, assumed);
      const service = services.find((candidate) => candidate.id === signed.service) ?? s3;
      if (signed.account === undefined) {
        return send(
          incoming,
          response,
          service.error(403, "InvalidClientTokenId", "The security token included in the request is invalid."),
        );
      }
      const request: AwsRequest = { ...signed, account: signed.account };
      const { operation, resource } = service.identify(request);
      const call = { operation, region: request.region, resource };
      if (options.recordCalls !== false) calls.push(call);
      const fault = faultFor(call, service.id);
      if (fault?.answer === "hang") return;
      if (fault !== undefined && fault.answer !== "repeat-token") {
        return send(incoming, response, faulty(service, fault.answer, call, options.retryAfter ?? 0));
      }
      if (isDisabled(request)) {
        return send(
          incoming,
          response,
          service.error(401, "AuthFailure", "AWS was not able to validate the provided access credentials"),
        );
      }
      const context = { pager: pager as Pager, assume, accounts: estate.accounts, repeatToken: fault !== undefined };
      return send(incoming, response, service.answer(request, operation, context));
    },
  };
}

function matches(fault: Fault, call: LoopbackCall, service: string): boolean {
  return (
    (fault.service === undefined || fault.service === service) &&
    (fault.operation === "*" || fault.operation === call.operation) &&
    (fault.region === undefined || fault.region === call.region) &&
    (fault.resource === undefined || fault.resource === call.resource)
  );
}

function isDisabled({ account, region }: AwsRequest): boolean {
  return account.regions.some(({ id, optIn }) => id === region && optIn === "not-opted-in");
}

function faulty(
  service: LoopbackService,
  answer: Fault["answer"],
  { operation, region }: LoopbackCall,
  retryAfter: number,
): AwsAnswer {
  switch (answer) {
    case "denied":
      return service.error(
        service.denied.status,
        service.denied.code,
        `User: arn:aws:iam::111122223333:user/audit is not authorized to perform: ${service.id}:${operation} because no identity-based policy allows the action`,
      );
    case "throttled":
      return {
        ...service.error(service.throttled.status, service.throttled.code, "Please reduce your request rate."),
        headers: { "retry-after": String(retryAfter) },
      };
    case "malformed":
      return {
        status: 200,
        headers: { "content-type": "text/html" },
        body: `<!DOCTYPE html><html><head><title>Sign in</title></head><body>Portal of ${region ?? "nowhere"}</body></html>`,
      };
    default:
      return service.error(500, "InternalError", "We encountered an internal error. Please try again.");
  }
}

interface SignedRequest extends Omit<AwsRequest, "account"> {
  readonly service: string;
  readonly account: AwsAccount | undefined;
}

async function readRequest(
  incoming: IncomingMessage,
  estate: AwsEstate,
  assumed: ReadonlyMap<string, AwsAccount>,
): Promise<SignedRequest> {
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) chunks.push(chunk as Buffer);
  const body = Buffer.concat(chunks).toString();
  const { "x-amz-target": target } = incoming.headers;
  const url = new URL(incoming.url ?? "/", "http://127.0.0.1");
  // AWS4-HMAC-SHA256 Credential=<key>/<date>/<region>/<service>/aws4_request, …
  const scope = /Credential=([^/,\s]+)\/\d+\/([^/]+)\/([^/]+)\/aws4_request/.exec(incoming.headers.authorization ?? "");
  const [, accessKey = "", region = "", service = ""] = scope ?? [];
  return {
    method: incoming.method ?? "GET",
    path: url.pathname,
    query: url.searchParams,
    form: new URLSearchParams(body),
    body,
    target: typeof target === "string" ? target : "",
    region,
    service,
    accessKey,
    headers: {
      range: incoming.headers.range,
      "if-match": incoming.headers["if-match"],
      "x-amz-expected-bucket-owner": incoming.headers["x-amz-expected-bucket-owner"]?.toString(),
    },
    account: assumed.get(accessKey) ?? accountFor(estate, accessKey, region),
  };
}

/** The account that a key enters in the partition of a region. */
function accountFor(estate: AwsEstate, accessKey: string, region: string): AwsAccount | undefined {
  const candidates = estate.accounts.filter((account) => account.accessKeys?.includes(accessKey) ?? true);
  const partition = regionFact(region)?.partition;
  return (
    candidates.find((account) => account.partition === partition) ??
    candidates.find((account) => partition === undefined && account.regions.some(({ id }) => id === region))
  );
}

function send(incoming: IncomingMessage, response: ServerResponse, answer: AwsAnswer): void {
  const body = incoming.method === "HEAD" ? "" : answer.body;
  response.writeHead(answer.status, {
    "content-type": "application/xml",
    "x-amz-request-id": "7A62C49F347E4FC4",
    ...answer.headers,
    "content-length": Buffer.byteLength(body),
  });
  response.end(body);
}
