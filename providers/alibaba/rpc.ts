import { type ClientRequest, Agent as HttpAgent, type IncomingMessage } from "node:http";
import { Agent as HttpsAgent } from "node:https";
import RPCClient from "@alicloud/pop-core";
import { z } from "zod";
import type { CredentialProvider, Credentials } from "./credential.ts";
import { AlibabaError, fromTransport, retryAfterOf, unexpectedAnswer } from "./errors.ts";
import { orNotOffered, type PublishedProduct } from "./published-regions.ts";

/** A product of the RPC style. A resource type brings its own, so that adding a product touches one file. */
export interface RpcProduct {
  readonly name: string;
  readonly version: string;
  /** Host of the product in a region, without scheme. */
  host(region: string): string;
  /** Given where the regions with an endpoint are known, so that a region without one is told from a failure. */
  readonly published?: PublishedProduct;
}

export interface RpcRequest<Answer> {
  readonly product: RpcProduct;
  readonly region: string;
  readonly action: string;
  readonly parameters: Readonly<Record<string, string | number | boolean>>;
  /** Only the fields that are used; the rest of an answer is dropped. */
  readonly answer: z.ZodType<Answer>;
}

export interface RpcClient {
  request<Answer>(request: RpcRequest<Answer>, signal: AbortSignal): Promise<Answer>;
}

export interface WireOptions {
  readonly credentials: CredentialProvider;
  /** One endpoint for everything, in place of the cloud's own hosts. */
  readonly endpoint: string | undefined;
  readonly timeoutMs: number;
  contacted(host: string): void;
}

/** The SDK's client, made with `verbose`, which its type declarations leave out: answers then come with their HTTP status. */
interface PopClient {
  request(action: string, parameters: object, options: object): Promise<unknown>;
}

interface Connection {
  readonly client: PopClient;
  readonly agent: HttpAgent;
}

const Exchange = z.tuple([
  z.unknown(),
  z.object({
    response: z.object({ statusCode: z.number(), headers: z.record(z.string(), z.unknown()).catch({}) }),
  }),
]);

const Refusal = z.object({
  data: z.object({ Code: z.union([z.string(), z.number()]).transform(String), Message: z.string().catch("") }),
  entry: z
    .object({ response: z.object({ statusCode: z.number(), headers: z.record(z.string(), z.unknown()).catch({}) }) })
    .optional()
    .catch(undefined),
});

/**
 * The RPC products through `@alicloud/pop-core`: always POST (a GET would put key and signature into urls and errors), with
 * our own timeout, without retries (`collect/` retries), and with errors that carry nothing of the request.
 */
export function createRpc(options: WireOptions): RpcClient {
  const clients = new Map<string, Connection>();

  function clientOf(product: RpcProduct, region: string): Connection {
    const endpoint = (options.endpoint ?? `https://${product.host(region)}`).replace(/\/$/, "");
    const key = `${endpoint} ${product.version}`;
    const made = clients.get(key);
    if (made !== undefined) return made;
    options.contacted(new URL(endpoint).host);
    const credentialsProvider = { getCredentials: options.credentials };
    const client: PopClient = Reflect.construct(RPCClient, [
      { endpoint, apiVersion: product.version, credentialsProvider },
      true,
    ]);
    const agent = endpoint.startsWith("https:")
      ? new HttpsAgent({ keepAlive: true })
      : new HttpAgent({ keepAlive: true });
    const connection = { client, agent };
    clients.set(key, connection);
    return connection;
  }

  return {
    async request(request, signal) {
      signal.throwIfAborted();
      const { product, region, action, parameters } = request;
      const secrets = secretsOf(await options.credentials());
      const { client, agent: shared } = clientOf(product, region);
      const { agent, response } = watched(shared);
      const sent = client.request(action, { ...parameters }, { method: "POST", timeout: options.timeoutMs, agent });
      let exchange: unknown;
      try {
        exchange = await unlessAborted(sent, signal);
      } catch (error) {
        throw (
          refusalOf(error, secrets) ??
          busyPageOf(response()) ??
          shapelessOf(error) ??
          orNotOffered(fromTransport(error, secrets), {
            product: product.published,
            region,
            ownHost: options.endpoint === undefined,
          })
        );
      }
      return read(exchange, request.answer);
    },
  };
}

function read<Answer>(exchange: unknown, schema: z.ZodType<Answer>): Answer {
  const [body, { response }] = Exchange.parse(exchange);
  // The SDK takes any JSON without a `Code` for a success, a gateway's 500 included.
  if (response.statusCode < 200 || response.statusCode >= 300) {
    throw new AlibabaError({
      code: `Http${response.statusCode}`,
      message: `HTTP status ${response.statusCode} without an error code`,
      status: response.statusCode,
      retryAfterMs: retryAfterOf(response.headers["retry-after"]),
    });
  }
  const parsed = schema.safeParse(body);
  if (!parsed.success) throw unexpectedAnswer(parsed.error);
  return parsed.data;
}

function refusalOf(error: unknown, secrets: readonly string[]): AlibabaError | undefined {
  const refusal = Refusal.safeParse(error).data;
  if (refusal === undefined) return undefined;
  const { data, entry } = refusal;
  return new AlibabaError(
    {
      code: data.Code,
      message: data.Message,
      status: entry?.response.statusCode,
      retryAfterMs: retryAfterOf(entry?.response.headers["retry-after"]),
    },
    secrets,
  );
}

type Head = Pick<IncomingMessage, "statusCode" | "headers">;

/** An agent that remembers the head of the answer: the SDK forgets the status of an answer that is not JSON. */
function watched(agent: HttpAgent): { readonly agent: HttpAgent; response(): Head | undefined } {
  let head: Head | undefined;
  const watching = new Proxy(agent, {
    get(target, name) {
      const found: unknown = Reflect.get(target, name);
      if (name !== "addRequest" || typeof found !== "function") return found;
      return (request: ClientRequest, ...rest: readonly unknown[]) => {
        request.once("response", (response: IncomingMessage) => {
          head = response;
        });
        return Reflect.apply(found, target, [request, ...rest]);
      };
    },
  });
  return { agent: watching, response: () => head };
}

/** A gateway that asks to wait does so with a page of its own, which says nothing of the API. */
function busyPageOf(head: Head | undefined): AlibabaError | undefined {
  const status = head?.statusCode;
  if (status !== 429 && status !== 503) return undefined;
  return new AlibabaError({
    code: `Http${status}`,
    message: `HTTP status ${status} without an error code`,
    status,
    retryAfterMs: retryAfterOf(head?.headers["retry-after"]),
  });
}

/** The SDK stumbles over an answer that is no object, such as `null`. */
function shapelessOf(error: unknown): AlibabaError | undefined {
  if (!(error instanceof TypeError) || error.cause !== undefined) return undefined;
  return new AlibabaError({ code: "UnexpectedAnswer", message: "the answer is not an object" });
}

export function secretsOf(credentials: Credentials): readonly string[] {
  const { accessKeyId, accessKeySecret, securityToken } = credentials;
  return securityToken === undefined ? [accessKeyId, accessKeySecret] : [accessKeyId, accessKeySecret, securityToken];
}

/** The SDK knows no signals: a call that is given up goes on until its timeout, unheard. */
async function unlessAborted<T>(sent: Promise<T>, signal: AbortSignal): Promise<T> {
  const { promise: aborted, reject } = Promise.withResolvers<never>();
  const stop = (): void => reject(signal.reason);
  signal.addEventListener("abort", stop, { once: true });
  try {
    return await Promise.race([sent, aborted]);
  } finally {
    signal.removeEventListener("abort", stop);
  }
}
