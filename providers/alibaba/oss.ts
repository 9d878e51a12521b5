import { z } from "zod";
import { AlibabaError, retryAfterOf, unexpectedAnswer } from "./errors.ts";
import { fetchBytes, fetchText } from "./fetch-text.ts";
import { encodeOss, ossAuthorization, ossTimestamp } from "./oss-sign.ts";
import { parseXml, xmlText } from "./oss-xml.ts";
import { secretsOf, type WireOptions } from "./rpc.ts";

export interface OssBucketAddress {
  readonly name: string;
  /** As listed: `oss-cn-hangzhou`, `oss-cn-hzfinance`. Names the host. */
  readonly location: string;
  /** Region that requests are signed for. */
  readonly region: string;
}

export interface OssRequest<Answer> {
  /** Left out: the service itself. */
  readonly bucket?: OssBucketAddress;
  /** Sub-resources have an empty value: `{ replication: "" }`. */
  readonly query: Readonly<Record<string, string>>;
  readonly answer: z.ZodType<Answer>;
}

export interface OssRange {
  readonly bucket: OssBucketAddress;
  readonly key: string;
  readonly from: number;
  readonly end: number;
  readonly etag: string;
}

export interface OssClient {
  get<Answer>(request: OssRequest<Answer>, signal: AbortSignal): Promise<Answer>;
  /** Bytes `[from, end]` of the version that `etag` names. */
  read(request: OssRange, signal: AbortSignal): Promise<Uint8Array>;
}

export interface OssOptions extends WireOptions {
  /** Region whose host answers requests to the service itself; it lists the buckets of every region. */
  readonly home: string;
}

const Refusal = z.object({ Error: z.object({ Code: xmlText, Message: xmlText.catch("") }) });

/**
 * OSS, which is no RPC product and which the SDK cannot reach: GET requests with a V4 signature over `fetch`, XML answers.
 * In the cloud a bucket is part of the host name. A configured `endpoint` is addressed by path, `<endpoint>/<bucket>/?…`,
 * since an address such as 127.0.0.1 takes no sub-domain; what is signed is `/<bucket>/` either way.
 */
export function createOss(options: OssOptions): OssClient {
  /** What a request is sent as. `secrets` are what no error may hold. */
  async function signed(bucket: OssBucketAddress | undefined, key: string, query: Readonly<Record<string, string>>) {
    const credentials = await options.credentials();
    const { securityToken } = credentials;
    const url = new URL(addressOf(options, bucket));
    const search = Object.entries(query)
      .map(([name, value]) => (value === "" ? encodeOss(name) : `${encodeOss(name)}=${encodeOss(value)}`))
      .join("&");
    const timestamp = ossTimestamp(new Date());
    const headers: Record<string, string> = {
      "x-oss-content-sha256": "UNSIGNED-PAYLOAD",
      "x-oss-date": timestamp,
      ...(securityToken === undefined ? {} : { "x-oss-security-token": securityToken }),
      // Without it a range that cannot be served is answered with the whole object.
      ...(key === "" ? {} : { "x-oss-range-behavior": "standard" }),
    };
    const resource = bucket === undefined ? "/" : `/${bucket.name}/${key}`;
    const region = bucket?.region ?? options.home;
    const authorization = ossAuthorization(
      { method: "GET", resource, query: search, headers, region, timestamp },
      credentials,
    );
    options.contacted(hostToReport(options, bucket, url));
    const path = key.split("/").map(encodeOss).join("/");
    return {
      url: search === "" ? `${url.href}${path}` : `${url.href}${path}?${search}`,
      headers: { ...headers, authorization },
      secrets: secretsOf(credentials),
    };
  }

  function within(signal: AbortSignal): AbortSignal {
    return AbortSignal.any([signal, AbortSignal.timeout(options.timeoutMs)]);
  }

  return {
    async get({ bucket, query, answer }, signal) {
      const { url, headers, secrets } = await signed(bucket, "", query);
      const { status, retryAfter, text } = await fetchText(url, headers, within(signal), secrets);
      if (status !== 200) throw refusalOf(status, text, retryAfterOf(retryAfter), secrets);
      const parsed = answer.safeParse(parseXml(text));
      if (!parsed.success) throw unexpectedAnswer(parsed.error);
      return parsed.data;
    },
    async read({ bucket, key, from, end, etag }, signal) {
      const { url, headers, secrets } = await signed(bucket, key, {});
      const asked = { ...headers, range: `bytes=${from}-${end}`, "if-match": etag };
      const { status, retryAfter, bytes } = await fetchBytes(url, asked, within(signal), secrets);
      if (status !== 206) {
        const text = status >= 300 ? new TextDecoder().decode(bytes.subarray(0, longestRefusal)) : "";
        throw refusalOf(status, text, retryAfterOf(retryAfter), secrets);
      }
      if (bytes.length !== end - from + 1) {
        throw new AlibabaError({ code: "UnexpectedAnswer", message: "not the part of the object that was asked for" });
      }
      return bytes;
    },
  };
}

/** Far above any refusal; what is longer is none. */
const longestRefusal = 16_384;

/** The regional host: one line per region in the report, not one per bucket. */
function hostToReport(options: OssOptions, bucket: OssBucketAddress | undefined, url: URL): string {
  return options.endpoint === undefined && bucket !== undefined ? `${bucket.location}.aliyuncs.com` : url.host;
}

/** Names from an answer become part of a host only when they look as documented. */
function addressOf(options: OssOptions, bucket: OssBucketAddress | undefined): string {
  if (options.endpoint !== undefined) {
    const base = options.endpoint.replace(/\/$/, "");
    return bucket === undefined ? `${base}/` : `${base}/${encodeOss(bucket.name)}/`;
  }
  if (bucket === undefined) return `https://oss-${options.home}.aliyuncs.com/`;
  if (!/^[a-z0-9][a-z0-9-]{1,62}$/.test(bucket.name) || !/^oss-[a-z0-9-]+$/.test(bucket.location)) {
    throw new AlibabaError({ code: "UnexpectedAnswer", message: "a bucket's name or location is not as documented" });
  }
  return `https://${bucket.name}.${bucket.location}.aliyuncs.com/`;
}

function refusalOf(
  status: number,
  text: string,
  retryAfterMs: number | undefined,
  secrets: readonly string[],
): AlibabaError {
  const refusal = status >= 300 ? Refusal.safeParse(parsedOrNothing(text)).data?.Error : undefined;
  return new AlibabaError(
    {
      code: refusal?.Code ?? `Http${status}`,
      message: refusal?.Message ?? `HTTP status ${status} without an error code`,
      status,
      retryAfterMs,
    },
    secrets,
  );
}

function parsedOrNothing(text: string): unknown {
  try {
    return parseXml(text);
  } catch {
    // The status alone says that the call failed; a gateway's page adds nothing.
    return undefined;
  }
}
