import { detailOf, listOf, type Operation, Refusal, said, tagPairs } from "./operations.ts";
import { jsonService } from "./protocols.ts";

/** Tags of up to 20 ARNs at once, of trails and event data stores. */
const listTags: Operation = (question) => {
  const asked = question.input["ResourceIdList"];
  const ids = Array.isArray(asked) ? asked.map(String) : [];
  const tags = ids.map((id) => {
    const [collection, key] = id.includes(":trail/")
      ? ["trails", "TrailARN"]
      : ["eventDataStores", "EventDataStoreArn"];
    const one = detailOf(collection, { by: "id", key, answer: (item) => ({ TagsList: tagPairs(item) }) });
    return { ResourceId: id, ...one({ ...question, input: { id } }) };
  });
  return { ResourceTagList: tags };
};

const listStores = listOf("eventDataStores", {
  in: "EventDataStores",
  token: ["NextToken", "NextToken"],
  limit: "MaxResults",
  // The list names stores only.
  say: ({ EventDataStoreArn, Name }) => ({ EventDataStoreArn, Name }),
});

/** CloudTrail. A region that holds the collection `withoutLake`, be it empty, has no CloudTrail Lake. Trails keep in `$logging` what GetTrailStatus says. */
export const cloudtrail = jsonService({
  id: "cloudtrail",
  version: "1.1",
  about: ["Name", "EventDataStore"],
  operations: {
    DescribeTrails: listOf("trails", { in: "trailList" }),
    GetTrailStatus: detailOf("trails", {
      by: "Name",
      key: "TrailARN",
      missing: "TrailNotFoundException",
      answer: (item) => ({ IsLogging: item["$logging"] ?? true }),
    }),
    ListTags: listTags,
    ListEventDataStores(question) {
      if (question.held["withoutLake"] === undefined) return listStores(question);
      throw new Refusal("UnsupportedOperationException", "This operation is not supported in this Region.");
    },
    GetEventDataStore: detailOf("eventDataStores", {
      by: "EventDataStore",
      key: "EventDataStoreArn",
      missing: "EventDataStoreNotFoundException",
      answer: said,
    }),
  },
});
