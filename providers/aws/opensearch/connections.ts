import type { DomainInformationContainer, OpenSearchClient } from "@aws-sdk/client-opensearch";
import type { Caller, Link, LinkTarget, Scope } from "../../../src/model/index.ts";
import { required } from "../answer.ts";
import { itemsOf } from "../pages.ts";

/** A connection between two domains, from either end. */
export interface Connection {
  /** Who asked for it: searches the other, or has followers that pull from it. */
  readonly local: Domain;
  /** Who answers: the data is here. */
  readonly remote: Domain;
  readonly source: string;
  readonly id: string;
}

interface Domain {
  readonly owner: string | undefined;
  readonly name: string;
  readonly region: string | undefined;
}

/** States in which nothing goes through, or not any more. */
const closed = new Set([
  "DELETED",
  "DELETING",
  "PENDING_ACCEPTANCE",
  "REJECTED",
  "REJECTING",
  "VALIDATING",
  "VALIDATION_FAILED",
]);

export function inboundConnections(client: OpenSearchClient, caller: Caller): AsyncIterable<Connection> {
  return itemsOf(caller, "DescribeInboundConnections", async (token, abortSignal) => {
    const { DescribeInboundConnectionsCommand } = await import("@aws-sdk/client-opensearch");
    const request = new DescribeInboundConnectionsCommand({ MaxResults: 100, NextToken: token });
    const answer = await client.send(request, { abortSignal });
    const connections = required(answer.Connections, "Connections");
    return {
      items: connections.flatMap((one) => open(one, "opensearch:DescribeInboundConnections")),
      next: answer.NextToken,
    };
  });
}

export function outboundConnections(client: OpenSearchClient, caller: Caller): AsyncIterable<Connection> {
  return itemsOf(caller, "DescribeOutboundConnections", async (token, abortSignal) => {
    const { DescribeOutboundConnectionsCommand } = await import("@aws-sdk/client-opensearch");
    const request = new DescribeOutboundConnectionsCommand({ MaxResults: 100, NextToken: token });
    const answer = await client.send(request, { abortSignal });
    const connections = required(answer.Connections, "Connections");
    return {
      items: connections.flatMap((one) => open(one, "opensearch:DescribeOutboundConnections")),
      next: answer.NextToken,
    };
  });
}

interface Described {
  readonly ConnectionId?: string | undefined;
  readonly ConnectionStatus?: { readonly StatusCode?: string | undefined } | undefined;
  readonly LocalDomainInfo?: DomainInformationContainer | undefined;
  readonly RemoteDomainInfo?: DomainInformationContainer | undefined;
}

function open(one: Described, source: string): readonly Connection[] {
  if (closed.has(one.ConnectionStatus?.StatusCode ?? "")) return [];
  const id = required(one.ConnectionId, "Connections[].ConnectionId");
  return [{ local: domainOf(one.LocalDomainInfo), remote: domainOf(one.RemoteDomainInfo), source, id }];
}

function domainOf(container: DomainInformationContainer | undefined): Domain {
  const { AWSDomainInformation: domain } = container ?? {};
  return {
    owner: domain?.OwnerId,
    name: required(domain?.DomainName, "Connections[].…DomainInfo.AWSDomainInformation.DomainName"),
    region: domain?.Region,
  };
}

interface Here {
  readonly name: string | undefined;
  readonly scope: Scope;
}

/**
 * The local domain pulls: it searches the remote one, or follows its indices (OpenSearch Service, "Cross-cluster replication",
 * read 2026-11-22). Which of the two only the cluster itself knows, so that the remote domain is stated to be reachable from
 * the local one, and no copy is claimed. An inbound connection makes this domain the remote one.
 */
export function connectionLinks(connections: readonly Connection[], here: Here): readonly Link[] {
  return connections.flatMap(({ local, remote, source, id }): readonly Link[] => {
    const isInbound = source === "opensearch:DescribeInboundConnections";
    const [mine, other] = isInbound ? [remote, local] : [local, remote];
    if (mine.name !== here.name) return [];
    const field = `Connections[].${isInbound ? "LocalDomainInfo" : "RemoteDomainInfo"}.AWSDomainInformation`;
    const evidence = { source, field, value: `${other.name} in ${other.region ?? "?"} (${id})` };
    const target = targetOf(other, here.scope);
    return [{ kind: "reachable-from", direction: isInbound ? "to" : "from", target, evidence }];
  });
}

/** Without its region or owner a domain has no ARN. */
function targetOf({ name, region, owner }: Domain, own: Scope): LinkTarget {
  return {
    ...(region === undefined || owner === undefined
      ? {}
      : { id: `arn:${own.partition}:es:${region}:${owner}:domain/${name}` }),
    ...(region === undefined ? {} : { place: { region } }),
    ...(owner === undefined || owner === own.account ? {} : { party: owner }),
  };
}
