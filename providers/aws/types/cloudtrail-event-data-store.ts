import type { CloudTrailClient, EventDataStore, GetEventDataStoreResponse } from "@aws-sdk/client-cloudtrail";
import { type Caller, type Known, type ResourceRecord, type ResourceType, unknown } from "../../../src/model/index.ts";
import { required } from "../answer.ts";
import { describeError } from "../errors.ts";
import { gather } from "../gathered.ts";
import { cloudtrailTags } from "../logs/cloudtrail-tags.ts";
import { keyElsewhere } from "../neighbours.ts";
import { itemsOf } from "../pages.ts";
import { placedByAsking } from "../placement.ts";
import type { AwsSession } from "../session.ts";

/** A store of CloudTrail Lake: events of the account, kept for as long as it says. */
export const cloudtrailEventDataStore: ResourceType<AwsSession> = {
  type: "aws/cloudtrail/event-data-store",
  title: { en: "CloudTrail Lake event data store", zh: "CloudTrail Lake 事件数据存储" },
  role: "store",
  service: "cloudtrail",
  reach: "per-region",
  operations: [
    { operation: "ListEventDataStores", permission: "cloudtrail:ListEventDataStores" },
    { operation: "GetEventDataStore", permission: "cloudtrail:GetEventDataStore", per: "resource" },
    { operation: "ListTags", permission: "cloudtrail:ListTags" },
  ],
  links: ["key-held-in"],
  unseen: {
    en: "Results of queries that were saved to a bucket, and who reads the store through federation. Regions without CloudTrail Lake, the two in the mainland among them when this was written, answer that they do not know the call and hold none.",
    zh: "保存到存储桶的查询结果以及通过联合查询读取的主体不可见；在不提供 CloudTrail Lake 的地域（截至 2026 年 11 月包括境内两个地域），接口会返回不支持该调用，按没有此类资源处理。",
  },
  async *collect(session, region, caller) {
    const here = required(region ?? undefined, "a region");
    const { CloudTrailClient } = await import("@aws-sdk/client-cloudtrail");
    const cloudtrail = session.client(CloudTrailClient, here);
    const { items: stores, failure } = await gather(listed(caller, cloudtrail));
    if (failure !== undefined && isWithoutLake(failure.error)) return;
    const arns = stores.map(({ EventDataStoreArn: arn }) => required(arn, "EventDataStoreArn"));
    const tags = await cloudtrailTags(caller, cloudtrail, arns);
    yield* caller.each(stores, async (store) => {
      const arn = required(store.EventDataStoreArn, "EventDataStoreArn");
      const details = await detailsOf(caller, cloudtrail, arn);
      return recordOf(session, here, { arn, store, details, tags: tags.get(arn) ?? unknown("failed") });
    });
    if (failure !== undefined) throw failure.error;
  },
};

/** The region has no CloudTrail Lake: an answer, and none that says anything is missing. */
function isWithoutLake(error: unknown): boolean {
  return describeError(error).code === "UnsupportedOperationException";
}

async function* listed(caller: Caller, cloudtrail: CloudTrailClient): AsyncGenerator<EventDataStore> {
  const { ListEventDataStoresCommand } = await import("@aws-sdk/client-cloudtrail");
  yield* itemsOf(caller, "ListEventDataStores", async (NextToken, abortSignal) => {
    const request = new ListEventDataStoresCommand({ MaxResults: 1000, NextToken });
    const answer = await cloudtrail.send(request, { abortSignal });
    return { items: required(answer.EventDataStores, "EventDataStores"), next: answer.NextToken };
  });
}

/** The list gives names only; its other fields are documented as no longer filled. */
async function detailsOf(
  caller: Caller,
  cloudtrail: CloudTrailClient,
  EventDataStore: string,
): Promise<Known<GetEventDataStoreResponse | null>> {
  const { GetEventDataStoreCommand } = await import("@aws-sdk/client-cloudtrail");
  return caller.ask("GetEventDataStore", EventDataStore, async (abortSignal) => {
    const answer = await cloudtrail.send(new GetEventDataStoreCommand({ EventDataStore }), { abortSignal });
    required(answer.RetentionPeriod, "RetentionPeriod");
    return answer;
  });
}

interface Reading {
  readonly arn: string;
  readonly store: EventDataStore;
  readonly details: Known<GetEventDataStoreResponse | null>;
  readonly tags: ResourceRecord["tags"];
}

function recordOf(session: AwsSession, region: string, { arn, store, details, tags }: Reading): ResourceRecord {
  const told = details.known ? details.value : null;
  return {
    kind: "record",
    id: arn,
    type: cloudtrailEventDataStore.type,
    role: cloudtrailEventDataStore.role,
    scope: session.scope,
    name: store.Name ?? arn.slice(arn.lastIndexOf("/") + 1),
    ...placedByAsking("cloudtrail:ListEventDataStores", region),
    tags,
    aliases: [],
    links: keyElsewhere(session.scope, region, told?.KmsKeyId, {
      source: "cloudtrail:GetEventDataStore",
      field: "KmsKeyId",
    }),
    attributes: told === null ? {} : attributesOf(told),
  };
}

/** What selects the account's own activity; configuration items and events of other sources are no network logs. */
const activity = new Set(["Management", "Data", "NetworkActivity", "Insight"]);

function attributesOf(store: GetEventDataStoreResponse): ResourceRecord["attributes"] {
  const categories = (store.AdvancedEventSelectors ?? [])
    .flatMap(({ FieldSelectors }) => FieldSelectors ?? [])
    .flatMap(({ Field, Equals }) => (Field === "eventCategory" ? (Equals ?? []) : []));
  const network = categories.length === 0 || categories.some((category) => activity.has(category));
  return {
    logKind: network ? "network" : "application",
    ...(store.RetentionPeriod === undefined ? {} : { retentionDays: store.RetentionPeriod }),
    ...(store.Status === "STOPPED_INGESTION" ? { logging: false } : {}),
    ...(store.Status === undefined ? {} : { state: store.Status }),
    ...(store.MultiRegionEnabled === undefined ? {} : { multiRegion: store.MultiRegionEnabled }),
    ...(store.OrganizationEnabled === undefined ? {} : { organization: store.OrganizationEnabled }),
    ...(store.KmsKeyId ? { encrypted: true } : {}),
  };
}
