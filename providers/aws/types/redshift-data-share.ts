import type { DataShare } from "@aws-sdk/client-redshift";
import { known, type Link, type LinkTarget, type ResourceRecord, type ResourceType } from "../../../src/model/index.ts";
import { required } from "../answer.ts";
import { itemsOf } from "../pages.ts";
import { placedByAsking } from "../placement.ts";
import type { AwsSession } from "../session.ts";
import { arnTarget } from "../targets.ts";

const source = "redshift:DescribeDataSharesForProducer";

/** Tables of a warehouse that others query where they lie. It copies nothing, is listed on its producer's side and takes no tags. */
export const redshiftDataShare: ResourceType<AwsSession> = {
  type: "aws/redshift/data-share",
  title: { en: "Redshift data share", zh: "Redshift 数据共享" },
  role: "flow",
  service: "redshift",
  reach: "per-region",
  operations: [{ operation: "DescribeDataSharesForProducer", permission: "redshift:DescribeDataSharesForProducer" }],
  links: ["shared-with"],
  unseen: {
    en: "Which tables a data share holds, and what consumers copy from it.",
    zh: "数据共享包含哪些表以及使用方从中复制的数据不可见。",
  },
  async *collect(session, region, caller) {
    const here = required(region ?? undefined, "a region");
    const { DescribeDataSharesForProducerCommand, RedshiftClient } = await import("@aws-sdk/client-redshift");
    const redshift = session.client(RedshiftClient, here);
    const shares = itemsOf(caller, "DescribeDataSharesForProducer", async (Marker, abortSignal) => {
      const request = new DescribeDataSharesForProducerCommand({ MaxRecords: 100, Marker });
      const answer = await redshift.send(request, { abortSignal });
      return { items: required(answer.DataShares, "DataShares"), next: answer.Marker };
    });
    for await (const share of shares) yield recordOf(session, here, share);
  },
};

function recordOf(session: AwsSession, region: string, share: DataShare): ResourceRecord {
  const id = required(share.DataShareArn, "DataShares[].DataShareArn");
  const open = share.AllowPubliclyAccessibleConsumers;
  return {
    kind: "record",
    id,
    type: redshiftDataShare.type,
    role: redshiftDataShare.role,
    scope: session.scope,
    name: id.replace(/^.*\//, ""),
    ...placedByAsking(source, region),
    tags: known({}),
    aliases: [],
    links: [...producerOf(session, share), ...consumersOf(session, share)],
    attributes: open === undefined ? {} : { publiclyAccessibleConsumers: open },
  };
}

/** The cluster goes by its namespace here, which is an alias of its record. */
function producerOf(session: AwsSession, { ProducerArn: value }: DataShare): readonly Link[] {
  if (value === undefined || value === "") return [];
  const evidence = { source, field: "DataShares[].ProducerArn", value };
  return [{ kind: "part-of", direction: "from", target: arnTarget(value, session.scope), evidence }];
}

/** Authorised by the producer; whether the consumer has taken it up is the consumer's matter. */
const standing: ReadonlySet<string> = new Set(["ACTIVE", "AUTHORIZED", "AVAILABLE"]);

function consumersOf(session: AwsSession, { DataShareAssociations }: DataShare): readonly Link[] {
  return (DataShareAssociations ?? []).flatMap((association): readonly Link[] => {
    const { ConsumerIdentifier: consumer, ConsumerRegion: region, Status: status } = association;
    if (consumer === undefined || consumer === "" || !standing.has(status ?? "")) return [];
    const named: LinkTarget = consumer.startsWith("arn:") ? arnTarget(consumer, session.scope) : { party: consumer };
    const target = region === undefined || region === "" ? named : { ...named, place: { region } };
    const value = region === undefined || region === "" ? consumer : `${consumer} in ${region}`;
    const evidence = { source, field: "DataShares[].DataShareAssociations[].ConsumerIdentifier", value };
    return [{ kind: "shared-with", direction: "to", target, evidence }];
  });
}
