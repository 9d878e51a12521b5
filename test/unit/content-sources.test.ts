import { afterEach, describe, expect, test } from "vitest";
import { alibaba } from "../../providers/alibaba/index.ts";
import { startLoopback } from "../../providers/alibaba/loopback.ts";
import { aws } from "../../providers/aws/index.ts";
import { serveAws } from "../../providers/aws/loopback.ts";
import { azure } from "../../providers/azure/index.ts";
import { startAzureLoopback } from "../../providers/azure/loopback.ts";
import { storageItem } from "../../providers/azure/loopback-items.ts";
import { collect } from "../../src/collect/index.ts";
import type {
  ContentGap,
  ContentObject,
  Gap,
  LoopbackCloud,
  LoopbackOptions,
  Provider,
  ResourceRecord,
} from "../../src/model/index.ts";
import { environment as alibabaKeys, estateOf } from "../support/alibaba-scan.ts";
import { testKeys } from "../support/aws-scan.ts";
import { trustedAuthority } from "../support/azure-cloud.ts";

interface Held {
  readonly key: string;
  readonly body: Uint8Array;
  readonly storageClass?: string;
}

interface Cloud {
  readonly provider: Provider;
  readonly type: string;
  readonly environment: Readonly<Record<string, string>>;
  /** Folder that paths begin with. */
  readonly folder: string;
  readonly list: string;
  readonly get: string;
  /** As the cloud calls what has to be restored first. */
  readonly archived: string;
  serve(objects: readonly Held[], options: LoopbackOptions): Promise<LoopbackCloud>;
}

const clouds: readonly (readonly [string, Cloud])[] = [
  [
    "S3",
    {
      provider: aws,
      type: "aws/s3/bucket",
      environment: testKeys,
      folder: "",
      list: "ListObjectsV2",
      get: "GetObject",
      archived: "GLACIER",
      serve: (objects, options) => {
        const buckets = [{ name: "held", region: "ap-east-1", objects }];
        const account = {
          id: "444455556666",
          partition: "aws",
          regions: [{ id: "us-east-1" }, { id: "ap-east-1" }],
          buckets,
        };
        return serveAws({ accounts: [account] }, options);
      },
    },
  ],
  [
    "OSS",
    {
      provider: alibaba,
      type: "alibaba/oss/bucket",
      environment: alibabaKeys,
      folder: "",
      list: "ListObjectsV2",
      get: "GetObject",
      archived: "ColdArchive",
      serve: (objects, options) =>
        startLoopback(estateOf({ buckets: [{ name: "held", location: "oss-cn-hangzhou", objects }] }), options),
    },
  ],
  [
    "blobs of Azure",
    {
      provider: azure,
      type: "azure/storage/account",
      environment: { AZURE_ACCESS_TOKEN: "loopback-token" },
      folder: "exports/",
      list: "ListBlobs",
      get: "GetBlob",
      archived: "Archive",
      async serve(objects, options) {
        const home = { subscription: "00000000-0000-4000-8000-000000000001", group: "g", location: "eastasia" };
        const blobs = objects.map(({ key, body, storageClass }) => {
          const tier: "Archive" | "Hot" = storageClass === "Archive" ? "Archive" : "Hot";
          return { name: key, body, tier };
        });
        const estate = {
          subscriptions: [
            {
              id: home.subscription,
              name: "one",
              locations: [{ name: "eastasia" }],
              resources: { "Microsoft.Storage/storageAccounts": [storageItem(home, "held", "Standard_LRS")] },
            },
          ],
          blobs: { held: { exports: blobs, empty: [] } },
        };
        return startAzureLoopback(estate, { ...options, authority: await trustedAuthority() });
      },
    },
  ],
];

const open: LoopbackCloud[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((cloud) => cloud.close()));
});

interface Seen {
  readonly objects: readonly ContentObject[];
  readonly unread: readonly ContentGap[];
  /** What each read gave, or why it gave nothing. */
  readonly reads: readonly string[];
  readonly gaps: readonly Gap[];
  readonly asked: ReadonlySet<string>;
  readonly calls: LoopbackCloud["calls"];
}

/** Collects, opens the one bucket and reads `[from, from + length)` of each object, or all of it. */
async function look(
  { provider, type, serve, environment }: Cloud,
  held: readonly Held[],
  options: LoopbackOptions = {},
  part?: readonly [from: number, length: number],
): Promise<Seen> {
  const cloud = await serve(held, options);
  open.push(cloud);
  const records: ResourceRecord[] = [];
  const gaps: Gap[] = [];
  const asked = new Set<string>();
  const objects: ContentObject[] = [];
  const unread: ContentGap[] = [];
  const reads: string[] = [];
  await collect({
    sources: [
      {
        provider,
        source: provider.source.parse({
          provider: provider.id,
          endpoint: cloud.url,
          ...(provider === azure ? { token: { env: "AZURE_ACCESS_TOKEN" } } : {}),
        }),
        label: "one",
      },
    ],
    sink: {
      isDone: () => false,
      begin: () => undefined,
      record: (_task, record) => records.push(record),
      gap: (gap) => gaps.push(gap),
      asked: (_task, operation) => asked.add(operation),
      end: () => undefined,
    },
    signal: new AbortController().signal,
    environment,
    only: [type],
    skip: [],
    timeoutMs: 5_000,
    attempts: 3,
    async inspect(openContent, signal) {
      const [record] = records;
      if (record === undefined) throw new Error("the bucket was not listed");
      const region = record.place.known ? record.place.value.region : null;
      const source = openContent({ ...record, region });
      for await (const one of source?.list(signal) ?? []) {
        if ("reason" in one) unread.push(one);
        else objects.push(one);
      }
      for (const object of objects) reads.push(await readOf(object, part, signal));
    },
  });
  return { objects, unread, reads, gaps, asked, calls: cloud.calls };
}

async function readOf(
  object: ContentObject,
  part: readonly [from: number, length: number] | undefined,
  signal: AbortSignal,
): Promise<string> {
  try {
    if (part !== undefined) return Buffer.from((await object.read?.(...part, signal)) ?? []).toString("latin1");
    const chunks: Uint8Array[] = [];
    for await (const chunk of object.stream(signal)) chunks.push(chunk);
    return Buffer.concat(chunks).toString("latin1");
  } catch (error) {
    return error instanceof Error && "reason" in error ? `gap: ${String(error.reason)}` : String(error);
  }
}

const bytes = Buffer.from(Array.from({ length: 1_000 }, (_, index) => index % 251));

describe.each(clouds)("content of %s", (_, cloud) => {
  test("is listed page by page, whatever its names hold", async () => {
    const keys = ["plain.csv", "a b+c%20d.csv", "名单/客户.csv", "tab\there.txt", "<&>'\"", "end/"];
    const held = keys.map((key) => ({ key, body: bytes }));
    const { objects, calls, reads } = await look(cloud, held, { pageSize: 2 });
    expect(objects.map(({ path, size }) => [path, size])).toEqual(keys.map((key) => [cloud.folder + key, 1_000]));
    // One more of a container that is empty.
    expect(calls.filter(({ operation }) => operation === cloud.list).length).toBeGreaterThanOrEqual(3);
    expect(new Set(reads)).toEqual(new Set([bytes.toString("latin1")]));
  });

  test("is read by ranges, and not behind its end", async () => {
    const held = [{ key: "a", body: bytes }];
    expect((await look(cloud, held, {}, [990, 100])).reads).toEqual([bytes.subarray(990).toString("latin1")]);
    const behind = await look(cloud, held, {}, [1_000, 10]);
    expect(behind.reads).toEqual([""]);
    expect(behind.calls.some(({ operation }) => operation === cloud.get)).toBe(false);
  });

  test("a large object comes in several ranges, each a call", async () => {
    const large = Buffer.alloc(9 * 1024 ** 2, 7);
    const { reads, calls } = await look(cloud, [{ key: "large", body: large }]);
    expect(reads[0]?.length).toBe(large.length);
    expect(calls.filter(({ operation }) => operation === cloud.get)).toHaveLength(3);
  });

  test("what is archived is a gap, and is not asked for", async () => {
    const held = [{ key: "old", body: bytes, storageClass: cloud.archived }];
    const { objects, unread, calls } = await look(cloud, held);
    expect(objects).toEqual([]);
    expect(unread).toMatchObject([{ path: `${cloud.folder}old`, reason: "unsupported" }]);
    expect(calls.some(({ operation }) => operation === cloud.get)).toBe(false);
  });

  test("is asked for again where it was throttled", async () => {
    const faults = [{ operation: cloud.get, answer: "throttled", times: 1 } as const];
    const { reads, gaps } = await look(cloud, [{ key: "a", body: bytes }], { faults });
    expect(reads).toEqual([bytes.toString("latin1")]);
    expect(gaps).toEqual([]);
  });

  test.each([
    ["get", "denied", "denied"],
    ["get", "throttled", "throttled"],
    ["list", "denied", "denied"],
    ["list", "malformed", "malformed"],
    ["list", "repeat-token", "malformed"],
  ] as const)("a %s that is answered %s is a gap of the run", async (which, answer, reason) => {
    const operation = cloud[which];
    const held = ["a", "b", "c"].map((key) => ({ key, body: bytes }));
    const { reads, unread, gaps, asked } = await look(cloud, held, { faults: [{ operation, answer }], pageSize: 2 });
    expect(gaps).toMatchObject([{ operation, reason, type: cloud.type }, ...gaps.slice(1)]);
    expect(asked.has(operation)).toBe(true);
    if (operation === cloud.get) expect(new Set(reads)).toEqual(new Set([`gap: ${reason}`]));
    else expect(unread).toMatchObject([{ reason }]);
  });
});
