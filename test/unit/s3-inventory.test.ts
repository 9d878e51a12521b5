import { createHash } from "node:crypto";
import { gzipSync } from "node:zlib";
import { afterEach, describe, expect, test } from "vitest";
import { aws } from "../../providers/aws/index.ts";
import type { LoopbackBucket, LoopbackInventory, LoopbackObject } from "../../providers/aws/loopback/estate.ts";
import { serveAws } from "../../providers/aws/loopback.ts";
import { collect } from "../../src/collect/index.ts";
import type {
  ContentGap,
  ContentObject,
  Gap,
  LoopbackCloud,
  LoopbackOptions,
  ResourceRecord,
} from "../../src/model/index.ts";
import { testKeys } from "../support/aws-scan.ts";

const open: LoopbackCloud[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((cloud) => cloud.close()));
});

const own = "444455556666";
const schema = "Bucket, Key, Size, LastModifiedDate, ETag, StorageClass";

const odd = ["a b+c%20d.csv", "名单/客户.csv", "tab\there.txt", "<&>'\"", 'comma, quote".csv', "line\nbreak", "end/"];
const held: readonly LoopbackObject[] = [
  ...odd.map((key) => ({ key, body: Buffer.from(`odd ${key}`) })),
  { key: "old.csv", body: Buffer.from("archived"), storageClass: "GLACIER" },
  ...Array.from({ length: 2_492 }, (_, index) => ({ key: `orders/${index}.csv`, body: Buffer.from(`no,${index}\n`) })),
];

function md5(...parts: readonly (string | Uint8Array)[]): string {
  const hash = createHash("md5");
  for (const part of parts) hash.update(part);
  return hash.digest("hex");
}

/** As S3 writes keys: encoded, with a plus for a space. */
function encoded(key: string): string {
  return encodeURIComponent(key).replaceAll("%20", "+").replaceAll("%2F", "/");
}

function rowOf({ key, body, storageClass = "STANDARD" }: LoopbackObject): string {
  const fields = ["held", encoded(key), body.length, "2026-11-20T03:00:00.000Z", md5(key, body), storageClass];
  return `${fields.map((field) => `"${field}"`).join(",")}\n`;
}

/** Folder of a report, by its age in days. */
function folderOf(days: number): string {
  const start = new Date(Date.now() - days * 86_400_000).toISOString();
  return `${start.slice(0, 13)}-${start.slice(14, 16)}Z`;
}

interface Report {
  readonly days?: number;
  readonly folder?: string;
  readonly fileSchema?: string;
  /** Data files, packed. */
  readonly files: readonly Uint8Array[];
  readonly manifest?: object;
}

const threeFiles = [held.slice(0, 900), held.slice(900, 1_700), held.slice(1_700)].map((part, index) => {
  const rows = part.map(rowOf);
  // Two of the files in several members, as what was written in parts is.
  if (index === 0) return gzipSync(rows.join(""));
  return Buffer.concat([gzipSync(rows.slice(0, 333).join("")), gzipSync(rows.slice(333).join(""))]);
});

/** The objects of the destination that make up one report. */
function objectsOf({ days = 0.5, files, fileSchema = schema, manifest, ...rest }: Report): readonly LoopbackObject[] {
  const folder = rest.folder ?? folderOf(days);
  const named = files.map((body, index) => ({ key: `inv/held/all/data/${folder}-${index}.csv.gz`, body }));
  const told = {
    sourceBucket: "held",
    destinationBucket: "arn:aws:s3:::reports",
    version: "2016-11-30",
    creationTimestamp: String(Math.round(Date.now() - days * 86_400_000)),
    fileFormat: "CSV",
    fileSchema,
    files: named.map(({ key, body }) => ({ key, size: body.length, MD5checksum: md5(body) })),
    ...manifest,
  };
  const body = Buffer.from(JSON.stringify(told));
  return [
    { key: `inv/held/all/${folder}/manifest.checksum`, body: Buffer.from(md5(body)) },
    { key: `inv/held/all/${folder}/manifest.json`, body },
    { key: `inv/held/all/hive/dt=${folder}/symlink.txt`, body: Buffer.from("s3://reports") },
    ...named,
  ];
}

interface Case {
  readonly inventory?: Partial<LoopbackInventory>;
  readonly reports?: readonly LoopbackObject[];
  readonly objects?: readonly LoopbackObject[];
  readonly destination?: Partial<LoopbackBucket>;
  /** Account of the destination, where it is another one. */
  readonly stranger?: boolean;
  readonly options?: LoopbackOptions;
  readonly read?: readonly string[];
  /** Called with the first object of the list. */
  readonly atFirst?: () => void;
}

interface Seen {
  readonly objects: readonly ContentObject[];
  readonly unread: readonly ContentGap[];
  readonly gaps: readonly Gap[];
  /** By key, of those that were to be read. */
  readonly reads: Readonly<Record<string, string>>;
  readonly calls: readonly string[];
}

async function look(given: Case): Promise<Seen> {
  const { inventory = {}, reports = objectsOf({ files: threeFiles }), stranger = false } = given;
  const source: LoopbackBucket = {
    name: "held",
    region: "ap-east-1",
    objects: given.objects ?? held,
    inventories: [{ id: "all", bucket: "reports", prefix: "inv", ...inventory }],
  };
  const store = { name: "reports", region: "ap-east-1", objects: reports, ...given.destination };
  const regions = [{ id: "us-east-1" }, { id: "ap-east-1" }];
  const accounts = [
    { id: own, partition: "aws" as const, regions, buckets: stranger ? [source] : [source, store] },
    ...(stranger
      ? [{ id: "222233334444", partition: "aws" as const, accessKeys: ["STRANGER"], regions, buckets: [store] }]
      : []),
  ];
  const cloud = await serveAws({ accounts }, given.options ?? {});
  open.push(cloud);
  const records: ResourceRecord[] = [];
  const gaps: Gap[] = [];
  const objects: ContentObject[] = [];
  const unread: ContentGap[] = [];
  const reads: Record<string, string> = {};
  let before = 0;
  await collect({
    sources: [
      {
        provider: aws,
        source: aws.source.parse({ provider: "aws", endpoint: cloud.url }),
        label: "one",
      },
    ],
    sink: {
      isDone: () => false,
      begin: () => undefined,
      record: (_task, record) => records.push(record),
      gap: (gap) => gaps.push(gap),
      asked: () => undefined,
      end: () => undefined,
    },
    signal: new AbortController().signal,
    environment: testKeys,
    only: ["aws/s3/bucket"],
    skip: [],
    timeoutMs: 5_000,
    attempts: 2,
    async inspect(openContent, signal) {
      before = cloud.calls.length;
      const record = records.find(({ name }) => name === "held");
      if (record === undefined) throw new Error("the bucket was not listed");
      for await (const one of openContent({ ...record, region: "ap-east-1" })?.list(signal) ?? []) {
        if (objects.length + unread.length === 0) given.atFirst?.();
        if ("reason" in one) unread.push(one);
        else objects.push(one);
      }
      for (const object of objects) {
        if (given.read?.includes(object.path)) reads[object.path] = await readOf(object, signal);
      }
    },
  });
  const calls = cloud.calls.slice(before).map(({ operation, resource }) => `${operation} ${resource}`);
  return { objects, unread, gaps, reads, calls };
}

async function readOf(object: ContentObject, signal: AbortSignal): Promise<string> {
  try {
    const chunks: Uint8Array[] = [];
    for await (const chunk of object.stream(signal)) chunks.push(chunk);
    return Buffer.concat(chunks).toString();
  } catch (error) {
    return error instanceof Error && "reason" in error ? `${String(error.reason)}: ${error.message}` : String(error);
  }
}

const listsItself = "ListObjectsV2 held";
const shapeOf = ({ objects }: Seen) => objects.map(({ path, size, version }) => [path, size, version]);
const whole = held.filter(({ storageClass }) => storageClass === undefined);
const wholeShape = whole.map(({ key, body }) => [key, body.length, `"${md5(key, body)}"`]);

describe("a bucket with a fresh inventory", () => {
  test("is listed from it, file by file, and its objects are read", async () => {
    const seen = await look({ read: [...odd, "orders/2000.csv"] });
    expect(seen.calls).not.toContain(listsItself);
    expect(shapeOf(seen)).toEqual(wholeShape);
    expect(seen.unread).toMatchObject([{ path: "old.csv", reason: "unsupported" }]);
    for (const key of odd) expect(seen.reads[key]).toBe(`odd ${key}`);
    expect(seen.reads["orders/2000.csv"]).toBe("no,2000\n");
    expect(seen.gaps).toEqual([]);
    // The configurations, the folders, the manifest twice; every file once to check it and once to give it out.
    expect(seen.calls.slice(0, -(odd.length + 1))).toEqual([
      "ListBucketInventoryConfigurations held",
      "ListObjectsV2 reports",
      "ListObjectsV2 reports",
      ...Array.from({ length: 7 }, () => "GetObject reports"),
    ]);
  });

  test("is listed as listing itself would, so that a seed draws the same sample", async () => {
    const listed = await look({ inventory: { enabled: false } });
    expect(listed.calls).toContain(listsItself);
    expect(shapeOf(await look({}))).toEqual(shapeOf(listed));
  });

  test("old versions and markers of deletions are none of its objects, whatever the order of fields", async () => {
    const rows = [
      ["true", "false", "orders/1.csv", "7"],
      ["false", "false", "orders/1.csv", "9"],
      ["true", "true", "gone.csv", ""],
      ["false", "true", "orders/2.csv", ""],
      ["true", "false", "orders/2.csv", "5"],
    ].map(
      ([latest, marker, key, size]) => `"STANDARD","held","${key}","v","${latest}","${marker}","${size}","e${size}"\n`,
    );
    const fileSchema = "StorageClass, Bucket, Key, VersionId, IsLatest, IsDeleteMarker, Size, ETag";
    const reports = objectsOf({ files: [gzipSync(rows.join(""))], fileSchema });
    const seen = await look({ reports, inventory: { versions: "All" } });
    expect(seen.calls).not.toContain(listsItself);
    expect(shapeOf(seen)).toEqual([
      ["orders/1.csv", 7, '"e7"'],
      ["orders/2.csv", 5, '"e5"'],
    ]);
  });

  test("the newest report that has its manifest is taken", async () => {
    const older = objectsOf({ days: 2, files: [gzipSync(rowOf({ key: "older", body: Buffer.from("o") }))] });
    const newer = objectsOf({ days: 1, files: [gzipSync(rowOf({ key: "newer", body: Buffer.from("n") }))] });
    const unfinished = objectsOf({ files: [] }).filter(({ key }) => !key.endsWith("manifest.json"));
    const seen = await look({ reports: [...older, ...newer, ...unfinished] });
    expect(seen.objects.map(({ path }) => path)).toEqual(["newer"]);
  });

  test("an object that went or changed since is one that could not be read, and no gap of the run", async () => {
    const objects = held
      .filter(({ key }) => key !== "orders/1.csv")
      .map((one) => (one.key === "orders/2.csv" ? { ...one, body: Buffer.from("other") } : one));
    const seen = await look({ objects, read: ["orders/1.csv", "orders/2.csv", "orders/3.csv"] });
    expect(seen.reads).toEqual({
      "orders/1.csv": "failed: was deleted since it was listed",
      "orders/2.csv": "failed: was changed since it was listed",
      "orders/3.csv": "no,3\n",
    });
    expect(seen.gaps).toEqual([]);
  });

  test("a bucket that reports to itself is listed from its report too", async () => {
    const manifest = { destinationBucket: "arn:aws:s3:::held" };
    const objects = [...held, ...objectsOf({ files: threeFiles, manifest })];
    const seen = await look({ objects, reports: [], inventory: { bucket: "held" } });
    expect(seen.objects).toHaveLength(whole.length);
  });
});

const rows = held.map(rowOf);
const withRow = (row: string) => objectsOf({ files: [gzipSync(rows.join("")), gzipSync(row)] });
/** A report whose file was put there by somebody else: as long as the one that was announced, and every row of it in order. */
function swapped(): readonly LoopbackObject[] {
  const [announced, other] = [rows, rows.toReversed()].map((all) => gzipSync(all.join(""), { level: 0 }));
  const reports = objectsOf({ files: [announced ?? Buffer.of()] });
  return reports.map((one) => (one.body === announced ? { ...one, body: other ?? Buffer.of() } : one));
}

const denied = (operation: string, resource: string): Case => ({
  options: { faults: [{ operation, resource, answer: "denied" }] },
});

describe("a bucket is listed itself, whole and without a gap, where its inventory", () => {
  test.each<readonly [string, Case]>([
    ["may not be asked for", denied("ListBucketInventoryConfigurations", "held")],
    [
      "is answered with errors",
      { options: { faults: [{ operation: "ListBucketInventoryConfigurations", answer: "server-error" }] } },
    ],
    [
      "is answered with a page",
      { options: { faults: [{ operation: "ListBucketInventoryConfigurations", answer: "malformed" }] } },
    ],
    ["is off", { inventory: { enabled: false } }],
    ["is in ORC", { inventory: { format: "ORC" } }],
    ["is in Parquet", { inventory: { format: "Parquet" } }],
    ["is of a prefix", { inventory: { filter: "orders/" } }],
    ["leaves entity tags out", { inventory: { fields: ["Size", "StorageClass"] } }],
    ["leaves sizes out", { inventory: { fields: ["ETag", "StorageClass"] } }],
    [
      "left entity tags out when it was made",
      { reports: objectsOf({ files: threeFiles, fileSchema: "Bucket, Key, Size, StorageClass" }) },
    ],
    ["has no report yet", { reports: [] }],
    ["is older than three days", { reports: objectsOf({ days: 3.1, files: threeFiles }) }],
    [
      "says another time than its folder",
      { reports: objectsOf({ files: threeFiles, manifest: { creationTimestamp: "1514944800000" } }) },
    ],
    ["lies where nobody may list", denied("ListObjectsV2", "reports")],
    ["lies where nobody may read", denied("GetObject", "reports")],
    ["lies in a bucket that is gone", { inventory: { bucket: "nowhere" } }],
    ["lies in a bucket that is now another's", { stranger: true }],
    ["lies in a bucket that is not the one's it should be", { inventory: { account: "999900001111" } }],
    [
      "has a manifest of another bucket",
      { reports: objectsOf({ files: threeFiles, manifest: { sourceBucket: "other" } }) },
    ],
    [
      "has a manifest of another version",
      { reports: objectsOf({ files: threeFiles, manifest: { version: "2030-01-01" } }) },
    ],
    [
      "has a manifest that is no JSON",
      {
        reports: objectsOf({ files: threeFiles }).map((one) =>
          one.key.endsWith(".json") ? { ...one, body: Buffer.from("{") } : one,
        ),
      },
    ],
    ["lacks a file", { reports: objectsOf({ files: threeFiles }).filter(({ key }) => !key.endsWith("-2.csv.gz")) }],
    ["has a file that is another of the same length", { reports: swapped() }],
    [
      "has a file that is cut off",
      { reports: objectsOf({ files: [gzipSync(rows.join("")), gzipSync(rows.join("")).subarray(0, 900)] }) },
    ],
    ["has a file that is not packed", { reports: objectsOf({ files: [Buffer.from(rows.join(""))] }) }],
    ["has a row of another bucket", { reports: withRow('"other","k","1","","e","STANDARD"\n') }],
    ["has a row without a size", { reports: withRow('"held","k","","","e","STANDARD"\n') }],
    ["has a row with a field too few", { reports: withRow('"held","k","1","e","STANDARD"\n') }],
    ["has a row with an open quote", { reports: withRow('"held","k","1","","e","STANDARD\n') }],
    ["has a row with a key that is not encoded", { reports: withRow('"held","100%","1","","e","STANDARD"\n') }],
    ["has a row without an end", { reports: withRow(`"held","${"k".repeat(200_000)}`) }],
    [
      "says not which versions are the last",
      { reports: objectsOf({ files: threeFiles, fileSchema: `${schema}, VersionId` }) },
    ],
  ])("%s", async (_, given) => {
    const seen = await look(given);
    expect(seen.calls).toContain(listsItself);
    expect(shapeOf(seen)).toEqual(wholeShape);
    expect(seen.gaps).toEqual([]);
  });
});

test("rows are read quoted and bare, with either end of line", async () => {
  const lines = `held,a%2Bb,1,,e1,STANDARD\r\n"held",b,"2","",e2,"STANDARD"\r\n"held","c","3","x ""y"", z","e3","STANDARD"`;
  const seen = await look({ reports: objectsOf({ files: [gzipSync(lines)] }) });
  expect(shapeOf(seen)).toEqual([
    ["a+b", 1, '"e1"'],
    ["b", 2, '"e2"'],
    ["c", 3, '"e3"'],
  ]);
});

test("a file that goes while objects are given out is a gap of the run, and counts nothing twice", async () => {
  const reports = [...objectsOf({ files: threeFiles })];
  // With the first object all files were read through once.
  const atFirst = () => void reports.pop();
  const seen = await look({ reports, atFirst });
  expect(seen.calls).not.toContain(listsItself);
  expect(seen.objects).toHaveLength(1_699);
  expect(seen.unread.at(-1)?.detail).toContain("the list of objects broke off");
  expect(seen.gaps).toMatchObject([{ operation: "GetObject", reason: "failed" }]);
});
