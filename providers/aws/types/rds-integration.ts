import type { Integration } from "@aws-sdk/client-rds";
import { known, type Link, type ResourceRecord, type ResourceType, unknown } from "../../../src/model/index.ts";
import { required } from "../answer.ts";
import { itemsOf } from "../pages.ts";
import { placedByAsking } from "../placement.ts";
import type { AwsSession } from "../session.ts";
import { tagsOf } from "../tags.ts";
import { arnTarget } from "../targets.ts";

const source = "rds:DescribeIntegrations";

/** A zero-ETL integration: a database's tables kept up to date in a warehouse. */
export const rdsIntegration: ResourceType<AwsSession> = {
  type: "aws/rds/integration",
  title: { en: "RDS zero-ETL integration", zh: "RDS 零 ETL 集成" },
  role: "flow",
  service: "rds",
  reach: "per-region",
  operations: [{ operation: "DescribeIntegrations", permission: "rds:DescribeIntegrations" }],
  links: ["replicates-to"],
  unseen: {
    en: "Which tables the filter of an integration leaves out, and integrations of other services, such as those of DynamoDB.",
    zh: "集成的筛选条件排除了哪些表以及其他服务（如 DynamoDB）的集成不可见。",
  },
  async *collect(session, region, caller) {
    const here = required(region ?? undefined, "a region");
    const { DescribeIntegrationsCommand, RDSClient } = await import("@aws-sdk/client-rds");
    const rds = session.client(RDSClient, here);
    const integrations = itemsOf(caller, "DescribeIntegrations", async (Marker, abortSignal) => {
      const answer = await rds.send(new DescribeIntegrationsCommand({ MaxRecords: 100, Marker }), { abortSignal });
      return { items: required(answer.Integrations, "Integrations"), next: answer.Marker };
    });
    for await (const integration of integrations) yield recordOf(session, here, integration);
  },
};

function recordOf(session: AwsSession, region: string, integration: Integration): ResourceRecord {
  const id = required(integration.IntegrationArn, "Integrations[].IntegrationArn");
  return {
    kind: "record",
    id,
    type: rdsIntegration.type,
    role: rdsIntegration.role,
    scope: session.scope,
    name: integration.IntegrationName ?? id,
    ...placedByAsking(source, region),
    tags: integration.Tags === undefined ? unknown("unsupported") : known(tagsOf(integration.Tags)),
    aliases: [],
    links: [...end(session, integration, "from", "SourceArn"), ...end(session, integration, "to", "TargetArn")],
    attributes: integration.Status === undefined ? {} : { state: integration.Status },
  };
}

/** One that is being deleted, or was never set up, moves nothing. */
const atRest: ReadonlySet<string> = new Set(["deleting", "failed"]);

function end(
  session: AwsSession,
  integration: Integration,
  direction: Link["direction"],
  field: "SourceArn" | "TargetArn",
): readonly Link[] {
  const value = integration[field];
  if (value === undefined || value === "" || atRest.has(integration.Status ?? "")) return [];
  const evidence = { source, field: `Integrations[].${field}`, value };
  return [{ kind: "replicates-to", direction, target: arnTarget(value, session.scope), evidence }];
}
