import { createServer } from "node:http";
import { afterEach, describe, expect, test } from "vitest";
import { alibaba } from "../../providers/alibaba/index.ts";
import { createOss } from "../../providers/alibaba/oss.ts";
import { createRoa } from "../../providers/alibaba/roa.ts";
import { createRpc } from "../../providers/alibaba/rpc.ts";
import type { AlibabaSession } from "../../providers/alibaba/session.ts";
import { createSls } from "../../providers/alibaba/sls.ts";
import { callerAccount } from "../../providers/alibaba/sts.ts";
import { types } from "../../providers/alibaba/types/index.ts";
import { createCaller } from "../../src/collect/caller.ts";
import type { Gap, ResourceRecord } from "../../src/model/index.ts";
import { secrets } from "../support/alibaba-scan.ts";

type Fields = Readonly<Record<string, unknown>>;
type Answers = (action: string, parameters: URLSearchParams) => Fields | string;

const closers: (() => void)[] = [];
afterEach(() => {
  for (const close of closers.splice(0)) close();
});

const region = "cn-hangzhou";
const scope = { provider: "alibaba", partition: "alibaba", account: "1" };

/** A session with a server that answers whatever a test says; a text is the XML of a list of buckets. */
async function sessionOf(answers: Answers): Promise<AlibabaSession> {
  const server = createServer(async (request, response) => {
    let body = "";
    for await (const chunk of request) body += String(chunk);
    const parameters = new URLSearchParams(body);
    const action = parameters.get("Action") ?? (request.url?.startsWith("/?") ? "ListBuckets" : "OfBucket");
    const answer = answers(action, parameters);
    response.end(typeof answer === "string" ? answer : JSON.stringify(answer));
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", () => listening()));
  closers.push(() => {
    server.closeAllConnections();
    server.close();
  });
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("no port");
  const options = {
    credentials: async () => secrets,
    endpoint: `http://127.0.0.1:${address.port}/`,
    timeoutMs: 2_000,
    contacted: () => undefined,
  };
  const doors = {
    rpc: createRpc(options),
    oss: createOss({ ...options, home: region }),
    sls: createSls(options),
    roa: createRoa(options),
  };
  return { scope, regions: [region], notEnabled: [], regionDifferences: [], ...doors };
}

async function read(type: string, answers: Answers) {
  const session = await sessionOf(answers);
  const found = types.find((one) => one.type === type);
  if (found === undefined) throw new Error(`no type ${type}`);
  const records: ResourceRecord[] = [];
  const gaps: Gap[] = [];
  const at = found.reach === "global" ? null : region;
  const caller = createCaller({
    scope,
    type,
    region: at,
    provider: alibaba,
    attempts: 1,
    gap: (gap) => gaps.push(gap),
  });
  try {
    for await (const item of found.collect(session, at, caller)) {
      if (item.kind === "gap") gaps.push(item);
      else records.push(item);
    }
  } catch (error) {
    gaps.push(caller.gapFor(error, "Other"));
  }
  const told = gaps.map((gap) => `${gap.operation} ${gap.reason} ${gap.resource}`);
  return { records, names: records.map((record) => record.id.replace(/^.*[/:]/, "")), gaps: told };
}

const none = { ReplicaPairs: [], Policies: [], PageNumber: 1, PageSize: 100, TotalCount: 0 };
const policies = { ...none, AutoSnapshotPolicies: { AutoSnapshotPolicy: [] } };

/** Disks in pages of the newer dialect: the first as given, then one more. */
function disks(first: Fields): Answers {
  return (action, parameters) => {
    if (action !== "DescribeDisks") return policies;
    if (parameters.has("NextToken")) return { Disks: { Disk: [{ DiskId: "d-last" }] } };
    return { NextToken: "more", Disks: first };
  };
}

describe("an odd item", () => {
  test.each<[string, Fields]>([
    ["null tags", { Tags: null }],
    ["an empty element of tags", { Tags: {} }],
    ["a null list of tags", { Tags: { Tag: null } }],
    ["a null tag", { Tags: { Tag: [null] } }],
    ["a null name", { DiskName: null }],
    ["a null flag", { Encrypted: null }],
    ["null attachments", { Attachments: null, MountInstances: {} }],
  ])("with %s is an item without them", async (_what, fields) => {
    const { names, gaps } = await read("alibaba/ecs/disk", disks({ Disk: [{ DiskId: "d-1", ...fields }] }));
    expect({ names, gaps }).toEqual({ names: ["d-1", "d-last"], gaps: [] });
  });

  test("with tags in the other spelling shows them", async () => {
    const Tags = {
      Tag: [
        { Key: "data-class", Value: "personal" },
        { TagKey: "a", TagValue: null },
      ],
    };
    const { records } = await read("alibaba/ecs/disk", disks({ Disk: [{ DiskId: "d-1", Tags }] }));
    expect(records[0]?.tags).toEqual({ known: true, value: { "data-class": "personal", a: "" } });
  });

  test("that cannot be read is a gap of its own, and the others and later pages stay", async () => {
    const bad = [null, { DiskId: "d-bad", Tags: "none" }, { DiskName: "nameless" }];
    const { names, gaps } = await read("alibaba/ecs/disk", disks({ Disk: [{ DiskId: "d-1" }, ...bad] }));
    expect(names).toEqual(["d-1", "d-last"]);
    expect(gaps).toEqual([
      "DescribeDisks malformed null",
      `DescribeDisks malformed acs:ecs:${region}:1:disk/d-bad`,
      "DescribeDisks malformed null",
    ]);
  });

  test("of images may lack its mappings, name and tags", async () => {
    const Image = [{ ImageId: "m-1", DiskDeviceMappings: {}, ImageName: null, Tags: null }];
    const { names, gaps } = await read("alibaba/ecs/image", (action) =>
      action === "DescribeImages" ? { Images: { Image }, TotalCount: 1 } : { Accounts: null, TotalCount: 0 },
    );
    expect({ names, gaps }).toEqual({ names: ["m-1"], gaps: [] });
  });

  test("of policies may hold its regions as a list", async () => {
    const policy = { AutoSnapshotPolicyId: "sp", EnableCrossRegionCopy: true, TargetCopyRegions: ["cn-hongkong"] };
    const answer = { ...policies, TotalCount: 1, AutoSnapshotPolicies: { AutoSnapshotPolicy: [policy] } };
    const { records } = await read("alibaba/ecs/auto-snapshot-policy", () => answer);
    expect(records[0]?.links.map((link) => link.target.place?.region)).toEqual(["cn-hongkong"]);
  });

  test("among the buckets is a gap with the bucket's name, and the others stay", async () => {
    const bucket = (fields: string) => `<Bucket>${fields}</Bucket>`;
    const listed = [
      bucket("<Name>nowhere</Name>"),
      bucket("<Name>here</Name><Location>oss-cn-hangzhou</Location>"),
      bucket("<Location>oss-cn-hangzhou</Location>"),
    ];
    const { names, gaps } = await read(
      "alibaba/oss/bucket",
      () => `<ListAllMyBucketsResult><Buckets>${listed.join("")}</Buckets></ListAllMyBucketsResult>`,
    );
    expect(names).toEqual(["here"]);
    expect(gaps.filter((gap) => gap.startsWith("ListBuckets"))).toEqual([
      "ListBuckets malformed acs:oss:*:1:nowhere",
      "ListBuckets malformed null",
    ]);
  });
});

const ids = ["d-1", "d-2", "d-3"].map((DiskId) => ({ DiskId }));
const images = ["m-1", "m-2", "m-3"].map((ImageId) => ({ ImageId }));
const numberOf = (parameters: URLSearchParams): number => Number(parameters.get("PageNumber") ?? 1);
const two = <Item>(items: readonly Item[], number: number): readonly Item[] => items.slice(number * 2 - 2, number * 2);

describe("a list in pages", () => {
  test("goes on by number where the server answers by number", async () => {
    const { names, gaps } = await read("alibaba/ecs/disk", (action, parameters) => {
      if (action !== "DescribeDisks") return policies;
      const PageNumber = numberOf(parameters);
      return { PageNumber, PageSize: 2, TotalCount: 3, Disks: { Disk: two(ids, PageNumber) } };
    });
    expect({ names, gaps }).toEqual({ names: ["d-1", "d-2", "d-3"], gaps: [] });
  });

  test("does not trust the total once tokens are in use", async () => {
    const { names, gaps } = await read("alibaba/ecs/disk", (action, parameters) => {
      if (action !== "DescribeDisks") return policies;
      const last = parameters.has("NextToken");
      const page = { PageNumber: 1, PageSize: 2, TotalCount: 99, NextToken: last ? "" : "more" };
      return { ...page, Disks: { Disk: last ? ids.slice(2) : ids.slice(0, 2) } };
    });
    expect({ names, gaps }).toEqual({ names: ["d-1", "d-2", "d-3"], gaps: [] });
  });

  test.each(["alibaba/ecs/disk", "alibaba/ecs/image"])("of %s that ends before its total is a gap", async (type) => {
    const { names, gaps } = await read(type, (action, parameters) => {
      if (action !== "DescribeDisks" && action !== "DescribeImages") return policies;
      const PageNumber = numberOf(parameters);
      const page = { PageNumber, PageSize: 2, TotalCount: 5 };
      return { ...page, Disks: { Disk: two(ids, PageNumber) }, Images: { Image: two(images, PageNumber) } };
    });
    expect(names).toHaveLength(3);
    expect(gaps).toEqual([`${type.endsWith("disk") ? "DescribeDisks" : "DescribeImages"} malformed null`]);
  });

  test("that does not count itself ends with a page that is not full", async () => {
    const many = Array.from({ length: 130 }, (_, n) => ({ ImageId: `m-${n}` }));
    const { names, gaps } = await read("alibaba/ecs/image", (action, parameters) => {
      if (action !== "DescribeImages") return { Accounts: {} };
      const number = numberOf(parameters);
      return { Images: { Image: many.slice(number * 100 - 100, number * 100) } };
    });
    expect(names).toHaveLength(130);
    expect(gaps).toEqual([]);
  });

  test("that does not count itself and gives the same page again is a gap", async () => {
    const full = Array.from({ length: 100 }, (_, n) => ({ ImageId: `m-${n}` }));
    const { names, gaps } = await read("alibaba/ecs/image", (action) =>
      action === "DescribeImages" ? { Images: { Image: full } } : { Accounts: {} },
    );
    expect(names).toHaveLength(100);
    expect(gaps).toEqual(["DescribeImages malformed null"]);
  });
});

test.each(["12:<script>", "", " 1"])("an account id that is no number (%o) is malformed", async (AccountId) => {
  const { rpc } = await sessionOf(() => ({ AccountId }));
  const caller = createCaller({ scope, type: "identity", region: null, provider: alibaba });
  const error = await callerAccount(rpc, region, caller).catch((reason: unknown) => reason);
  expect(caller.gapFor(error, "Other")).toMatchObject({ operation: "GetCallerIdentity", reason: "malformed" });
});
