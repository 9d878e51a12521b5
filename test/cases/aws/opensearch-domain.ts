import type { AwsHeld } from "../../support/case-clouds.ts";
import type { TypeCase, Where } from "../../support/type-case.ts";

const stranger = "999988887777";
const arn = ({ partition, account, region }: Where, name: string, there: { region?: string; account?: string } = {}) =>
  `arn:${partition}:es:${there.region ?? region}:${there.account ?? account}:domain/${name}`;
const logGroup = ({ partition, account, region }: Where, name: string) =>
  `arn:${partition}:logs:${region}:${account}:log-group:${name}`;

function policyFor(principal: unknown, action = "es:*"): string {
  const Statement = [{ Effect: "Allow", Principal: principal, Action: action, Resource: "*" }];
  return JSON.stringify({ Version: "2012-10-17", Statement });
}

function end(owner: string, name: string, region: string): object {
  return { AWSDomainInformation: { OwnerId: owner, DomainName: name, Region: region } };
}

const domain: TypeCase<AwsHeld> = {
  type: "aws/opensearch/domain",
  held: (where) => ({
    services: {
      es: {
        domains: [
          {
            DomainId: "1",
            DomainName: "crm",
            ARN: arn(where, "crm"),
            ClusterConfig: {},
            EngineVersion: "OpenSearch_2.19",
            EncryptionAtRestOptions: {
              Enabled: true,
              KmsKeyId: `arn:${where.partition}:kms:${where.region}:${stranger}:key/1`,
            },
            AccessPolicies: policyFor({ AWS: [`arn:${where.partition}:iam::${stranger}:root`, where.account] }),
            VPCOptions: { VPCId: "vpc-1" },
            LogPublishingOptions: {
              AUDIT_LOGS: { Enabled: true, CloudWatchLogsLogGroupArn: `${logGroup(where, "crm-audit")}:*` },
              INDEX_SLOW_LOGS: { Enabled: false, CloudWatchLogsLogGroupArn: logGroup(where, "crm-slow") },
            },
            $tags: { Name: "客户检索", "data-class": "personal", owner: "" },
          },
          {
            DomainId: "2",
            DomainName: "open",
            ARN: arn(where, "open"),
            ClusterConfig: {},
            EncryptionAtRestOptions: { Enabled: false },
            AccessPolicies: policyFor({ AWS: "*" }),
          },
          {
            // Open by its policy, closed by the domain's own users.
            DomainId: "3",
            DomainName: "users",
            ARN: arn(where, "users"),
            ClusterConfig: {},
            AccessPolicies: policyFor("*"),
            AdvancedSecurityOptions: { Enabled: true, AnonymousAuthEnabled: false },
          },
        ],
        inbound: [
          {
            ConnectionId: "c-1",
            ConnectionStatus: { StatusCode: "ACTIVE" },
            LocalDomainInfo: end(stranger, "follower", "eu-west-1"),
            RemoteDomainInfo: end(where.account, "crm", where.region),
          },
          {
            ConnectionId: "c-2",
            ConnectionStatus: { StatusCode: "PENDING_ACCEPTANCE" },
            LocalDomainInfo: end(stranger, "asks", "eu-west-1"),
            RemoteDomainInfo: end(where.account, "crm", where.region),
          },
        ],
        outbound: [
          {
            ConnectionId: "c-3",
            ConnectionStatus: { StatusCode: "ACTIVE" },
            LocalDomainInfo: end(where.account, "users", where.region),
            RemoteDomainInfo: end(where.account, "leader", "ap-southeast-1"),
          },
          {
            ConnectionId: "c-4",
            ConnectionStatus: { StatusCode: "REJECTED" },
            LocalDomainInfo: end(where.account, "users", where.region),
            RemoteDomainInfo: end(where.account, "refused", "ap-southeast-1"),
          },
        ],
      },
    },
  }),
  finds: (where) => [
    {
      id: arn(where, "crm"),
      name: "crm",
      role: "store",
      tags: { Name: "客户检索", "data-class": "personal", owner: "" },
      attributes: { encrypted: true, engineVersion: "OpenSearch_2.19", vpc: true },
      links: [
        { kind: "reachable-from", party: stranger },
        { kind: "logs-to", id: logGroup(where, "crm-audit"), region: where.region },
        // The other domain pulls from this one.
        {
          kind: "reachable-from",
          id: arn(where, "follower", { region: "eu-west-1", account: stranger }),
          region: "eu-west-1",
          party: stranger,
        },
        {
          kind: "key-held-in",
          id: `arn:${where.partition}:kms:${where.region}:${stranger}:key/1`,
          region: where.region,
          party: stranger,
        },
      ],
    },
    {
      id: arn(where, "open"),
      name: "open",
      role: "store",
      tags: {},
      attributes: { encrypted: false, vpc: false },
      links: [{ kind: "reachable-from", party: "*" }],
    },
    {
      id: arn(where, "users"),
      name: "users",
      role: "store",
      tags: {},
      attributes: { fineGrainedAccess: true },
      links: [
        {
          kind: "reachable-from",
          direction: "from",
          id: arn(where, "leader", { region: "ap-southeast-1" }),
          region: "ap-southeast-1",
        },
      ],
    },
  ],
  lists: [
    { operation: "ListDomainNames", unpaged: true },
    { operation: "DescribeDomains", unpaged: true },
    { operation: "DescribeInboundConnections", loses: () => [] },
    { operation: "DescribeOutboundConnections", loses: () => [] },
  ],
};

export default domain;
