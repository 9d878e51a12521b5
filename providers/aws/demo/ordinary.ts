import type { LoopbackBucket, LoopbackEc2, LoopbackInstance, LoopbackVolume } from "../loopback/estate.ts";
import { idOf } from "./ids.ts";

interface Fleet {
  readonly region: string;
  readonly names: readonly string[];
  readonly tags?: Readonly<Record<string, string>>;
}

/** Machines with one disk each, of the kind every company has. */
export function fleet({ region, names, tags }: Fleet): Required<Pick<LoopbackEc2, "instances" | "volumes">> & {
  readonly instances: readonly LoopbackInstance[];
  readonly volumes: readonly LoopbackVolume[];
} {
  const zones = ["a", "b", "c"];
  const instances = names.map((name, index) => ({
    id: idOf("i", `${region}/${name}`),
    zone: `${region}${zones[index % zones.length]}`,
    instanceType: index % 3 === 0 ? "m6i.xlarge" : "m6i.large",
    tags: { Name: name, ...tags },
  }));
  const volumes = instances.map((instance, index) => ({
    id: idOf("vol", `${region}/${names[index]}`),
    instance: instance.id,
    zone: instance.zone,
    sizeGiB: 80 + 20 * (index % 4),
    ...(tags === undefined ? {} : { tags }),
  }));
  return { instances, volumes };
}

/** Buckets that hold nothing personal and say so. */
export function generalBuckets(region: string, names: readonly string[]): readonly LoopbackBucket[] {
  return names.map((name) => ({
    name,
    region,
    tags: { "data-class": "general" },
    block: { ignorePublicAcls: true, restrictPublicBuckets: true },
  }));
}
