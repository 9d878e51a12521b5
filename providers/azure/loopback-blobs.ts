import { createHash } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import type { LoopbackBlob } from "./loopback-estate.ts";

/** Blobs by account and container. */
export type LoopbackBlobs = Readonly<Record<string, Readonly<Record<string, readonly LoopbackBlob[]>>>>;

export interface BlobQuestion {
  readonly operation: "ListContainers" | "ListBlobs" | "GetBlob";
  readonly account: string;
  readonly container: string;
  readonly name: string;
}

/** The blob service is told from Resource Manager by its version header; accounts are in the path. */
export function blobQuestion(request: IncomingMessage, { pathname, searchParams }: URL): BlobQuestion | undefined {
  if (request.headers["x-ms-version"] === undefined || request.method !== "GET") return undefined;
  const [account = "", container = "", ...rest] = pathname.slice(1).split("/").map(decodeURIComponent);
  const isList = searchParams.get("comp") === "list";
  const operation = !isList ? "GetBlob" : container === "" ? "ListContainers" : "ListBlobs";
  return { operation, account, container, name: rest.join("/") };
}

export function answerBlobs(
  request: IncomingMessage,
  response: ServerResponse,
  url: URL,
  { operation, account, container, name }: BlobQuestion,
  serving: { readonly blobs: LoopbackBlobs; readonly pageSize: number; readonly repeatToken: boolean },
): void {
  const containers = serving.blobs[account] ?? {};
  if (operation === "GetBlob") {
    const blob = containers[container]?.find((one) => one.name === name);
    if (blob === undefined) refuse(response, 404, "BlobNotFound");
    else answerBlob(request, response, blob);
    return;
  }
  const from = Number(url.searchParams.get("marker") ?? 0);
  const items =
    operation === "ListContainers"
      ? Object.keys(containers).map(containerXml)
      : (containers[container] ?? []).map(blobXml);
  const next = serving.repeatToken ? serving.pageSize : from + serving.pageSize;
  const more = serving.repeatToken || next < items.length;
  const list = operation === "ListContainers" ? "Containers" : "Blobs";
  const body = `<?xml version="1.0" encoding="utf-8"?><EnumerationResults ServiceEndpoint="https://127.0.0.1/"><${list}>${items
    .slice(from, from + serving.pageSize)
    .join("")}</${list}><NextMarker>${more ? next : ""}</NextMarker></EnumerationResults>`;
  response.writeHead(200, { "content-type": "application/xml" }).end(`\uFEFF${body}`);
}

export function refuse(response: ServerResponse, status: number, code: string): void {
  const headers = { "content-type": "application/xml", "x-ms-error-code": code, "retry-after": "0" };
  response
    .writeHead(status, headers)
    .end(`<?xml version="1.0" encoding="utf-8"?><Error><Code>${code}</Code><Message>refused</Message></Error>`);
}

function answerBlob(request: IncomingMessage, response: ServerResponse, blob: LoopbackBlob): void {
  if (request.headers["if-match"] !== undefined && request.headers["if-match"] !== `"${etagOf(blob)}"`) {
    refuse(response, 412, "ConditionNotMet");
    return;
  }
  const [, from = "0", end = ""] = /^bytes=(\d+)-(\d+)$/.exec(String(request.headers["x-ms-range"])) ?? [];
  if (Number(from) >= blob.body.length) refuse(response, 416, "InvalidRange");
  else
    response
      .writeHead(206, { "content-type": "application/octet-stream" })
      .end(blob.body.subarray(Number(from), Number(end) + 1));
}

function containerXml(name: string): string {
  return `<Container><Name>${escaped(name)}</Name><Properties><Etag>"0x1"</Etag></Properties></Container>`;
}

function blobXml(blob: LoopbackBlob): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: what XML cannot hold is encoded
  const isOdd = /[\u0000-\u001f]/.test(blob.name);
  const name = isOdd
    ? `<Name Encoded="true">${encodeURIComponent(blob.name)}</Name>`
    : `<Name>${escaped(blob.name)}</Name>`;
  const tier = `<AccessTier>${blob.tier ?? "Hot"}</AccessTier>`;
  return `<Blob>${name}<Properties><Content-Length>${blob.body.length}</Content-Length><Etag>${etagOf(blob)}</Etag><BlobType>BlockBlob</BlobType>${tier}</Properties></Blob>`;
}

function etagOf({ name, body }: LoopbackBlob): string {
  return `0x${createHash("md5").update(name).update(body).digest("hex").slice(0, 15).toUpperCase()}`;
}

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (one) => `&#${one.charCodeAt(0)};`);
}
