import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { gapLines, scanAws } from "../support/aws-scan.ts";
import { type Moto, motoMissing, startMoto } from "../support/moto.ts";
import { furnishDatabases, listDatabasesWithBoto } from "../support/moto-databases.ts";

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

const missing = motoMissing();
const types = [
  "aws/rds/instance",
  "aws/rds/cluster",
  "aws/rds/snapshot",
  "aws/rds/cluster-snapshot",
  "aws/rds/export-task",
  "aws/dynamodb/table",
  "aws/dynamodb/backup",
  "aws/efs/file-system",
  "aws/fsx/file-system",
  "aws/redshift/cluster",
  "aws/redshift/snapshot",
  "aws/elasticache/cluster",
  "aws/elasticache/replication-group",
];
const regions = [
  { partition: "aws", region: "ap-east-1", other: "eu-west-1" },
  { partition: "aws-cn", region: "cn-north-1", other: "cn-northwest-1" },
] as const;

describe.skipIf(missing !== undefined)(
  `databases and file systems of moto${missing === undefined ? "" : ` (skipped: ${missing})`}`,
  () => {
    let moto: Moto;
    beforeAll(async () => {
      moto = await startMoto();
      for (const { region, other } of regions) await furnishDatabases(moto.url, region, other);
    });
    afterAll(async () => moto?.close());

    test.each(regions)("$region: the set of ids equals what another client lists", async (where) => {
      const { partition, region, other } = where;
      const source = { provider: "aws", partition, regions: [region, other], endpoint: moto.url };
      const { records, gaps } = await scanAws(source, { types });
      const expected = [region, other].flatMap((one) => listDatabasesWithBoto(moto.url, one)).sort();
      expect(records.map(({ id }) => id).sort()).toEqual(expected);
      expect(expected.length).toBeGreaterThanOrEqual(15);
      // moto knows nothing of these and answers with a page in HTML; in the mainland it mistakes the partition of a cache.
      const unanswered = gapLines(gaps).map((line) => line.split(" ").slice(0, 4).join(" "));
      expect([...new Set(unanswered)]).toEqual([
        `aws/dynamodb/table ${region} DescribeKinesisStreamingDestination malformed`,
        `aws/efs/file-system ${region} DescribeReplicationConfigurations malformed`,
        ...(partition === "aws-cn" ? [`aws/elasticache/cluster ${region} ListTagsForResource failed`] : []),
        `aws/fsx/file-system ${region} DescribeDataRepositoryAssociations malformed`,
      ]);
    });

    test.each(regions)("$region: tags, replicas, copies and sharing come across", async (where) => {
      const { partition, region, other } = where;
      const source = { provider: "aws", partition, regions: [region, other], endpoint: moto.url };
      const { records } = await scanAws(source, { types });
      const at = (ending: string) => records.find(({ id }) => id.endsWith(ending));
      const links = (ending: string) =>
        at(ending)?.links.map(({ kind, direction, target }) => [kind, direction, target.party ?? target.id]);
      const rds = (where: string) => `arn:${partition}:rds:${where}:123456789012`;

      const logs = `arn:${partition}:logs:${region}:123456789012:log-group:/aws/rds/instance/crm/audit`;
      expect(links(":db:crm")).toEqual([
        ["replicates-to", "to", `${rds(other)}:db:crm-afar`],
        ["logs-to", "to", logs],
      ]);
      expect(links(":db:crm-afar")?.[0]).toEqual(["replicates-to", "from", `${rds(region)}:db:crm`]);
      expect(links(":cluster:orders")).toEqual([["replicates-to", "to", `${rds(other)}:cluster:orders-afar`]]);
      expect(links(":cluster:orders-afar")).toEqual([["replicates-to", "from", `${rds(region)}:cluster:orders`]]);
      expect(links(":snapshot:crm-1")).toEqual([
        ["copied-to", "from", `${rds(region)}:db:crm`],
        ["shared-with", "to", "222233334444"],
      ]);
      expect(links(":cluster-snapshot:orders-1")).toEqual([["copied-to", "from", `${rds(region)}:cluster:orders`]]);
      expect(links(":export-task:crm-to-lake")).toEqual([
        ["copied-to", "from", `${rds(region)}:snapshot:crm-1`],
        ["copied-to", "to", `arn:${partition}:s3:::lake`],
      ]);
      expect(at(":cluster:warehouse")?.links.map(({ kind, target }) => [kind, target.place?.region])).toEqual([
        ["backs-up-to", other],
      ]);
      const tagged = [":db:crm", ":cluster:orders", ":snapshot:crm-1", ":table/Customers", ":cluster:warehouse"];
      for (const ending of [...tagged, "/month-end", ":replicationgroup:orders"]) {
        expect(at(ending)?.tags, ending).toEqual({ known: true, value: { "data-class": "个人信息" } });
      }
      for (const ending of [":db:lab", ":table/Lab"])
        expect(at(ending)?.tags, ending).toEqual({ known: true, value: {} });
      expect(records.filter(({ type }) => type === "aws/efs/file-system")).toHaveLength(2);
    });
  },
);
