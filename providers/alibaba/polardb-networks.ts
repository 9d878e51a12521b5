import { z } from "zod";
import type { Caller, Link } from "../../src/model/index.ts";
import { reportBad } from "./bad-rows.ts";
import { databaseId, polardb, recordPage, withTotal } from "./databases.ts";
import { askPages, byNumber } from "./paging.ts";
import { idRegion, placeRegion } from "./regions.ts";
import { bareRowsOf, countRows, optional, optionalText } from "./rpc-fields.ts";
import type { AlibabaSession } from "./session.ts";

const Member = z.object({ DBClusterId: z.string(), RegionId: z.string(), Role: z.string() });
type Member = z.infer<typeof Member>;

const Network = z.object({
  GDNId: z.string(),
  DBClusters: optional(z.array(Member)),
  /** Members on another cloud, which no region of ours can name. */
  OutCloudDBClusters: optional(
    z.array(z.object({ OutCloudType: optionalText, RegionId: optionalText, Role: optionalText })),
  ),
});
type Network = z.infer<typeof Network>;

const Page = z.object({ ...recordPage, Items: bareRowsOf("GDNId", Network) }).transform(withTotal);

const operation = "DescribeGlobalDatabaseNetworks";

/** Links of each cluster of a global database network: its primary replicates to every other member. */
export async function networkLinks(
  session: AlibabaSession,
  region: string,
  caller: Caller,
): Promise<(cluster: string) => readonly Link[]> {
  const every = databaseId(session, "polardb", region, "*");
  const list = { product: polardb, region, action: operation, parameters: { RegionId: region }, answer: Page };
  const fetch = byNumber(session.rpc, list, 100, (page) => countRows(page.Items));
  const pages = await askPages(caller, operation, every, fetch);
  for (const { Items: rows } of pages) await reportBad(caller, operation, rows.bad, () => every);
  const links = new Map<string, readonly Link[]>();
  for (const network of pages.flatMap((page) => page.Items.good)) {
    for (const member of network.DBClusters ?? []) {
      const { DBClusterId: id } = member;
      links.set(id, [...(links.get(id) ?? []), ...linksOf(session, network, member)]);
    }
  }
  return (cluster) => links.get(cluster) ?? [];
}

function linksOf(session: AlibabaSession, network: Network, member: Member): readonly Link[] {
  const others = (network.DBClusters ?? []).filter((other) => other.DBClusterId !== member.DBClusterId);
  if (!isPrimary(member.Role)) {
    return others
      .filter((other) => isPrimary(other.Role))
      .map((primary) => replication(session, network, "from", primary));
  }
  const away = (network.OutCloudDBClusters ?? []).filter((other) => !isPrimary(other.Role ?? ""));
  return [
    ...others.map((other) => replication(session, network, "to", other)),
    ...away.map((other): Link => {
      const where = [other.OutCloudType, other.RegionId].filter((word) => word !== undefined).join(" ");
      return {
        kind: "replicates-to",
        direction: "to",
        target: {},
        evidence: evidenceOf("OutCloudDBClusters[].RegionId", `${network.GDNId}: ${where || "another cloud"}`),
      };
    }),
  ];
}

function replication(session: AlibabaSession, network: Network, direction: "to" | "from", other: Member): Link {
  const { DBClusterId: id, RegionId: region } = other;
  return {
    kind: "replicates-to",
    direction,
    target: {
      id: databaseId(session, "polardb", idRegion(region), id),
      place: { region: placeRegion(region) },
    },
    evidence: evidenceOf("DBClusters[].RegionId", `${network.GDNId}: ${id} in ${region}, ${other.Role}`),
  };
}

function isPrimary(role: string): boolean {
  return role.toLowerCase() === "primary";
}

function evidenceOf(field: string, value: string): Link["evidence"] {
  return { source: `polardb:${operation}`, field: `Items[].${field}`, value };
}
