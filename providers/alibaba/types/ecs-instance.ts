import { z } from "zod";
import { known, type ResourceRecord, type ResourceType } from "../../../src/model/index.ts";
import { gapsOf } from "../bad-rows.ts";
import { ecs, ecsId, ecsTags, placedIn, tokenPage } from "../ecs.ts";
import { byToken } from "../paging.ts";
import { countRows, optional, optionalText, rowsOf } from "../rpc-fields.ts";
import { type AlibabaSession, regionOf, stated } from "../session.ts";

const Addresses = optional(z.object({ IpAddress: optional(z.array(z.string())) }));

const Instance = z.object({
  InstanceId: z.string(),
  InstanceName: optionalText,
  ImageId: optionalText,
  Status: optionalText,
  PublicIpAddress: Addresses,
  EipAddress: optional(z.object({ IpAddress: optionalText })),
  Tags: ecsTags,
});

const Page = z.object({ ...tokenPage, Instances: rowsOf("Instance", "InstanceId", Instance) });

/** ECS instances. What they hold lies on their disks; class and tags of the machine travel to those. */
export const ecsInstance: ResourceType<AlibabaSession> = {
  type: "alibaba/ecs/instance",
  title: { en: "ECS instance", zh: "ECS 实例" },
  role: "compute",
  service: "ecs",
  reach: "per-region",
  operations: [{ operation: "DescribeInstances", permission: "ecs:DescribeInstances" }],
  links: [],
  unseen: {
    en: "What runs on the machine and where it sends data.",
    zh: "实例内运行的程序及其对外传输的数据。",
  },
  async *collect(session, asked, caller) {
    const region = regionOf(asked);
    const list = {
      product: ecs,
      region,
      action: "DescribeInstances",
      parameters: { RegionId: region },
      answer: Page,
    };
    const idOf = (id: string) => ecsId(session, region, "instance", id);
    const fetch = byToken(session.rpc, list, 100, (page) => countRows(page.Instances));
    for await (const { Instances: rows } of caller.pages("DescribeInstances", fetch)) {
      yield* gapsOf(session, rows, { type: "alibaba/ecs/instance", region, operation: "DescribeInstances", idOf });
      for (const instance of rows.good) yield toRecord(session, region, instance);
    }
  },
};

function toRecord(session: AlibabaSession, region: string, instance: z.infer<typeof Instance>): ResourceRecord {
  const isPublic =
    (instance.PublicIpAddress?.IpAddress?.length ?? 0) > 0 || instance.EipAddress?.IpAddress !== undefined;
  return {
    kind: "record",
    id: ecsId(session, region, "instance", instance.InstanceId),
    type: "alibaba/ecs/instance",
    role: "compute",
    scope: session.scope,
    name: instance.InstanceName ?? instance.InstanceId,
    ...placedIn("DescribeInstances", region),
    tags: known(instance.Tags),
    aliases: [],
    links: [],
    attributes: stated({ status: instance.Status, image: instance.ImageId, publicAddress: isPublic }),
  };
}
