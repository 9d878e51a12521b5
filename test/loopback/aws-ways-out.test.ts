import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { serveAws } from "../../providers/aws/loopback.ts";
import type { Document, LoopbackCloud } from "../../src/model/index.ts";
import { testKeys } from "../support/aws-scan.ts";
import { spineFolder } from "../support/spine-command.ts";

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const own = "444455556666";
const [here, there] = ["ap-east-1", "ap-southeast-1"] as const;
const arn = (service: string, region: string, rest: string, account = own) =>
  `arn:aws:${service}:${region}:${account}:${rest}`;
const vault = (region: string, name: string) => arn("backup", region, `backup-vault:${name}`);
const secret = (region: string) => arn("secretsmanager", region, "secret:crm/db-a1B2c3");
const key = (region: string) => arn("kms", region, "key/mrk-1");
const repository = (region: string) => arn("ecr", region, "repository/crm/api");
const domain = (region: string, name: string) => arn("es", region, `domain/${name}`);
const keyMetadata = (region: string, type: "PRIMARY" | "REPLICA") => ({
  KeyId: "mrk-1",
  Arn: key(region),
  KeyManager: "CUSTOMER",
  MultiRegionConfiguration: {
    MultiRegionKeyType: type,
    PrimaryKey: { Arn: key(here), Region: here },
    ReplicaKeys: [{ Arn: key(there), Region: there }],
  },
});
const connection = {
  ConnectionId: "c-1",
  ConnectionStatus: { StatusCode: "ACTIVE" },
  LocalDomainInfo: { AWSDomainInformation: { OwnerId: own, DomainName: "follower", Region: there } },
  RemoteDomainInfo: { AWSDomainInformation: { OwnerId: own, DomainName: "leader", Region: here } },
};

let cloud: LoopbackCloud;
let document: Document;

beforeAll(async () => {
  cloud = await serveAws({
    accounts: [
      {
        id: own,
        partition: "aws",
        regions: [{ id: here }, { id: there }],
        buckets: [{ name: "crm", region: here, tags: { "data-class": "personal", "data-origin": "mainland" } }],
        services: {
          [here]: {
            backup: {
              vaults: [{ BackupVaultName: "near", BackupVaultArn: vault(here, "near") }],
              plans: [
                {
                  BackupPlanId: "p-1",
                  BackupPlanArn: arn("backup", here, "backup-plan:p-1"),
                  BackupPlanName: "daily",
                  $document: {
                    BackupPlanName: "daily",
                    Rules: [
                      {
                        RuleName: "daily",
                        TargetBackupVaultName: "near",
                        CopyActions: [{ DestinationBackupVaultArn: vault(there, "far") }],
                      },
                    ],
                  },
                },
              ],
              selections: [
                {
                  SelectionId: "s-1",
                  $BackupPlanId: "p-1",
                  $document: { SelectionName: "crm", IamRoleArn: "role", Resources: ["arn:aws:s3:::crm"] },
                },
              ],
            },
            secretsmanager: {
              secrets: [
                {
                  ARN: secret(here),
                  Name: "crm/db",
                  PrimaryRegion: here,
                  $replicas: [{ Region: there, Status: "InSync" }],
                },
              ],
            },
            kms: { keys: [keyMetadata(here, "PRIMARY")] },
            ecr: {
              repositories: [{ repositoryArn: repository(here), repositoryName: "crm/api" }],
              replicationRules: [{ destinations: [{ region: there, registryId: own }] }],
            },
            es: { domains: [{ DomainName: "leader", ARN: domain(here, "leader") }], inbound: [connection] },
          },
          [there]: {
            backup: {
              vaults: [{ BackupVaultName: "far", BackupVaultArn: vault(there, "far") }],
              points: [
                {
                  BackupVaultName: "far",
                  RecoveryPointArn: arn("backup", there, "recovery-point:1"),
                  ResourceArn: "arn:aws:s3:::crm",
                  SourceBackupVaultArn: vault(here, "near"),
                },
              ],
            },
            secretsmanager: { secrets: [{ ARN: secret(there), Name: "crm/db", PrimaryRegion: here }] },
            kms: { keys: [keyMetadata(there, "REPLICA")] },
            ecr: { repositories: [{ repositoryArn: repository(there), repositoryName: "crm/api" }] },
            es: { domains: [{ DomainName: "follower", ARN: domain(there, "follower") }], outbound: [connection] },
          },
        },
      },
    ],
  });
  const sources = [{ provider: "aws", endpoint: cloud.url }];
  const folder = spineFolder({ sources, environment: testKeys });
  const { stderr } = await folder.scan();
  document = folder.document();
  expect(document.coverage.gaps, stderr).toEqual([]);
});
afterAll(async () => cloud?.close());

test("each way out is one edge, whichever end told of it", () => {
  const ways = document.edges
    .filter(({ kind }) => kind !== "stored-in")
    .map(({ from, kind, to, place }) => [from, kind, to, place.jurisdiction]);
  const expected = [
    ["arn:aws:s3:::crm", "backs-up-to", vault(here, "near"), "hong-kong"],
    [vault(here, "near"), "backs-up-to", vault(there, "far"), "foreign"],
    [arn("backup", here, "backup-plan:p-1"), "backs-up-to", vault(here, "near"), "hong-kong"],
    [arn("backup", here, "backup-plan:p-1"), "backs-up-to", vault(there, "far"), "foreign"],
    ["arn:aws:s3:::crm", "copied-to", arn("backup", there, "recovery-point:1"), "foreign"],
    [vault(here, "near"), "copied-to", arn("backup", there, "recovery-point:1"), "foreign"],
    [secret(here), "replicates-to", secret(there), "foreign"],
    [key(here), "replicates-to", key(there), "foreign"],
    [repository(here), "replicates-to", repository(there), "foreign"],
    [domain(here, "leader"), "reachable-from", domain(there, "follower"), "foreign"],
  ];
  expect(ways.map(String).sort()).toEqual(expected.map(String).sort());
});

test("what is backed up gives vaults and recovery points its class and origin", () => {
  const copies = document.resources.filter(({ role }) => role === "copy");
  expect(copies.map(({ id, dataClass }) => [id, dataClass.class, dataClass.origin])).toEqual([
    [vault(here, "near"), "personal", "mainland"],
    [vault(there, "far"), "personal", "mainland"],
    [arn("backup", there, "recovery-point:1"), "personal", "mainland"],
  ]);
});
