import type { PlannedLink, PlannedShape } from "../../../src/model/index.ts";
import { byScheme, flagAt, type Here, isStated, linkAt, linkFrom, targetAt, textAt } from "../../planned-here.ts";
import { shape } from "./reader.ts";

const kvstore = { type: "alibaba/kvstore/instance", role: "store", scheme: "kvstore" } as const;
const dds = { type: "alibaba/dds/instance", role: "store", scheme: "dds" } as const;
const byKvstore = byScheme("kvstore");
const byDds = byScheme("dds");

/**
 * Every member of a distributed instance takes writes and passes them on. The setting names the distributed instance, which
 * Terraform makes together with its first member; of one that is not in the change nobody tells where its members lie.
 */
function members(here: Here): readonly PlannedLink[] {
  const path = "global_instance_id";
  if (!isStated(here, path) || targetAt(here, path).address === here.resource.address) return [];
  return [...linkAt(here, "replicates-to", path), ...linkFrom(here, "replicates-to", path)];
}

export const cacheShapes: readonly PlannedShape[] = [
  shape({
    kind: "alicloud_kvstore_instance",
    ...kvstore,
    name: ["db_instance_name", "instance_name"],
    zone: "zone_id",
    links: (here) => [...linkFrom(here, "copied-to", "srcdb_instance_id", { towards: byKvstore }), ...members(here)],
    attributes: (here) => ({ engine: textAt(here, "instance_type"), engineVersion: textAt(here, "engine_version") }),
  }),
  shape({
    kind: "alicloud_redis_tair_instance",
    ...kvstore,
    name: ["tair_instance_name"],
    zone: "zone_id",
    links: (here) => [...linkFrom(here, "copied-to", "src_db_instance_id", { towards: byKvstore }), ...members(here)],
    attributes: (here) => ({ engine: textAt(here, "instance_type"), engineVersion: textAt(here, "engine_version") }),
  }),
  ...["ALIYUN::REDIS::Instance", "ALIYUN::REDIS::PrepayInstance"].map((kind) =>
    shape({
      kind,
      ...kvstore,
      name: ["InstanceName"],
      zone: "ZoneId",
      attributes: (here) => ({ engineVersion: textAt(here, "EngineVersion") }),
    }),
  ),
  ...["alicloud_mongodb_instance", "alicloud_mongodb_sharding_instance"].map((kind) =>
    shape({
      kind,
      ...dds,
      name: ["name"],
      zone: "zone_id",
      links: (here) => linkFrom(here, "copied-to", "src_db_instance_id", { towards: byDds }),
      attributes: (here) => ({
        engineVersion: textAt(here, "engine_version"),
        encrypted: flagAt(here, "encrypted"),
      }),
    }),
  ),
  ...["ALIYUN::MONGODB::Instance", "ALIYUN::MONGODB::ShardingInstance"].map((kind) =>
    shape({
      kind,
      ...dds,
      name: ["DBInstanceDescription"],
      zone: "ZoneId",
      links: (here) => linkFrom(here, "copied-to", "SrcDBInstanceId", { towards: byDds }),
      attributes: (here) => ({ engineVersion: textAt(here, "EngineVersion") }),
    }),
  ),
];
