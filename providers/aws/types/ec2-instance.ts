import type { Instance } from "@aws-sdk/client-ec2";
import type { ResourceRecord, ResourceType } from "../../../src/model/index.ts";
import { required } from "../answer.ts";
import { arnOf } from "../arn.ts";
import { itemsOf } from "../pages.ts";
import { placed } from "../placement.ts";
import type { AwsSession } from "../session.ts";
import { nameOf, tagsOf } from "../tags.ts";

/** A virtual machine. It works on data; what it keeps lies on volumes, which are records of their own. */
export const ec2Instance: ResourceType<AwsSession> = {
  type: "aws/ec2/instance",
  title: { en: "EC2 instance", zh: "EC2 实例" },
  role: "compute",
  service: "ec2",
  reach: "per-region",
  operations: [{ operation: "DescribeInstances", permission: "ec2:DescribeInstances" }],
  links: [],
  unseen: {
    en: "What the machine's own programs send elsewhere, its user data and its instance store. Terminated instances hold nothing and are left out.",
    zh: "实例内程序自行向外发送的数据、用户数据和实例存储不可见；已终止的实例不再保存数据，不列出。",
  },
  async *collect(session, region, caller) {
    const here = required(region ?? undefined, "a region");
    const { DescribeInstancesCommand, EC2Client } = await import("@aws-sdk/client-ec2");
    const ec2 = session.client(EC2Client, here);
    const instances = itemsOf(caller, "DescribeInstances", async (token, signal) => {
      const answer = await ec2.send(new DescribeInstancesCommand({ MaxResults: 1000, NextToken: token }), {
        abortSignal: signal,
      });
      const reservations = required(answer.Reservations, "Reservations");
      return { items: reservations.flatMap((reservation) => reservation.Instances ?? []), next: answer.NextToken };
    });
    for await (const instance of instances) {
      // Shown by the API for about an hour after its volumes are gone.
      if (instance.State?.Name !== "terminated") yield recordOf(session, here, instance);
    }
  },
};

function recordOf(session: AwsSession, region: string, instance: Instance): ResourceRecord {
  const id = required(instance.InstanceId, "InstanceId");
  const tags = tagsOf(instance.Tags);
  return {
    kind: "record",
    id: arnOf(session.scope, "ec2", region, `instance/${id}`),
    type: ec2Instance.type,
    role: ec2Instance.role,
    scope: session.scope,
    name: nameOf(tags, id),
    ...placed(
      "ec2:DescribeInstances",
      region,
      { OutpostArn: instance.OutpostArn, AvailabilityZone: instance.Placement?.AvailabilityZone },
      "Placement.AvailabilityZone",
    ),
    tags: { known: true, value: tags },
    aliases: [id],
    links: [],
    attributes: {
      ...(instance.InstanceType === undefined ? {} : { instanceType: instance.InstanceType }),
      ...(instance.State?.Name === undefined ? {} : { state: instance.State.Name }),
      ...(instance.OutpostArn ? { outpost: true } : {}),
    },
  };
}
