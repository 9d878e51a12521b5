import { createHash } from "node:crypto";
import type { InventoryConfiguration, InventoryS3BucketDestination } from "@aws-sdk/client-s3";
import { rangedObject } from "../../ranged-object.ts";
import { MalformedAnswer, required } from "../answer.ts";
import { type BucketReader, decodedKey, type ListedObject, rangesOf } from "./bucket-object.ts";
import { type InventoryManifest, mostManifestBytes, readManifest } from "./inventory-manifest.ts";
import { inventoryRows } from "./inventory-rows.ts";

/** Reports come daily or weekly; what is older than this no longer tells what a bucket holds. */
const mostDays = 3;
const dayMs = 24 * 3_600_000;
/** Configurations that are tried, and reports of each: a report can be announced before its manifest is there. */
const mostTries = 3;

/**
 * The objects of a bucket as its newest inventory report names them (Amazon S3 User Guide, "Cataloging and analyzing your data with
 * S3 Inventory", read 2026-11-22), or `undefined` where there is none that is whole, fresh, of the whole bucket, in CSV and with the
 * fields that are needed. It is a shorter way to the same list and nothing else, so that no failure on it is a gap of the run: the
 * list that is made instead tells what there is to tell.
 *
 * All of the report is read and checked before its first object is given out, and read again for that: a list that broke off half
 * way could not be made up for by another without counting objects twice. Memory is bounded by a range of one file.
 */
export async function inventoryOf(
  reader: BucketReader,
  account: string,
  signal: AbortSignal,
): Promise<AsyncIterable<ListedObject> | undefined> {
  for (const { id, destination } of await answerOrNothing(() => configurationsOf(reader), [], signal)) {
    const { Bucket: arn = "", AccountId: owner = account } = destination;
    const store: BucketReader = { ...reader, bucket: arn.slice(arn.lastIndexOf(":") + 1), owner };
    const folder = `${destination.Prefix ? `${destination.Prefix}/` : ""}${reader.bucket}/${id}/`;
    for (const report of await answerOrNothing(() => reportsIn(store, folder), [], signal)) {
      const manifest = await answerOrNothing(() => manifestIn(store, report, reader.bucket, signal), undefined, signal);
      if (manifest === undefined) continue;
      const isWhole = await answerOrNothing(() => readThrough(batchesOf(manifest, store, signal)), false, signal);
      if (isWhole) return objectsOf(batchesOf(manifest, store, signal));
    }
  }
  return undefined;
}

/** The run's end ends this too; any other failure is an answer here: no use is made of the inventory. */
async function answerOrNothing<T>(ask: () => Promise<T>, nothing: T, signal: AbortSignal): Promise<T> {
  try {
    return await ask();
  } catch {
    signal.throwIfAborted();
    return nothing;
  }
}

interface Configuration {
  readonly id: string;
  readonly destination: InventoryS3BucketDestination;
}

/** Those of use, the ones without old versions first. One page of them, a hundred: more is no saving. */
async function configurationsOf({ s3, caller, bucket }: BucketReader): Promise<readonly Configuration[]> {
  const { ListBucketInventoryConfigurationsCommand } = await import("@aws-sdk/client-s3");
  const answer = await caller.call("ListBucketInventoryConfigurations", (abortSignal) =>
    s3.send(new ListBucketInventoryConfigurationsCommand({ Bucket: bucket }), { abortSignal }),
  );
  const useful: (Configuration & { readonly current: boolean })[] = [];
  for (const one of answer.InventoryConfigurationList ?? []) {
    const destination = one.Destination?.S3BucketDestination;
    if (one.Id === undefined || destination === undefined || !isUseful(one, destination)) continue;
    useful.push({ id: one.Id, destination, current: one.IncludedObjectVersions === "Current" });
  }
  return useful.sort((a, b) => Number(b.current) - Number(a.current)).slice(0, mostTries);
}

function isUseful({ IsEnabled, Filter, OptionalFields }: InventoryConfiguration, to: InventoryS3BucketDestination) {
  const fields = new Set<string>(OptionalFields);
  return (
    IsEnabled === true &&
    to.Format === "CSV" &&
    (Filter?.Prefix ?? "") === "" &&
    ["Size", "ETag", "StorageClass"].every((field) => fields.has(field))
  );
}

/** Folders of the reports of the last days, newest first: `…/2026-11-22T01-00Z/`. */
async function reportsIn({ s3, caller, bucket, owner }: BucketReader, folder: string): Promise<readonly string[]> {
  const { ListObjectsV2Command } = await import("@aws-sdk/client-s3");
  const since = new Date(Date.now() - (mostDays + 1) * dayMs).toISOString().slice(0, 10);
  const request = new ListObjectsV2Command({
    ...{ Bucket: bucket, Prefix: folder, Delimiter: "/", StartAfter: `${folder}${since}`, EncodingType: "url" },
    ExpectedBucketOwner: owner,
  });
  const answer = await caller.call("ListObjectsV2", (abortSignal) => s3.send(request, { abortSignal }));
  return (answer.CommonPrefixes ?? [])
    .map(({ Prefix = "" }) => decodedKey(Prefix))
    .filter((path) => path.startsWith(folder) && /^\d{4}-\d\d-\d\dT\d\d-\d\dZ\/$/.test(path.slice(folder.length)))
    .sort()
    .reverse()
    .slice(0, mostTries);
}

/** @throws where it is not there, is too old, or is none of this bucket that can be used. */
async function manifestIn(
  store: BucketReader,
  report: string,
  bucket: string,
  signal: AbortSignal,
): Promise<InventoryManifest> {
  const { ListObjectsV2Command } = await import("@aws-sdk/client-s3");
  const key = `${report}manifest.json`;
  const request = new ListObjectsV2Command({
    ...{ Bucket: store.bucket, Prefix: key, MaxKeys: 1, EncodingType: "url", ExpectedBucketOwner: store.owner },
  });
  const answer = await store.caller.call("ListObjectsV2", (abortSignal) => store.s3.send(request, { abortSignal }));
  const [found] = answer.Contents ?? [];
  const size = required(found?.Size, "Contents[].Size");
  if (decodedKey(found?.Key ?? "") !== key || size > mostManifestBytes) {
    throw new MalformedAnswer("there is no manifest that can be read");
  }
  const etag = required(found?.ETag, "Contents[].ETag");
  const chunks: Uint8Array[] = [];
  for await (const chunk of bytesOf({ key, size, etag }, store, signal)) chunks.push(chunk);
  const manifest = readManifest(Buffer.concat(chunks).toString(), { source: bucket, destination: store.bucket });
  const age = Date.now() - manifest.created;
  if (Math.abs(age) > mostDays * dayMs) throw new MalformedAnswer("the report is not of these days");
  return manifest;
}

async function* objectsOf(batches: Batches): AsyncGenerator<ListedObject, void, undefined> {
  for await (const batch of batches) yield* batch;
}

async function readThrough(batches: Batches): Promise<true> {
  const left = batches[Symbol.asyncIterator]();
  while ((await left.next()).done !== true);
  return true;
}

/** By the chunk: a billion turns of the event loop are to be spent on nothing but giving objects out. */
type Batches = AsyncIterable<readonly ListedObject[]>;

async function* batchesOf(
  manifest: InventoryManifest,
  store: BucketReader,
  signal: AbortSignal,
): AsyncGenerator<readonly ListedObject[], void, undefined> {
  for (const file of manifest.files) {
    yield* inventoryRows(verified(bytesOf(file, store, signal), file.md5), manifest);
  }
}

function bytesOf(
  file: { readonly key: string; readonly size: number; readonly etag?: string },
  store: BucketReader,
  signal: AbortSignal,
): AsyncIterable<Uint8Array> {
  const { key, size, etag = "" } = file;
  return rangedObject({ path: key, size, version: etag }, rangesOf(file, store)).stream(signal);
}

/** The same bytes; the end of them only where they are the ones that were announced. */
async function* verified(bytes: AsyncIterable<Uint8Array>, md5: string): AsyncGenerator<Uint8Array, void, undefined> {
  const hash = createHash("md5");
  for await (const chunk of bytes) {
    hash.update(chunk);
    yield chunk;
  }
  if (hash.digest("hex") !== md5) throw new MalformedAnswer("a file of the report is not the one that was announced");
}
