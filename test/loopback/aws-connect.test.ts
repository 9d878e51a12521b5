import { once } from "node:events";
import { createServer } from "node:http";
import { afterEach, expect, test, vi } from "vitest";
import { aws } from "../../providers/aws/index.ts";
import { type AwsAccount, type AwsEstate, serveAws } from "../../providers/aws/loopback.ts";
import type { LoopbackCloud, LoopbackOptions } from "../../src/model/index.ts";
import { gapLines, scanAws, testKeys } from "../support/aws-scan.ts";

const china: AwsAccount = {
  id: "111122223333",
  partition: "aws-cn",
  accessKeys: ["CHINA", "BOTH"],
  regions: [{ id: "cn-north-1" }, { id: "cn-northwest-1" }],
  buckets: [{ name: "crm", region: "cn-north-1" }],
  ec2: { "cn-northwest-1": { volumes: [{ id: "vol-0000000c" }] } },
};
const world: AwsAccount = {
  id: "444455556666",
  partition: "aws",
  accessKeys: ["WORLD", "BOTH"],
  regions: [{ id: "us-east-1" }, { id: "ap-east-1", optIn: "opted-in" }, { id: "eu-south-1", optIn: "not-opted-in" }],
  buckets: [{ name: "assets", region: "ap-east-1" }],
  ec2: { "ap-east-1": { volumes: [{ id: "vol-0000000a" }] } },
};
const member: AwsAccount = {
  id: "777788889999",
  partition: "aws",
  accessKeys: [],
  roles: ["Audit"],
  regions: [{ id: "us-east-1" }],
  ec2: { "us-east-1": { volumes: [{ id: "vol-0000000b" }] } },
};
const locked: AwsAccount = { id: "888899990000", partition: "aws", accessKeys: [], regions: [{ id: "us-east-1" }] };
const estate: AwsEstate = { accounts: [china, world, member, locked] };
const keys = (key: string) => ({ AWS_ACCESS_KEY_ID: key, AWS_SECRET_ACCESS_KEY: "test" });

const open: LoopbackCloud[] = [];
async function serve(options: LoopbackOptions = {}): Promise<LoopbackCloud> {
  const cloud = await serveAws(estate, options);
  open.push(cloud);
  return cloud;
}
afterEach(async () => {
  vi.unstubAllEnvs();
  for (const cloud of open.splice(0)) await cloud.close();
});

test("both partitions are entered with one key, each at its own regional endpoint, with real ARNs", async () => {
  const cloud = await serve();
  const environment = keys("BOTH");
  const inside = await scanAws({ provider: "aws", partition: "aws-cn", endpoint: cloud.url }, { environment });
  const outside = await scanAws({ provider: "aws", endpoint: cloud.url }, { environment });
  expect(inside.records.map(({ id }) => id)).toEqual([
    "arn:aws-cn:s3:::crm",
    "arn:aws-cn:ec2:cn-northwest-1:111122223333:volume/vol-0000000c",
  ]);
  expect(outside.records.map(({ id }) => id)).toEqual([
    "arn:aws:s3:::assets",
    "arn:aws:ec2:ap-east-1:444455556666:volume/vol-0000000a",
  ]);
  const identity = cloud.calls.filter(({ operation }) => operation === "GetCallerIdentity");
  expect(identity.map(({ region }) => region)).toEqual(["cn-north-1", "us-east-1"]);
  expect(outside.sessions[0]).toMatchObject({
    scope: { provider: "aws", partition: "aws", account: "444455556666" },
    regions: ["ap-east-1", "us-east-1"],
    notEnabled: ["eu-south-1"],
  });
  expect(outside.gaps).toEqual([]);
});

test("the endpoint may come from AWS_ENDPOINT_URL, and a service's own form outranks it", async () => {
  const cloud = await serve();
  const general = await scanAws(
    { provider: "aws" },
    { environment: { ...keys("WORLD"), AWS_ENDPOINT_URL: cloud.url } },
  );
  expect(general.records).toHaveLength(2);
  expect(general.hosts).toEqual([new URL(cloud.url).host]);
  const byService = await scanAws(
    { provider: "aws" },
    {
      environment: {
        ...keys("WORLD"),
        AWS_ENDPOINT_URL: "http://127.0.0.1:9",
        AWS_ENDPOINT_URL_S3: cloud.url,
        AWS_ENDPOINT_URL_EC2: cloud.url,
        AWS_ENDPOINT_URL_STS: cloud.url,
      },
    },
  );
  expect(byService.records).toEqual(general.records);
});

test("`endpoint` outranks the environment, also with a host name", async () => {
  const cloud = await serve();
  const endpoint = cloud.url.replace("127.0.0.1", "localhost");
  const environment = { ...keys("WORLD"), AWS_ENDPOINT_URL: "http://127.0.0.1:9" };
  const { records, hosts } = await scanAws({ provider: "aws", endpoint }, { environment });
  expect(records).toHaveLength(2);
  // Buckets stand in the path: no host name for each of them.
  expect(hosts).toEqual([new URL(endpoint).host]);
});

test("AWS_REGION chooses the home region only where it lies in the partition", async () => {
  const cloud = await serve();
  const environment = { ...keys("BOTH"), AWS_REGION: "ap-east-1" };
  await scanAws({ provider: "aws", endpoint: cloud.url }, { environment, types: [] });
  await scanAws({ provider: "aws", partition: "aws-cn", endpoint: cloud.url }, { environment, types: [] });
  const identity = cloud.calls.filter(({ operation }) => operation === "GetCallerIdentity");
  expect(identity.map(({ region }) => region)).toEqual(["ap-east-1", "cn-north-1"]);
});

test("listed accounts are entered through their role, the own one without; one that cannot be entered is a gap", async () => {
  const cloud = await serve();
  const accounts = ["888899990000", "777788889999", "444455556666"];
  const { sessions, records, gaps } = await scanAws(
    { provider: "aws", accounts, role: "Audit", endpoint: cloud.url },
    { environment: keys("WORLD"), types: ["aws/ec2/volume"] },
  );
  expect(sessions.map(({ scope }) => scope.account)).toEqual(["444455556666", "777788889999"]);
  expect(records.map(({ scope, name }) => [scope.account, name])).toEqual([
    ["444455556666", "vol-0000000a"],
    ["777788889999", "vol-0000000b"],
  ]);
  expect(gaps).toEqual([
    {
      kind: "gap",
      scope: { provider: "aws", partition: "aws", account: "888899990000" },
      type: "identity",
      region: "us-east-1",
      operation: "AssumeRole",
      reason: "denied",
      detail: "AccessDenied: User: <principal> is not authorized to perform: sts:AssumeRole on resource: <principal>",
      resource: null,
    },
  ]);
  const count = (operation: string) => cloud.calls.filter((call) => call.operation === operation).length;
  expect([count("GetCallerIdentity"), count("AssumeRole")]).toEqual([1, 2]);
});

test("where the region list is denied, a gap says so and the regions of the table are asked", async () => {
  const cloud = await serve({ faults: [{ operation: "DescribeRegions", answer: "denied" }] });
  const { sessions, records, gaps } = await scanAws(
    { provider: "aws", endpoint: cloud.url },
    { environment: keys("WORLD"), types: ["aws/ec2/volume"] },
  );
  expect(sessions[0]?.regions).toHaveLength(34);
  expect(records.map(({ name }) => name)).toEqual(["vol-0000000a"]);
  // The region that refuses credentials which are good elsewhere is one nobody opted in to.
  expect(gapLines(gaps)).toEqual([
    "aws/ec2/volume eu-south-1 DescribeVolumes not-enabled list",
    "regions us-east-1 DescribeRegions denied list",
  ]);
});

test("a configured region that is not enabled is named and not asked", async () => {
  const cloud = await serve();
  const source = { provider: "aws", regions: ["ap-east-1", "eu-south-1"], endpoint: cloud.url };
  const { sessions, gaps } = await scanAws(source, { environment: keys("WORLD") });
  expect(sessions[0]).toMatchObject({ regions: ["ap-east-1"], notEnabled: ["eu-south-1"] });
  expect(gaps).toEqual([]);
  const there = cloud.calls.filter(({ region }) => region === "eu-south-1").map(({ operation }) => operation);
  // Asked once whether it is true, since the endpoint is not AWS's own.
  expect(there).toEqual(["DescribeRegions"]);
});

test("credentials that STS does not know end the source with a word on partitions", async () => {
  const cloud = await serve();
  const source = { provider: "aws", partition: "aws-cn", endpoint: cloud.url };
  await expect(scanAws(source, { environment: keys("WORLD") })).rejects.toMatchObject({
    name: "JingneiError",
    code: "credential",
    message: "source aws (partition aws-cn): STS in cn-north-1 refuses the credentials (InvalidClientTokenId)",
    remedy: expect.stringContaining("aws-cn"),
  });
});

test("credentials of another partition than the configured one are an error", async () => {
  const arn = "arn:aws-us-gov:iam::444455556666:user/audit";
  const body = `<GetCallerIdentityResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><GetCallerIdentityResult><Arn>${arn}</Arn><Account>444455556666</Account></GetCallerIdentityResult></GetCallerIdentityResponse>`;
  const server = createServer((_request, response) => response.end(body)).listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  const port = typeof address === "object" ? address?.port : undefined;
  const scan = scanAws({ provider: "aws", endpoint: `http://127.0.0.1:${port}` }, { environment: keys("WORLD") });
  await expect(scan).rejects.toMatchObject({
    code: "config",
    message: "source aws (partition aws): the credentials belong to partition aws-us-gov",
  });
  server.closeAllConnections();
  server.close();
});

test("missing credentials name the source, the chain and what to set", async () => {
  const none = ["AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY", "AWS_SESSION_TOKEN", "AWS_PROFILE"];
  for (const name of none) vi.stubEnv(name, undefined);
  vi.stubEnv("AWS_EC2_METADATA_DISABLED", "true");
  vi.stubEnv("AWS_CONFIG_FILE", "/nonexistent/config");
  vi.stubEnv("AWS_SHARED_CREDENTIALS_FILE", "/nonexistent/credentials");
  const cloud = await serve();
  await expect(scanAws({ provider: "aws", endpoint: cloud.url }, { environment: {} })).rejects.toMatchObject({
    code: "credential",
    message: expect.stringMatching(
      /^source aws \(partition aws\): no credentials found; tried environment variables, SSO,/,
    ),
    remedy: expect.stringContaining("AWS_ACCESS_KEY_ID"),
  });
  await expect(
    scanAws({ provider: "aws", profile: "audit", endpoint: cloud.url }, { environment: testKeys }),
  ).rejects.toMatchObject({ code: "credential", message: expect.stringContaining("tried profile audit") });
  expect(cloud.calls).toEqual([]);
});

test("an identity that is garbage is an error of the source, not a scan of nothing", async () => {
  const cloud = await serve({ faults: [{ operation: "GetCallerIdentity", answer: "malformed" }] });
  const error = await scanAws({ provider: "aws", endpoint: cloud.url }, { environment: keys("WORLD") }).catch(
    (reason: unknown) => reason,
  );
  expect(aws.describeError(error)).toMatchObject({ reason: "malformed", message: "the answer is an HTML page" });
});
