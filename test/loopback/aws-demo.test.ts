import { expect, test } from "vitest";
import { aws } from "../../providers/aws/index.ts";
import { gapLines, scanAws } from "../support/aws-scan.ts";

test("the demo's AWS part tells its story", async () => {
  const cloud = await aws.demo();
  const scans = [];
  for (const source of cloud.sources) scans.push(await scanAws(source, { environment: cloud.environment }));
  await cloud.close();
  const records = scans.flatMap((scan) => scan.records);
  const sessions = scans.flatMap((scan) => scan.sessions);

  expect(records.length).toBeGreaterThan(60);
  expect(records.length).toBeLessThan(150);
  expect(sessions.map(({ scope, regions, notEnabled }) => [scope.account, regions, notEnabled])).toEqual([
    ["111122223333", ["cn-north-1", "cn-northwest-1"], []],
    ["444455556666", ["ap-east-1", "ap-southeast-1", "us-east-1"], ["eu-west-1"]],
  ]);
  expect(sessions.flatMap(({ regionDifferences }) => regionDifferences)).toEqual([]);
  expect(gapLines(scans.flatMap((scan) => scan.gaps))).toEqual([
    "aws/ec2/snapshot cn-northwest-1 DescribeSnapshots denied list",
  ]);

  const story = records.flatMap((record) =>
    record.links
      .filter(({ kind }) => kind !== "part-of")
      .map(
        ({ kind, direction, target }) =>
          `${record.name} ${kind} ${direction} ${target.party ?? target.id ?? target.place?.region}`,
      ),
  );
  const named = records.filter(({ type }) => type === "aws/ec2/snapshot" || type === "aws/ec2/image").length;
  expect(named).toBe(4);
  expect(story.filter((line) => line.startsWith("haitang")).sort()).toEqual([
    "haitang-campaign-assets reachable-from to *",
    "haitang-campaign-assets served-from to us-east-1",
    "haitang-core logs-to to arn:aws-cn:logs:cn-north-1:111122223333:log-group:/aws/rds/instance/haitang-core/audit",
    "haitang-crm-hk logs-to to arn:aws:s3:::haitang-logs-hk",
    "haitang-crm-hk replicates-to to arn:aws:s3:::haitang-analytics-sg",
    "haitang-crm-prod replicates-to to arn:aws-cn:s3:::haitang-crm-dr",
    "haitang-kyc-images reachable-from to *",
    "haitang-loyalty replicates-to to arn:aws:rds:ap-southeast-1:444455556666:db:haitang-loyalty-bi",
    "haitang-loyalty-bi replicates-to from arn:aws:rds:ap-east-1:444455556666:db:haitang-loyalty",
    "haitang-risk-vendor streams-to from arn:aws-cn:kinesis:cn-north-1:111122223333:stream/haitang-risk-events",
    "haitang-risk-vendor streams-to to intake.risk-vendor.example",
  ]);
  expect(story).toContain("core-ledger-2026-10 shared-with to 222233334444");
  const copied = records
    .flatMap(({ links }) => links)
    .filter(({ kind, direction }) => kind === "copied-to" && direction === "from");
  expect(copied.map(({ target }) => target.place?.region)).toContain("ap-east-1");
  expect(records.filter(({ name }) => name.startsWith("haitang-lab-"))).toHaveLength(12);
});
