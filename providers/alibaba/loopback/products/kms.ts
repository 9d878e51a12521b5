import { byPageNumber, byTokenOnly, type CustomAsked, type RpcProductRows } from "../rpc-row.ts";

export const kmsRows: RpcProductRows = {
  version: "2016-01-20",
  actions: {
    ListKeys: { answer: ownKeys },
    DescribeKey: { object: "kmsKeys", by: "KeyId", at: "KeyMetadata", resource: "KeyId" },
    ListTagResources: {
      list: "kmsTags",
      at: "TagResources.TagResource",
      paging: byTokenOnly,
      filters: ["ResourceId", "ResourceType"],
    },
    ListSecrets: { list: "kmsSecrets", at: "SecretList.Secret", paging: byPageNumber },
  },
};

/** Ids only, of the keys that the filter asks for. Keys that another product made have `CreatorType: "Service"` in the estate. */
function ownKeys({ held, parameters, page }: CustomAsked) {
  const keys = held["kmsKeys"] ?? [];
  const all = Array.from({ length: keys.length }, (_, index) => keys.at(index) ?? {});
  const user = parameters.get("Filters") === '[{"Key":"CreatorType","Values":["User"]}]';
  const listed = all.filter((key) => !user || key["CreatorType"] !== "Service");
  const ids = listed.map(({ KeyId, Arn }) => ({ KeyId, KeyArn: Arn }));
  return page(ids, "Keys.Key", byPageNumber);
}
