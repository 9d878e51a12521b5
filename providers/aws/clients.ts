import type { EC2Client, EC2ClientConfig } from "@aws-sdk/client-ec2";
import { STSClient } from "@aws-sdk/client-sts";
import { assertReadable, type BodyFormat, MalformedAnswer, RegionNotEnabled } from "./answer.ts";
import type { CredentialProvider } from "./credentials.ts";
import { endpointOf } from "./endpoints.ts";
import { refusesCredentials } from "./errors.ts";

/** What every client of the SDK is given. */
export interface AwsClientConfig {
  readonly region: string;
  readonly credentials: CredentialProvider;
  readonly maxAttempts: number;
  readonly requestHandler: NonNullable<EC2ClientConfig["requestHandler"]>;
  readonly profile?: string;
  readonly endpoint?: string;
  /** S3 only: buckets in the path, where an endpoint has no name for each of them. */
  readonly forcePathStyle?: boolean;
  /** SQS only: whether the host in a queue's URL is called instead of the region's endpoint. */
  readonly useQueueUrlAsEndpoint?: boolean;
}

/** What all of the SDK's clients have in common, as far as it is used here. */
export interface AwsClient {
  readonly config: { readonly serviceId: string };
  readonly middlewareStack: { readonly add: unknown };
  destroy(): void;
}

export type AwsClientClass<C extends AwsClient> = new (config: AwsClientConfig) => C;

export interface ClientSettings {
  readonly credentials: CredentialProvider;
  readonly profile: string | undefined;
  /** The source's own `endpoint`. */
  readonly endpoint: string | undefined;
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly timeoutMs: number;
  contacted(host: string): void;
  /** Whether the account's own region list says that a region is enabled. */
  isEnabled(region: string): boolean;
}

/** Makes clients, one per service and region, when they are first asked for. */
export function createClients(
  settings: ClientSettings,
): <C extends AwsClient>(Client: AwsClientClass<C>, region: string) => C {
  const made = new Map<unknown, Map<string, AwsClient>>();

  return function client<C extends AwsClient>(Client: AwsClientClass<C>, region: string): C {
    const ofClass = made.get(Client) ?? new Map<string, AwsClient>();
    made.set(Client, ofClass);
    const existing = ofClass.get(region);
    // The map holds under each class only what that class made.
    if (existing instanceof Client) return existing;
    const fresh = construct(Client, region, settings);
    watch(fresh, region, settings);
    ofClass.set(region, fresh);
    return fresh;
  };
}

function construct<C extends AwsClient>(Client: AwsClientClass<C>, region: string, settings: ClientSettings): C {
  const config: AwsClientConfig = {
    region,
    credentials: settings.credentials,
    // Retries, back-off and their limits are collect's: the SDK's own would multiply them.
    maxAttempts: 1,
    requestHandler: {
      requestTimeout: settings.timeoutMs,
      throwOnRequestTimeout: true,
      connectionTimeout: Math.min(settings.timeoutMs, 10_000),
      socketAcquisitionWarningTimeout: settings.timeoutMs * 10,
    },
    ...(settings.profile === undefined ? {} : { profile: settings.profile }),
    // A queue's URL is text of an answer: what is signed goes to the region's own endpoint and nowhere else.
    useQueueUrlAsEndpoint: false,
  };
  const first = new Client(config);
  const endpoint = settings.endpoint ?? endpointOf(settings.environment, first.config.serviceId);
  const changes: Partial<AwsClientConfig> = {
    ...(speaksHttp2(first) ? { requestHandler: http1Handler(config) } : {}),
    ...(endpoint === undefined ? {} : { endpoint, forcePathStyle: true }),
  };
  if (Object.keys(changes).length === 0) return first;
  first.destroy();
  return new Client({ ...config, ...changes });
}

/**
 * Kinesis prefers HTTP/2, which proxies and endpoints of one's own often do not speak, and which knows nothing of the
 * limits above. All its read operations answer over HTTP/1.1 as well.
 */
function speaksHttp2(client: AwsClient): boolean {
  const { requestHandler } = client.config as { readonly requestHandler?: { readonly metadata?: unknown } };
  const metadata = requestHandler?.metadata;
  return (
    typeof metadata === "object" &&
    metadata !== null &&
    "handlerProtocol" in metadata &&
    metadata.handlerProtocol === "h2"
  );
}

/** The handler that all other clients have. The SDK does not export it where no dependency of its own is needed. */
function http1Handler(config: AwsClientConfig): AwsClientConfig["requestHandler"] {
  return new STSClient(config).config.requestHandler;
}

/** Reports hosts, rejects answers that are none, and tells a region that is not enabled from refused credentials. */
function watch(client: AwsClient, region: string, settings: ClientSettings): void {
  const stack = client.middlewareStack as EC2Client["middlewareStack"];
  const format = formatOf(client);
  stack.add(
    (next) => async (args) => {
      try {
        return await next(args);
      } catch (error) {
        if (refusesCredentials(error) && !settings.isEnabled(region)) throw new RegionNotEnabled(region, error);
        throw error;
      }
    },
    { step: "initialize", priority: "high", name: "jingneiRegion" },
  );
  stack.add(
    (next, context) => async (args) => {
      const { request } = args;
      if (isRequest(request)) settings.contacted(hostOf(request, args.input));
      const result = await next(args);
      const { response } = result;
      // What an object holds may be anything; an error instead of it is still an error of the service.
      const isContent = context.commandName === "GetObjectCommand" && isResponse(response) && response.statusCode < 300;
      if (isContent) return result;
      if (isResponse(response) && !(isRequest(request) && request.method === "HEAD")) {
        const body = await bodyOf(response.body);
        assertReadable(body, {
          // A bucket policy is a JSON document in an XML service.
          format: isPolicyRequest(request) ? "any" : format,
          status: response.statusCode,
          contentType: response.headers["content-type"] ?? "",
        });
        response.body = body;
      }
      return result;
    },
    // Nearest to the wire: before the SDK reads the answer.
    { step: "deserialize", priority: "low", name: "jingneiAnswer" },
  );
}

interface WireRequest {
  readonly hostname: string;
  readonly port?: number | undefined;
  readonly method: string;
  readonly query?: Readonly<Record<string, unknown>>;
}

interface WireResponse {
  readonly statusCode: number;
  readonly headers: Readonly<Record<string, string>>;
  body: unknown;
}

function isRequest(value: unknown): value is WireRequest {
  return typeof value === "object" && value !== null && "hostname" in value && "method" in value;
}

function isResponse(value: unknown): value is WireResponse {
  return typeof value === "object" && value !== null && "statusCode" in value && "headers" in value;
}

function isPolicyRequest(request: unknown): boolean {
  return isRequest(request) && request.query !== undefined && "policy" in request.query;
}

async function bodyOf(body: unknown): Promise<Uint8Array> {
  if (body instanceof Uint8Array) return body;
  if (typeof body === "string") return Buffer.from(body);
  if (typeof body !== "object" || body === null || !(Symbol.asyncIterator in body)) {
    throw new MalformedAnswer("the answer has no body that can be read");
  }
  const chunks: Uint8Array[] = [];
  for await (const chunk of body as AsyncIterable<Uint8Array>) chunks.push(chunk);
  return Buffer.concat(chunks);
}

/** S3 puts the bucket before its host: coverage names the endpoint, not ten thousand buckets. */
function hostOf({ hostname, port }: WireRequest, input: unknown): string {
  const host = port === undefined ? hostname : `${hostname}:${port}`;
  const bucket = typeof input === "object" && input !== null && "Bucket" in input ? input.Bucket : undefined;
  return typeof bucket === "string" && host.startsWith(`${bucket}.`) ? host.slice(bucket.length + 1) : host;
}

function formatOf(client: AwsClient): BodyFormat {
  const protocol = (client.config as { readonly protocol?: { getShapeId?(): string } }).protocol;
  return /xml|query/i.test(protocol?.getShapeId?.() ?? "") ? "xml" : "any";
}
