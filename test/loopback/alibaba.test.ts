import { beforeAll, describe, expect, test } from "vitest";
import { alibaba } from "../../providers/alibaba/index.ts";
import type { AlibabaEstate } from "../../providers/alibaba/loopback/estate.ts";
import { type Fault, isMadeFor, type Link, type ResourceRecord } from "../../src/model/index.ts";
import { everything, everythingEstate } from "../support/alibaba-estates.ts";
import {
  byId,
  environment,
  estateOf,
  type Scanned,
  type ScanSettings,
  scan as scanAll,
  secrets,
  uid,
} from "../support/alibaba-scan.ts";

/** The types that `everything` holds resources of; each further one has a case of its own in `test/cases/alibaba`. */
const only = ["alibaba/ecs/*", "alibaba/oss/*"];
const types = (await alibaba.types()).filter(({ service }) => ["ecs", "oss"].includes(service));
const scan = (estate: AlibabaEstate, settings: ScanSettings = {}) => scanAll(estate, { only, ...settings });
const oss = (region: string, name: string) => `acs:oss:${region}:${uid}:${name}`;
const ecs = (name: string, region = "cn-hangzhou") => `acs:ecs:${region}:${uid}:${name}`;

/** `from kind other end`, the way the arrow points. */
function arrows(records: readonly ResourceRecord[], kind?: Link["kind"]): readonly string[] {
  const all = records.flatMap((record) =>
    record.links.map((link) => {
      const { id, party, place } = link.target;
      const other = id ?? (party === undefined ? `@${place?.region ?? "?"}` : `(${party})`);
      const text = link.direction === "to" ? `${record.id} > ${other}` : `${other} > ${record.id}`;
      return { kind: link.kind, text: id !== undefined && place !== undefined ? `${text} @${place.region}` : text };
    }),
  );
  return all.filter((arrow) => kind === undefined || arrow.kind === kind).map((arrow) => arrow.text);
}

describe("an account", () => {
  let scanned: Scanned;
  beforeAll(async () => {
    scanned = await scan(everythingEstate, { loopback: { pageSize: 2 } });
  });

  test("is read whole, over several pages of either dialect, without a gap", () => {
    expect(scanned.gaps).toEqual([]);
    const found = scanned.records.map((record) => record.id).toSorted();
    expect(found).toEqual(
      [
        ...["members", "logs", "blocked"].map((name) => oss("cn-hangzhou", name)),
        oss("cn-hongkong", "members-hk"),
        oss("cn-hangzhou-finance", "members-fin"),
        oss("cn-nowhere", "lost"),
        oss("rg-china-mainland", "anywhere"),
        oss("cn-shanghai", "www"),
        oss("ap-southeast-1", "by-policy"),
        ...["i-0", "i-1", "i-2"].map((id) => ecs(`instance/${id}`)),
        ...["d-0", "d-1", "d-2"].map((id) => ecs(`disk/${id}`)),
        ...["s-0", "s-1", "s-2"].map((id) => ecs(`snapshot/${id}`)),
        ...["m-0", "m-1", "m-2"].map((id) => ecs(`image/${id}`)),
        ...["sp-copy", "sp-unused", "sp-silent", "sp-local"].map((id) => ecs(`snapshotpolicy/${id}`)),
        ecs("snapshot/s-copy", "ap-southeast-1"),
      ].toSorted(),
    );
  });

  test("is asked exactly what its types declare, and nothing that writes", () => {
    const wanted = types.flatMap((type) => type.operations.map(({ operation }) => `${type.type} ${operation}`));
    const asked = [...scanned.asked].filter((operation) => operation.startsWith("alibaba/"));
    expect(asked.toSorted()).toEqual(wanted.toSorted());
    const source = { provider: "alibaba", accounts: "current" };
    const entry = (alibaba.entry ?? []).filter((call) => isMadeFor(call, source)).map(({ operation }) => operation);
    const declared = new Set([...types.flatMap((type) => type.operations.map(({ operation }) => operation)), ...entry]);
    expect(new Set(scanned.calls.map((call) => call.operation))).toEqual(declared);
    for (const operation of declared) expect(operation).toMatch(/^(?:Describe|Get|List)/);
  });

  test("gives only links that its types declare", () => {
    const declared = new Map(types.map((type) => [type.type, new Set<string>([...type.links, "part-of"])]));
    for (const { type, links } of scanned.records) {
      for (const { kind } of links) expect(declared.get(type)?.has(kind), `${type} ${kind}`).toBe(true);
    }
  });

  test("has a permission for each operation, in the service that answers it", () => {
    const ofBlockStorage = new Set(["DescribeDiskReplicaPairs", "DescribeEnterpriseSnapshotPolicy"]);
    for (const { service, operations } of types) {
      for (const { operation, permission } of operations) {
        expect(permission).toBe(`${ofBlockStorage.has(operation) ? "ebs" : service}:${operation}`);
      }
    }
  });

  test("places buckets by OSS's own spellings, and one in an unlisted region as stated", () => {
    const places = Object.fromEntries(
      scanned.records
        .filter((record) => record.type === "alibaba/oss/bucket" && record.place.known)
        .map((record) => [record.name, record.place.known ? record.place.value.region : ""]),
    );
    expect(places).toMatchObject({
      members: "cn-hangzhou",
      "members-hk": "cn-hongkong",
      "members-fin": "cn-hangzhou-finance",
      anywhere: "rg-china-mainland",
      lost: "oss-cn-nowhere",
    });
  });

  test("shows tags, also those with markup in them, and their absence as an answer", () => {
    const records = byId(scanned.records);
    const tags = (id: string) => records.get(id)?.tags;
    expect(tags(oss("cn-hangzhou", "members"))).toEqual({
      known: true,
      value: { "data-class": "personal", "<&>": '"中"' },
    });
    expect(tags(oss("cn-hangzhou", "logs"))).toEqual({ known: true, value: {} });
    expect(tags(ecs("instance/i-1"))).toEqual({ known: true, value: { "data-class": "personal" } });
    expect(tags(ecs("disk/d-0"))).toEqual({ known: true, value: {} });
  });

  test("replicates where its rules say, but not where one is being taken away", () => {
    expect(arrows(scanned.records, "replicates-to")).toEqual([
      `${oss("cn-hangzhou", "members")} > ${oss("cn-hongkong", "members-hk")} @cn-hongkong`,
      `${oss("cn-hangzhou", "members")} > ${oss("cn-hangzhou-finance", "members-fin")} @cn-hangzhou-finance`,
    ]);
    expect(byId(scanned.records).get(oss("cn-hongkong", "members-hk"))?.aliases).toEqual(["oss://members-hk"]);
  });

  test("is open to everyone by list or policy, unless public access is blocked", () => {
    expect(arrows(scanned.records, "reachable-from").toSorted()).toEqual([
      `${oss("ap-southeast-1", "by-policy")} > (*)`,
      `${oss("cn-shanghai", "www")} > (*)`,
    ]);
  });

  test("logs to its sink and is served from access points of no single place", () => {
    expect(arrows(scanned.records, "logs-to")).toEqual([
      `${oss("cn-hangzhou", "members")} > ${oss("cn-hangzhou", "logs")} @cn-hangzhou`,
    ]);
    expect(arrows(scanned.records, "served-from")).toEqual([`${oss("cn-hangzhou", "members")} > @oss-accelerate`]);
  });

  test("backs its disks up to where each of their policies copies, and names a place that is not shown", () => {
    expect(arrows(scanned.records, "backs-up-to").toSorted()).toEqual([
      `${ecs("disk/d-0")} > @cn-hongkong`,
      `${ecs("disk/d-1")} > @?`,
      `${ecs("disk/d-1")} > @cn-hongkong`,
      `${ecs("snapshotpolicy/sp-unused")} > @us-east-1`,
    ]);
  });

  test("makes copies from their sources, across regions too", () => {
    expect(arrows(scanned.records, "copied-to").toSorted()).toEqual([
      `${ecs("disk/d-0")} > ${ecs("snapshot/s-0")} @cn-hangzhou`,
      `${ecs("disk/d-1")} > ${ecs("snapshot/s-1")} @cn-hangzhou`,
      `${ecs("snapshot/s-0")} > ${ecs("snapshot/s-copy", "ap-southeast-1")} @cn-hangzhou`,
      `${ecs("snapshot/s-0")} > ${ecs("disk/d-2")}`,
      `${ecs("snapshot/s-0")} > ${ecs("image/m-0")}`,
    ]);
  });

  test("joins disks to their machines, and a copied snapshot to the disk behind it", () => {
    expect(arrows(scanned.records, "part-of").toSorted()).toEqual([
      `${ecs("disk/d-0")} > ${ecs("snapshot/s-copy", "ap-southeast-1")} @cn-hangzhou`,
      `${ecs("instance/i-1")} > ${ecs("disk/d-0")}`,
      `${ecs("instance/i-1")} > ${ecs("disk/d-1")}`,
      `${ecs("instance/i-2")} > ${ecs("disk/d-1")}`,
    ]);
  });

  test("shares images with accounts, and with everyone", () => {
    expect(arrows(scanned.records, "shared-with").toSorted()).toEqual([
      `${ecs("image/m-0")} > (1111111111111111)`,
      `${ecs("image/m-0")} > (9876543210987654)`,
      `${ecs("image/m-1")} > (*)`,
    ]);
  });

  test("reads the same with pages dealt in another order and with calls one by one", async () => {
    const sorted = (records: readonly ResourceRecord[]) => records.toSorted((a, b) => (a.id < b.id ? -1 : 1));
    for (const [shuffleSeed, concurrency] of [
      [3, 1],
      [8, 16],
    ] as const) {
      const again = await scan(everythingEstate, { loopback: { pageSize: 2, shuffleSeed }, concurrency });
      expect(sorted(again.records)).toEqual(sorted(scanned.records));
    }
  });

  test("blocks public access as a whole", async () => {
    const { records } = await scan(estateOf({ ...everything, blockPublicAccess: true }), { only: ["alibaba/oss/*"] });
    expect(arrows(records, "reachable-from")).toEqual([]);
  });
});

const lists = ["ListBuckets", "DescribeInstances", "DescribeDisks", "DescribeSnapshots", "DescribeImages"];
const operations = [...new Set(types.flatMap((type) => type.operations.map(({ operation }) => operation)))];

describe.each([
  ["denied", "denied"],
  ["throttled", "throttled"],
  ["malformed", "malformed"],
  ["server-error", "failed"],
] as const)("an operation that stays %s", (answer, reason) => {
  test.each(operations)("becomes a gap for %s, and nothing else is lost", async (operation) => {
    const faults: readonly Fault[] = [{ operation, answer }];
    const { records, gaps } = await scan(everythingEstate, { loopback: { pageSize: 2, faults }, attempts: 1 });
    expect(gaps.length).toBeGreaterThan(0);
    for (const gap of gaps) expect({ operation: gap.operation, reason: gap.reason }).toEqual({ operation, reason });
    const lost = types.filter((type) => type.operations[0]?.operation === operation).map((type) => type.type);
    const whole = await wholeEstate();
    const kept = whole.filter((record) => !lost.includes(record.type)).map((record) => record.id);
    expect(records.map((record) => record.id)).toEqual(expect.arrayContaining(kept));
    if (!lists.includes(operation) && lost.length === 0) for (const gap of gaps) expect(gap.resource).toMatch(/^acs:/);
  });
});

let whole: Promise<Scanned> | undefined;
async function wholeEstate(): Promise<readonly ResourceRecord[]> {
  whole ??= scan(everythingEstate);
  return (await whole).records;
}

describe("a fault in passing", () => {
  test("is waited out", async () => {
    const faults: readonly Fault[] = operations.map((operation) => ({ operation, answer: "throttled", times: 1 }));
    const { records, gaps } = await scan(everythingEstate, { loopback: { faults } });
    expect(gaps).toEqual([]);
    expect(records).toHaveLength((await wholeEstate()).length);
  });

  test("after the first page keeps that page", async () => {
    const faults: readonly Fault[] = [{ operation: "DescribeDisks", answer: "repeat-token" }];
    const { records, gaps } = await scan(everythingEstate, { loopback: { pageSize: 2, faults } });
    expect(gaps.map((gap) => [gap.operation, gap.reason])).toContainEqual(["DescribeDisks", "malformed"]);
    expect(records.filter((record) => record.type === "alibaba/ecs/disk").length).toBeGreaterThanOrEqual(2);
  });

  test.each([
    "DescribeImages",
    "DescribeImageSharePermission",
    "ListBuckets",
    "DescribeAutoSnapshotPolicyAssociations",
  ])("that repeats a page of %s does not go on for ever", async (operation) => {
    const faults: readonly Fault[] = [{ operation, answer: "repeat-token" }];
    const { gaps } = await scan(everythingEstate, { loopback: { pageSize: 1, faults } });
    expect(gaps.map((gap) => [gap.operation, gap.reason])).toContainEqual([operation, "malformed"]);
  });

  test("that never ends is a timeout", async () => {
    const faults: readonly Fault[] = ["DescribeDisks", "GetBucketTagging"].map((operation) => ({
      operation,
      answer: "hang",
    }));
    const { gaps } = await scan(everythingEstate, { loopback: { faults }, timeoutMs: 1_500, attempts: 1 });
    expect(new Set(gaps.map((gap) => `${gap.operation} ${gap.reason}`))).toEqual(
      new Set(["DescribeDisks timeout", "GetBucketTagging timeout"]),
    );
  });

  test("leaves tags unknown, not empty", async () => {
    const faults: readonly Fault[] = [{ operation: "GetBucketTagging", resource: "logs", answer: "denied" }];
    const { records, gaps } = await scan(everythingEstate, { loopback: { faults }, only: ["alibaba/oss/*"] });
    const tagsOf = (name: string) => records.find((record) => record.name === name)?.tags;
    expect(tagsOf("logs")).toEqual({ known: false, why: "denied" });
    expect(tagsOf("members")?.known).toBe(true);
    expect(gaps.map((gap) => gap.resource)).toEqual([oss("cn-hangzhou", "logs")]);
  });
});

describe("what is shown of an error", () => {
  const forbidden = [...Object.values(secrets), encodeURIComponent(secrets.securityToken), "Signature=", "LTAI"];

  test.each(["denied", "throttled", "malformed", "server-error", "hang"] as const)(
    "holds no key, secret, token or signature, and is the same each time (%s)",
    async (answer) => {
      const settings = {
        loopback: { faults: operations.map((operation) => ({ operation, answer })) },
        attempts: 1,
        timeoutMs: answer === "hang" ? 200 : 5_000,
      };
      const [one, two] = [await scan(everythingEstate, settings), await scan(everythingEstate, settings)];
      const text = JSON.stringify(one.gaps);
      for (const secret of forbidden) expect(text).not.toContain(secret);
      const sorted = (scanned: Scanned) => scanned.gaps.map((gap) => JSON.stringify(gap)).toSorted();
      expect(sorted(one)).toEqual(sorted(two));
    },
  );

  test("does not repeat the request where the cloud does", async () => {
    const wrong = { ...environment, ALIBABA_CLOUD_ACCESS_KEY_SECRET: "wrongSecret" };
    const failed = await scan(everythingEstate, { environment: wrong }).then(
      () => undefined,
      (error: unknown) => error,
    );
    if (!(failed instanceof Error)) throw new Error("a wrong secret was accepted");
    const text = `${failed.message} ${failed.stack} ${JSON.stringify(failed)} ${String(failed.cause)}`;
    for (const secret of [...forbidden, "wrongSecret"]) expect(text).not.toContain(secret);
    expect(failed).toMatchObject({ code: "credential" });
    expect(failed.message).toContain("SignatureDoesNotMatch");
  });
});
