import { z } from "zod";
import type { Link, LinkTarget } from "../../src/model/index.ts";
import { type DatabaseService, databaseAlias } from "./databases.ts";
import { ecsId } from "./ecs.ts";
import { idRegion, placeRegion } from "./regions.ts";
import { optional, optionalText } from "./rpc-fields.ts";
import type { AlibabaSession } from "./session.ts";

/** One end of a job. User and database names stand here too, and are dropped. */
export const Endpoint = optional(
  z.object({ InstanceType: optionalText, InstanceID: optionalText, Region: optionalText, Ip: optionalText }),
);
type Endpoint = NonNullable<z.infer<typeof Endpoint>>;

const databases: Readonly<Record<string, DatabaseService>> = {
  rds: "rds",
  polardb: "polardb",
  redis: "kvstore",
  tair: "kvstore",
  mongodb: "dds",
  distributed_mongodb: "dds",
  dds: "dds",
};

/**
 * A database of one's own, reached by its public address or by a private line: the region is then the nearest access point
 * that the user chose, not where the database is (DTS, ConfigureDtsJob, 2024).
 */
const ownKinds = /^(?:other|localinstance|express|cen|dg)?$/;

/** A job's end as the other end of a link. Nothing where the job is not configured yet. */
export function endLink(
  session: AlibabaSession,
  end: Endpoint | undefined,
  direction: Link["direction"],
  field: string,
): readonly Link[] {
  if (end === undefined) return [];
  const { InstanceType: kind, InstanceID: id, Region: region, Ip: address } = end;
  if (id === undefined && address === undefined) return [];
  const told = [kind, id, region, hostOf(address)].filter((word) => word !== undefined);
  return [
    {
      kind: "streams-to",
      direction,
      target: targetOf(session, end),
      evidence: { source: "dts:DescribeDtsJobs", field: `DtsJobList[].${field}`, value: told.join(" ") },
    },
  ];
}

/** A job may reach an instance of another account and does not tell which, so that the instance goes by its alias. */
function targetOf(
  session: AlibabaSession,
  { InstanceType = "", InstanceID: id, Region: region }: Endpoint,
): LinkTarget {
  const kind = InstanceType.toLowerCase();
  if (region === undefined || id === undefined || ownKinds.test(kind)) return {};
  const place = { region: placeRegion(region) };
  if (kind === "ecs") return { id: ecsId(session, idRegion(region), "instance", id), place };
  const service = databases[kind];
  return service === undefined ? { place } : { id: databaseAlias(service, id), place };
}

/** A plain address without its port. Anything else may be a connection string, of which nothing is kept. */
function hostOf(address: string | undefined): string | undefined {
  if (address === undefined) return undefined;
  if (/^[\da-f:]+:[\da-f:]*$/i.test(address) && !/^[^:]*:\d+$/.test(address)) return address;
  return /^([\w.-]+)(?::\d+)?$/.exec(address)?.[1] ?? "an address";
}
