import { z } from "zod";
import { type Caller, type Link, valueIfKnown } from "../../src/model/index.ts";
import { databaseId, rds } from "./databases.ts";
import { optionalText, requiredListOf } from "./rpc-fields.ts";
import type { AlibabaSession } from "./session.ts";

const NetInfo = z.object({
  DBInstanceNetInfos: requiredListOf("DBInstanceNetInfo", z.object({ IPType: optionalText })),
});

const Whitelists = z.object({
  Items: requiredListOf(
    "DBInstanceIPArray",
    z.object({ SecurityIPList: optionalText, WhitelistNetworkType: optionalText }),
  ),
});

/** What is known of who can reach an instance from the internet. */
export interface Exposure {
  readonly links: readonly Link[];
  /** Whether it has an address on the internet; left out = not told. */
  readonly publicEndpoint?: boolean;
}

/**
 * An instance is open to everyone only with a public address and a whitelist that lets everyone in; the whitelists are
 * therefore asked for only where there is a public address.
 */
export async function exposureOf(
  session: AlibabaSession,
  region: string,
  caller: Caller,
  instance: string,
): Promise<Exposure> {
  const id = databaseId(session, "rds", region, instance);
  const parameters = { RegionId: region, DBInstanceId: instance };
  const asked = { product: rds, region, parameters };
  const network = await caller.ask("DescribeDBInstanceNetInfo", id, (signal) => {
    return session.rpc.request({ ...asked, action: "DescribeDBInstanceNetInfo", answer: NetInfo }, signal);
  });
  const addresses = valueIfKnown(network)?.DBInstanceNetInfos;
  if (addresses === undefined) return { links: [] };
  if (!addresses.some((address) => address.IPType === "Public")) return { links: [], publicEndpoint: false };
  const answer = await caller.ask("DescribeDBInstanceIPArrayList", id, (signal) => {
    return session.rpc.request({ ...asked, action: "DescribeDBInstanceIPArrayList", answer: Whitelists }, signal);
  });
  const lists = valueIfKnown(answer)?.Items ?? [];
  // In the enhanced mode a list of type VPC does not apply to the public address (RDS, IP address whitelists, 2024-06).
  const open = lists.find((list) => list.WhitelistNetworkType !== "VPC" && letsEveryoneIn(list.SecurityIPList));
  return { publicEndpoint: true, links: open === undefined ? [] : [openTo(open.SecurityIPList ?? "")] };
}

function letsEveryoneIn(list: string | undefined): boolean {
  return (list ?? "").split(/[\s,]+/).some((range) => range === "0.0.0.0/0" || range === "::/0");
}

function openTo(list: string): Link {
  return {
    kind: "reachable-from",
    direction: "to",
    target: { party: "*" },
    evidence: {
      source: "rds:DescribeDBInstanceIPArrayList",
      field: "Items.DBInstanceIPArray[].SecurityIPList",
      value: list.includes("0.0.0.0/0") ? "0.0.0.0/0, with a public endpoint" : "::/0, with a public endpoint",
    },
  };
}
