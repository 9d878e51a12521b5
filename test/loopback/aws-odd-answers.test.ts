import { expect, test } from "vitest";
import { type AwsAccount, serveAws } from "../../providers/aws/loopback.ts";
import type { LoopbackOptions } from "../../src/model/index.ts";
import { gapLines, scanAws } from "../support/aws-scan.ts";

const own = "444455556666";
const region = "ap-east-1";
const arn = (service: string, rest: string) => `arn:aws:${service}:${region}:${own}:${rest}`;

type Services = NonNullable<AwsAccount["services"]>[string];

async function scan(type: string, services: Services, options: LoopbackOptions = {}) {
  const account: AwsAccount = {
    id: own,
    partition: "aws",
    regions: [{ id: region }],
    services: { [region]: services },
  };
  const cloud = await serveAws({ accounts: [account] }, options);
  try {
    const source = { provider: "aws", regions: [region], endpoint: cloud.url };
    return { ...(await scanAws(source, { types: [type] })), calls: cloud.calls };
  } finally {
    await cloud.close();
  }
}

test("a list within a detail ends at a page token that comes back, names its resource and keeps what it read", async () => {
  const vault = arn("backup", "backup-vault:customers");
  const backup = {
    vaults: [{ BackupVaultName: "customers", BackupVaultArn: vault }],
    protected: ["a", "b", "c"].map((name) => ({
      $BackupVaultName: "customers",
      ResourceArn: arn("dynamodb", `table/${name}`),
    })),
  };
  const operation = "ListProtectedResourcesByBackupVault";
  const faults = [{ operation, answer: "repeat-token" } as const];
  const { records, gaps, calls } = await scan("aws/backup/vault", { backup }, { pageSize: 1, faults });
  expect(gapLines(gaps)).toEqual([`aws/backup/vault ${region} ${operation} malformed ${vault}`]);
  expect(records.map(({ id, links }) => [id, links.map(({ target }) => target.id)])).toEqual([
    [vault, [arn("dynamodb", "table/a")]],
  ]);
  expect(calls.filter((call) => call.operation === operation).length).toBeLessThanOrEqual(3);
});

test("a region without vaults, repositories, functions and domains is asked for nothing that hangs on them", async () => {
  for (const [type, operations] of [
    ["aws/backup/vault", ["ListBackupVaults"]],
    ["aws/ecr/repository", ["DescribeRepositories"]],
    ["aws/lambda/function", ["ListFunctions"]],
    ["aws/opensearch/domain", ["ListDomainNames"]],
  ] as const) {
    const { calls } = await scan(type, {});
    const asked = calls
      .map(({ operation }) => operation)
      .filter((name) => !/^(?:GetCaller|DescribeRegions)/.test(name));
    expect(asked).toEqual(operations);
  }
});

test("a domain whose access policy cannot be read is a gap of its own, and the others are told", async () => {
  const domain = (name: string, AccessPolicies: string) => ({
    DomainName: name,
    ARN: arn("es", `domain/${name}`),
    AccessPolicies,
  });
  const open = JSON.stringify({ Statement: { Effect: "Allow", Principal: "*", Action: "es:ESHttpGet" } });
  const es = { domains: [domain("broken", "{hunter2"), domain("open", open)] };
  const { records, gaps } = await scan("aws/opensearch/domain", { es });
  expect(records.map(({ name, links }) => [name, links.map(({ target }) => target.party)])).toEqual([
    ["broken", []],
    ["open", ["*"]],
  ]);
  expect(gaps).toMatchObject([
    {
      operation: "DescribeDomains",
      resource: arn("es", "domain/broken"),
      reason: "malformed",
      detail: "MalformedAnswer: the access policy cannot be read",
    },
  ]);
});

test("a connected domain of a region that is not told has no id and no place", async () => {
  const es = {
    domains: [{ DomainName: "leader", ARN: arn("es", "domain/leader") }],
    inbound: [
      {
        ConnectionId: "c-1",
        ConnectionStatus: { StatusCode: "ACTIVE" },
        LocalDomainInfo: { AWSDomainInformation: { OwnerId: "999988887777", DomainName: "follower" } },
        RemoteDomainInfo: { AWSDomainInformation: { OwnerId: own, DomainName: "leader", Region: region } },
      },
    ],
  };
  const { records } = await scan("aws/opensearch/domain", { es });
  expect(records[0]?.links.map(({ target }) => target)).toEqual([{ party: "999988887777" }]);
});

test("domains are described five at a time", async () => {
  const es = {
    domains: Array.from({ length: 11 }, (_, index) => ({
      DomainName: `d${index}`,
      ARN: arn("es", `domain/d${index}`),
    })),
  };
  const { records, calls } = await scan("aws/opensearch/domain", { es });
  expect(records).toHaveLength(11);
  expect(calls.filter(({ operation }) => operation === "DescribeDomains")).toHaveLength(3);
});

test("only secrets that are no replicas are asked for their replicas, and only advanced parameters for their policies", async () => {
  const secret = (name: string, PrimaryRegion?: string) => ({
    ARN: arn("secretsmanager", `secret:${name}`),
    Name: name,
    ...(PrimaryRegion === undefined ? {} : { PrimaryRegion }),
  });
  const secretsmanager = { secrets: [secret("lone"), secret("primary", region), secret("replica", "eu-west-1")] };
  const { calls } = await scan("aws/secretsmanager/secret", { secretsmanager });
  const described = calls.filter(({ operation }) => operation === "DescribeSecret").map(({ resource }) => resource);
  expect(described.sort()).toEqual([arn("secretsmanager", "secret:lone"), arn("secretsmanager", "secret:primary")]);

  const parameters = ["Standard", "Advanced"].map((Tier) => ({
    Name: Tier,
    ARN: arn("ssm", `parameter/${Tier}`),
    Tier,
  }));
  const scanned = await scan("aws/ssm/parameter", { ssm: { parameters } });
  const asked = scanned.calls.filter(({ operation }) => operation === "GetResourcePolicies");
  expect(asked.map(({ resource }) => resource)).toEqual([arn("ssm", "parameter/Advanced")]);
});
