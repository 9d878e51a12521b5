import type { SecretListEntry, SecretsManagerClient } from "@aws-sdk/client-secrets-manager";
import type { Caller, Link, ResourceRecord, ResourceType } from "../../../src/model/index.ts";
import { required } from "../answer.ts";
import { keyElsewhere } from "../neighbours.ts";
import { itemsOf } from "../pages.ts";
import { placedByAsking } from "../placement.ts";
import type { AwsSession } from "../session.ts";
import { tagsOf } from "../tags.ts";

/**
 * A secret. Its value is never asked for. A replica names the region of its primary in the list; which replicas a primary has
 * stands in its details only, and the reference does not promise that the list tells primaries from secrets without replicas.
 */
export const secretsmanagerSecret: ResourceType<AwsSession> = {
  type: "aws/secretsmanager/secret",
  title: { en: "Secrets Manager secret", zh: "Secrets Manager 密钥（Secret）" },
  role: "store",
  service: "secretsmanager",
  reach: "per-region",
  operations: [
    { operation: "ListSecrets", permission: "secretsmanager:ListSecrets" },
    { operation: "DescribeSecret", permission: "secretsmanager:DescribeSecret", per: "resource" },
  ],
  links: ["replicates-to", "key-held-in"],
  unseen: {
    en: "The value, and whom a resource policy lets read it.",
    zh: "密钥的值以及资源策略授权的读取方不可见。",
  },
  async *collect(session, region, caller) {
    const here = required(region ?? undefined, "a region");
    const { ListSecretsCommand, SecretsManagerClient: Client } = await import("@aws-sdk/client-secrets-manager");
    const client = session.client(Client, here);
    const secrets = itemsOf(caller, "ListSecrets", async (token, abortSignal) => {
      const request = new ListSecretsCommand({
        // Until it is gone, a secret that is marked for deletion can be restored.
        IncludePlannedDeletion: true,
        MaxResults: 100,
        NextToken: token,
      });
      const answer = await client.send(request, { abortSignal });
      return { items: required(answer.SecretList, "SecretList"), next: answer.NextToken };
    });
    yield* caller.each(secrets, async (secret) => {
      const arn = required(secret.ARN, "SecretList[].ARN");
      const primary = primaryOf(secret, here);
      const links =
        primary === undefined
          ? await replicas(client, caller, arn)
          : [
              replica("from", arn, primary, {
                source: "secretsmanager:ListSecrets",
                field: "PrimaryRegion",
                value: primary,
              }),
            ];
      return recordOf(session, here, secret, arn, links);
    });
  },
};

/** The region of the primary, where the secret is a replica of one. */
function primaryOf({ PrimaryRegion: primary }: SecretListEntry, here: string): string | undefined {
  return primary === undefined || primary === "" || primary === here ? undefined : primary;
}

async function replicas(client: SecretsManagerClient, caller: Caller, arn: string): Promise<readonly Link[]> {
  const { DescribeSecretCommand } = await import("@aws-sdk/client-secrets-manager");
  const status = await caller.ask("DescribeSecret", arn, async (abortSignal) => {
    const answer = await client.send(new DescribeSecretCommand({ SecretId: arn }), { abortSignal });
    required(answer.ARN, "ARN");
    return answer.ReplicationStatus ?? [];
  });
  if (!status.known) return [];
  return (status.value ?? []).map(({ Region: region, Status: state }) => {
    const there = required(region, "ReplicationStatus[].Region");
    // A replication that failed is still set up.
    const value = state === undefined || state === "InSync" ? there : `${there} (${state})`;
    return replica("to", arn, there, {
      source: "secretsmanager:DescribeSecret",
      field: "ReplicationStatus[].Region",
      value,
    });
  });
}

/** Primary and replicas have the same ARN but for the region (Secrets Manager user guide, "Replicate secrets", read 2026-11-22). */
function replica(
  direction: Link["direction"],
  arn: string,
  region: string,
  evidence: Pick<Link["evidence"], "source" | "field" | "value">,
): Link {
  const id = arn
    .split(":")
    .map((part, index) => (index === 3 ? region : part))
    .join(":");
  return { kind: "replicates-to", direction, target: { id, place: { region } }, evidence };
}

function recordOf(
  session: AwsSession,
  region: string,
  secret: SecretListEntry,
  arn: string,
  links: readonly Link[],
): ResourceRecord {
  return {
    kind: "record",
    id: arn,
    type: secretsmanagerSecret.type,
    role: secretsmanagerSecret.role,
    scope: session.scope,
    name: secret.Name ?? arn,
    ...placedByAsking("secretsmanager:ListSecrets", region),
    tags: { known: true, value: tagsOf(secret.Tags) },
    aliases: [],
    links: [
      ...links,
      ...keyElsewhere(session.scope, region, secret.KmsKeyId, {
        source: "secretsmanager:ListSecrets",
        field: "SecretList[].KmsKeyId",
      }),
    ],
    attributes: {
      // There is no secret that is not encrypted: a key of one's own, or the service's.
      encrypted: true,
      ...(secret.OwningService === undefined ? {} : { owningService: secret.OwningService }),
      ...(secret.DeletedDate === undefined ? {} : { state: "planned for deletion" }),
      ...(secret.RotationEnabled === undefined ? {} : { rotation: secret.RotationEnabled }),
    },
  };
}
