import type { DomainStatus, OpenSearchClient } from "@aws-sdk/client-opensearch";
import {
  type Caller,
  type Known,
  known,
  type Link,
  type ResourceRecord,
  type ResourceType,
  type Tags,
} from "../../../src/model/index.ts";
import { required } from "../answer.ts";
import { whenNeeded } from "../needed.ts";
import { keyElsewhere } from "../neighbours.ts";
import { connectionLinks, inboundConnections, outboundConnections } from "../opensearch/connections.ts";
import { domainLinks } from "../opensearch/domain-links.ts";
import { placedByAsking } from "../placement.ts";
import type { AwsSession } from "../session.ts";
import { tagsOf } from "../tags.ts";

/** The most domains that DescribeDomains takes at once. */
const batch = 5;

/** A search domain. Its ARNs and permissions say `es`, as they did before OpenSearch. */
export const opensearchDomain: ResourceType<AwsSession> = {
  type: "aws/opensearch/domain",
  title: { en: "OpenSearch Service domain", zh: "OpenSearch Service 域" },
  role: "store",
  service: "es",
  reach: "per-region",
  operations: [
    { operation: "ListDomainNames", permission: "es:ListDomainNames" },
    { operation: "DescribeDomains", permission: "es:DescribeDomains" },
    { operation: "DescribeInboundConnections", permission: "es:DescribeInboundConnections" },
    { operation: "DescribeOutboundConnections", permission: "es:DescribeOutboundConnections" },
    { operation: "ListTags", permission: "es:ListTags", per: "resource" },
  ],
  links: ["reachable-from", "logs-to", "key-held-in"],
  unseen: {
    en: "The indices; whether a connected domain replicates them or only searches them; snapshots to a bucket of one's own; who may sign in where access is fine-grained; policies that name addresses; serverless collections.",
    zh: "索引内容；已连接的域是复制索引还是仅跨集群检索；存入自有存储桶的快照；启用精细访问控制时可登录的用户；按 IP 地址授权的访问策略；Serverless 集合均不可见。",
  },
  async *collect(session, region, caller) {
    const here = required(region ?? undefined, "a region");
    const { OpenSearchClient: Client } = await import("@aws-sdk/client-opensearch");
    const client = session.client(Client, here);
    const inbound = whenNeeded(() => inboundConnections(client, caller));
    const outbound = whenNeeded(() => outboundConnections(client, caller));
    yield* caller.each(listDomains(client, caller), async (domain) => {
      const arn = required(domain.ARN, "DomainStatusList[].ARN");
      const connections = [...(await inbound.get()), ...(await outbound.get())];
      const links = [
        ...(await domainLinks(domain, arn, session.scope, caller)),
        ...connectionLinks(connections, { name: domain.DomainName, scope: session.scope }),
        ...keyElsewhere(session.scope, here, domain.EncryptionAtRestOptions?.KmsKeyId, {
          source: "opensearch:DescribeDomains",
          field: "DomainStatusList[].EncryptionAtRestOptions.KmsKeyId",
        }),
      ];
      return recordOf(session, here, domain, { arn, tags: await readTags(client, caller, arn), links });
    });
    await inbound.settle();
    await outbound.settle();
  },
};

async function* listDomains(client: OpenSearchClient, caller: Caller): AsyncIterable<DomainStatus> {
  const { DescribeDomainsCommand, ListDomainNamesCommand } = await import("@aws-sdk/client-opensearch");
  const listed = await caller.call("ListDomainNames", async (abortSignal) => {
    const answer = await client.send(new ListDomainNamesCommand({}), { abortSignal });
    return required(answer.DomainNames, "DomainNames");
  });
  const names = listed.map(({ DomainName }) => required(DomainName, "DomainNames[].DomainName"));
  for (let start = 0; start < names.length; start += batch) {
    const request = new DescribeDomainsCommand({ DomainNames: names.slice(start, start + batch) });
    yield* await caller.call("DescribeDomains", async (abortSignal) =>
      required((await client.send(request, { abortSignal })).DomainStatusList, "DomainStatusList"),
    );
  }
}

async function readTags(client: OpenSearchClient, caller: Caller, arn: string): Promise<Known<Tags>> {
  const { ListTagsCommand } = await import("@aws-sdk/client-opensearch");
  const tags = await caller.ask("ListTags", arn, async (abortSignal) =>
    tagsOf(required((await client.send(new ListTagsCommand({ ARN: arn }), { abortSignal })).TagList, "TagList")),
  );
  return tags.known ? known(tags.value ?? {}) : tags;
}

interface Details {
  readonly arn: string;
  readonly tags: Known<Tags>;
  readonly links: readonly Link[];
}

function recordOf(
  session: AwsSession,
  region: string,
  domain: DomainStatus,
  { arn, tags, links }: Details,
): ResourceRecord {
  return {
    kind: "record",
    id: arn,
    type: opensearchDomain.type,
    role: opensearchDomain.role,
    scope: session.scope,
    name: domain.DomainName ?? arn,
    ...placedByAsking("opensearch:DescribeDomains", region),
    tags,
    aliases: [],
    links,
    attributes: {
      ...(domain.EncryptionAtRestOptions?.Enabled === undefined
        ? {}
        : { encrypted: domain.EncryptionAtRestOptions.Enabled }),
      ...(domain.EngineVersion === undefined ? {} : { engineVersion: domain.EngineVersion }),
      ...(domain.AdvancedSecurityOptions?.Enabled === undefined
        ? {}
        : { fineGrainedAccess: domain.AdvancedSecurityOptions.Enabled }),
      vpc: domain.VPCOptions?.VPCId !== undefined,
    },
  };
}
