import type { TokenCredential } from "@azure/identity";
import type { AzureCloudFacts } from "./clouds.ts";
import { MalformedAnswerError } from "./errors.ts";

/** The same in all clouds (learn.microsoft.com, "Authorize access to blobs using Microsoft Entra ID", read 2026-11-22). */
const scope = "https://storage.azure.com/.default";
/** From 2021-02-12 on names that XML cannot hold are encoded in lists. 21Vianet has it too. */
const version = "2021-12-02";

/** One GET of the blob service. */
export interface BlobRequest {
  readonly account: string;
  /** Container and blob; none for the account itself. */
  readonly path: readonly string[];
  readonly query: Readonly<Record<string, string>>;
  readonly headers?: Readonly<Record<string, string>>;
  readonly status: 200 | 206;
}

/** Reads the blob service of storage accounts, as the signed-in identity: account keys are never asked for. */
export interface BlobService {
  get(request: BlobRequest, signal: AbortSignal): Promise<Uint8Array>;
}

/** An answer that is no success, in the words that `describeError` reads. */
class BlobError extends Error {
  readonly statusCode: number;
  readonly code: string;
  constructor(statusCode: number, code: string) {
    super("the blob service refused");
    this.name = "RestError";
    this.statusCode = statusCode;
    this.code = code;
  }
}

/** An endpoint of one's own is addressed by path, `<endpoint>/<account>/…`, as an address takes no sub-domain. */
export function createBlobService(settings: {
  readonly endpoint: string | undefined;
  readonly cloud: AzureCloudFacts;
  readonly credential: TokenCredential;
  readonly contacted: (host: string) => void;
}): BlobService {
  const { endpoint, cloud, credential, contacted } = settings;

  function urlOf({ account, path, query }: BlobRequest): URL {
    if (!/^[a-z0-9]{3,24}$/.test(account)) throw new MalformedAnswerError("an account's name is not as documented");
    const base =
      endpoint === undefined ? `https://${account}.${cloud.blobSuffix}` : `${endpoint.replace(/\/$/, "")}/${account}`;
    const url = new URL(`${base}/${path.map(encoded).join("/")}`);
    for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value);
    return url;
  }

  return {
    async get(request, signal) {
      const url = urlOf(request);
      const token = await credential.getToken(scope, { abortSignal: signal });
      if (token === null) throw new BlobError(401, "NoToken");
      contacted(endpoint === undefined ? cloud.blobSuffix : url.host);
      const headers = { ...request.headers, authorization: `Bearer ${token.token}`, "x-ms-version": version };
      const { status, code, bytes } = await answerOf(url, headers, signal);
      if (status !== request.status) throw new BlobError(status, code);
      return bytes;
    },
  };
}

/** A blob's name keeps its slashes; what is empty between them, or a dot, would change the path. */
function encoded(part: string): string {
  return part
    .split("/")
    .map((name) => (name === "." || name === ".." ? name.replaceAll(".", "%2E") : encodeURIComponent(name)))
    .join("/");
}

async function answerOf(url: URL, headers: Readonly<Record<string, string>>, signal: AbortSignal) {
  try {
    // A redirect is never followed: it would carry the token to wherever an answer says.
    const response = await fetch(url, { headers, signal, redirect: "manual" });
    const code = response.headers.get("x-ms-error-code") ?? `HTTP ${response.status}`;
    return { status: response.status, code, bytes: new Uint8Array(await response.arrayBuffer()) };
  } catch (error) {
    // What the connection failed of lies below; its message may quote the address.
    const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
    throw cause;
  }
}
