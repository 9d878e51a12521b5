import type { IncomingMessage, ServerResponse } from "node:http";
import { createServer } from "node:https";
import type { Fault, LoopbackCall, LoopbackCloud, LoopbackOptions } from "../../src/model/index.ts";
import { answerError, answerFault, answerJson } from "./loopback-answers.ts";
import { createLoopbackAuthority, type LoopbackAuthority } from "./loopback-authority.ts";
import { answerBlobs, type BlobQuestion, blobQuestion, refuse } from "./loopback-blobs.ts";
import { unpagedLists } from "./loopback-database-routes.ts";
import type { AzureEstate, Items } from "./loopback-estate.ts";
import { routeOf } from "./loopback-routes.ts";
import { asOfVersion } from "./loopback-versions.ts";

export interface AzureLoopbackOptions extends LoopbackOptions {
  /** Shared by several servers, so that a client trusts one CA. */
  readonly authority?: LoopbackAuthority;
  /** The bearer token that is accepted; left out = any. */
  readonly token?: string;
  /** Later API versions are refused, as 21Vianet does with those it has not got yet. */
  readonly latestApiVersion?: string;
  /** Error codes of what a cloud or subscription does not have, by namespace or type in lower case. */
  readonly refused?: Readonly<Record<string, string>>;
  /** Next links lead here instead of to the server itself. */
  readonly nextLinkOrigin?: string;
}

/** Resource Manager over https on 127.0.0.1, served from an estate. */
export async function startAzureLoopback(
  estate: AzureEstate,
  options: AzureLoopbackOptions = {},
): Promise<LoopbackCloud> {
  const authority = options.authority ?? (await createLoopbackAuthority());
  const calls: LoopbackCall[] = [];
  const faults = (options.faults ?? []).map((fault) => ({ fault, left: fault.times ?? Number.POSITIVE_INFINITY }));
  const orders = new Map<string, Uint32Array>();
  const server = createServer({ key: authority.key, cert: authority.cert }, serve);

  function serve(request: IncomingMessage, response: ServerResponse): void {
    const url = new URL(request.url ?? "/", origin());
    const asked = blobQuestion(request, url);
    if (asked !== undefined) {
      serveBlobs(request, response, url, asked);
      return;
    }
    const route = request.method === "GET" ? routeOf(url.pathname, estate) : undefined;
    const operation = route?.operation ?? `${request.method} ${url.pathname}`;
    calls.push({ operation, region: null, resource: route?.resource ?? null });
    if (!isAuthorised(request)) {
      answerError(
        response,
        401,
        "AuthenticationFailed",
        "Authentication failed. The 'Authorization' header is missing.",
      );
      return;
    }
    const refused = refusedVersion(url);
    if (refused !== undefined) {
      answerError(response, 400, refused, "The api-version is not supported.");
      return;
    }
    const lacking = lackedBy(url);
    if (lacking !== undefined) {
      answerError(
        response,
        lacking === "MissingSubscriptionRegistration" ? 409 : 404,
        lacking,
        "There is no such thing.",
      );
      return;
    }
    const fault = takeFault(operation, route?.resource ?? null);
    if (fault !== undefined && answerFault(response, fault, url.pathname, options.retryAfter ?? 0)) return;
    const size = unpagedLists.has(operation) ? Number.POSITIVE_INFINITY : (options.pageSize ?? 1000);
    if (route?.list !== undefined) answerPage(response, url, route.list, size, fault?.answer === "repeat-token");
    else if (route?.object !== undefined) answerJson(response, 200, route.object);
    else answerError(response, 404, notFound(url), "The resource could not be found.");
  }

  function serveBlobs(request: IncomingMessage, response: ServerResponse, url: URL, asked: BlobQuestion): void {
    calls.push({ operation: asked.operation, region: null, resource: asked.account });
    const fault = takeFault(asked.operation, asked.account);
    const answer = isAuthorised(request) ? fault?.answer : "denied";
    if (answer === "denied") refuse(response, 403, "AuthorizationPermissionMismatch");
    else if (answer === "throttled") refuse(response, 503, "ServerBusy");
    else if (answer === "server-error") refuse(response, 500, "InternalError");
    else if (answer === "malformed")
      response.writeHead(200, { "content-type": "text/html" }).end("<html><body><p>Sign in</body>");
    else if (answer !== "hang") {
      const repeatToken = answer === "repeat-token";
      const pageSize = options.pageSize ?? 5_000;
      answerBlobs(request, response, url, asked, { blobs: estate.blobs ?? {}, pageSize, repeatToken });
    }
  }

  function isAuthorised(request: IncomingMessage): boolean {
    const given = /^Bearer (.+)$/.exec(request.headers.authorization ?? "")?.[1];
    return given !== undefined && (options.token === undefined || given === options.token);
  }

  function refusedVersion(url: URL): string | undefined {
    const version = url.searchParams.get("api-version");
    if (version === null) return "MissingApiVersionParameter";
    return version > (options.latestApiVersion ?? "9999-12-31") ? "NoRegisteredProviderFound" : undefined;
  }

  function lackedBy({ pathname }: URL): string | undefined {
    const asked = pathname.toLowerCase();
    return Object.entries(options.refused ?? {}).find(([name]) => `${asked}/`.includes(`/providers/${name}/`))?.[1];
  }

  function takeFault(operation: string, resource: string | null): Fault | undefined {
    for (const entry of faults) {
      const { fault } = entry;
      if (entry.left <= 0 || fault.region !== undefined) continue;
      if (fault.operation !== "*" && fault.operation !== operation) continue;
      if (fault.resource !== undefined && fault.resource.toLowerCase() !== resource?.toLowerCase()) continue;
      entry.left--;
      return fault;
    }
    return undefined;
  }

  function answerPage(response: ServerResponse, url: URL, list: Items<unknown>, size: number, repeat: boolean): void {
    const from = Number(url.searchParams.get("$skiptoken") ?? 0);
    const order = orderOf(url.pathname, list.length);
    const version = url.searchParams.get("api-version") ?? "";
    const value: unknown[] = [];
    for (let index = from; index < Math.min(from + size, list.length); index++)
      value.push(asOfVersion(list.at(order?.[index] ?? index), version));
    const next = repeat ? from : from + size;
    const more = repeat || next < list.length;
    answerJson(response, 200, { value, ...(more ? { nextLink: nextLink(url, next) } : {}) });
  }

  function nextLink(url: URL, next: number): string {
    const version = url.searchParams.get("api-version");
    return `${options.nextLinkOrigin ?? origin()}${url.pathname}?api-version=${version}&$skiptoken=${next}`;
  }

  function orderOf(path: string, length: number): Uint32Array | undefined {
    if (options.shuffleSeed === undefined) return undefined;
    const known = orders.get(path);
    if (known !== undefined) return known;
    const order = shuffled(length, options.shuffleSeed);
    orders.set(path, order);
    return order;
  }

  function origin(): string {
    const address = server.address();
    return `https://127.0.0.1:${typeof address === "object" && address !== null ? address.port : 0}`;
  }

  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(0, "127.0.0.1", () => resolve());
  });
  return {
    url: origin(),
    calls,
    ca: authority.ca,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function notFound(url: URL): string {
  return /^\/subscriptions\/[^/]+/i.test(url.pathname) && !url.pathname.includes("/providers/")
    ? "SubscriptionNotFound"
    : "InvalidResourceType";
}

/** Fisher and Yates, with a small linear congruential generator: the same seed deals the same order. */
function shuffled(length: number, seed: number): Uint32Array {
  const order = Uint32Array.from({ length }, (_, index) => index);
  let state = (seed >>> 0) + 1;
  for (let index = length - 1; index > 0; index--) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    const other = state % (index + 1);
    const held = order[index] ?? 0;
    order[index] = order[other] ?? 0;
    order[other] = held;
  }
  return order;
}
