import { z } from "zod";
import { type Caller, type Link, valueIfKnown } from "../../src/model/index.ts";
import { databaseId, rds } from "./databases.ts";
import { placeRegion } from "./regions.ts";
import { listOf, optionalText, requiredListOf } from "./rpc-fields.ts";
import type { AlibabaSession } from "./session.ts";

const Node = z.object({ NodeId: optionalText, NodeRegionId: optionalText });

const Answer = z.object({
  Items: requiredListOf("DBInstanceAttribute", z.object({ DBClusterNodes: listOf("DBClusterNode", Node) })),
});

const operation = "DescribeDBInstanceAttribute";

/**
 * Nodes of an instance of the Cluster Edition, each of which holds all of its data: one for disaster recovery stands in another
 * region (aliyun/alibabacloud-typescript-sdk, rds-20140815 15.9.0). The list of instances tells none.
 */
export async function distantNodes(
  session: AlibabaSession,
  region: string,
  caller: Caller,
  instance: string,
): Promise<readonly Link[]> {
  const parameters = { RegionId: region, DBInstanceId: instance };
  const request = { product: rds, region, action: operation, parameters, answer: Answer };
  const answer = await caller.ask(operation, databaseId(session, "rds", region, instance), (signal) => {
    return session.rpc.request(request, signal);
  });
  const nodes = (valueIfKnown(answer)?.Items ?? []).flatMap((item) => item.DBClusterNodes);
  const links = new Map<string, Link>();
  for (const { NodeId: node, NodeRegionId: stated } of nodes) {
    const there = stated === undefined ? region : placeRegion(stated);
    if (there !== region && !links.has(there)) links.set(there, linkTo(there, `${node ?? "a node"} in ${stated}`));
  }
  return [...links.values()];
}

function linkTo(region: string, value: string): Link {
  return {
    kind: "fails-over-to",
    direction: "to",
    target: { place: { region } },
    evidence: {
      source: `rds:${operation}`,
      field: "Items.DBInstanceAttribute[].DBClusterNodes.DBClusterNode[].NodeRegionId",
      value,
    },
  };
}
