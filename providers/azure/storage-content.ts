import type { Caller, ContentAccess, ContentGap, ContentObject } from "../../src/model/index.ts";
import { rangedObject } from "../ranged-object.ts";
import { blobsIn, containersIn, type ListedBlob } from "./blob-answers.ts";
import { MalformedAnswerError } from "./errors.ts";
import type { AzureSession } from "./session.ts";

/** Blobs of the containers of a storage account, read by ranges. File shares, queues and tables are not opened. */
export const storageContent: ContentAccess<AzureSession> = {
  operations: [
    {
      operation: "ListContainers",
      permission: "Microsoft.Storage/storageAccounts/blobServices/containers/read",
      per: "resource",
    },
    {
      operation: "ListBlobs",
      permission: "Microsoft.Storage/storageAccounts/blobServices/containers/blobs/read",
      per: "resource",
    },
    {
      operation: "GetBlob",
      permission: "Microsoft.Storage/storageAccounts/blobServices/containers/blobs/read",
      per: "resource",
    },
  ],
  open(session, { id, name }, caller) {
    const account = name.toLowerCase();

    async function* containers(): AsyncIterable<string> {
      const pages = caller.pages("ListContainers", async (marker, signal) => {
        const query = { comp: "list", maxresults: "5000", ...(marker === undefined ? {} : { marker }) };
        return containersIn(await session.blob.get({ account, path: [], query, status: 200 }, signal));
      });
      for await (const page of pages) for (const container of page) yield container.Name;
    }

    return {
      id,
      async *list() {
        for await (const container of containers()) {
          const pages = caller.pages("ListBlobs", async (marker, signal) => {
            const more = marker === undefined ? {} : { marker };
            const query = { restype: "container", comp: "list", maxresults: "5000", ...more };
            return blobsIn(await session.blob.get({ account, path: [container], query, status: 200 }, signal));
          });
          for await (const page of pages) {
            for (const blob of page) yield contentOf(blob, { session, caller, account, container });
          }
        }
      },
    };
  },
};

interface Whence {
  readonly session: AzureSession;
  readonly caller: Caller;
  readonly account: string;
  readonly container: string;
}

function contentOf(
  { Name: name, Properties: properties }: ListedBlob,
  { session, caller, account, container }: Whence,
): ContentObject | ContentGap {
  const path = `${container}/${name}`;
  if (properties.AccessTier === "Archive") {
    return { path, reason: "unsupported", detail: "archived: not read without being rehydrated" };
  }
  const { "Content-Length": size, Etag: etag } = properties;
  return rangedObject({ path, size, version: etag }, (from, end) =>
    caller.call("GetBlob", async (signal) => {
      const quoted = etag.startsWith('"') ? etag : `"${etag}"`;
      const headers = { "x-ms-range": `bytes=${from}-${end}`, "if-match": quoted };
      const bytes = await session.blob.get(
        { account, path: [container, name], query: {}, headers, status: 206 },
        signal,
      );
      if (bytes.length !== end - from + 1) {
        throw new MalformedAnswerError("the answer is not the part of the blob that was asked for");
      }
      return bytes;
    }),
  );
}
