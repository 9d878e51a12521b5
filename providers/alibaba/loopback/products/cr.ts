import { byTokenOnly, type NumberPaging, type RpcProductRows } from "../rpc-row.ts";

const byPageNo: NumberPaging = {
  number: "PageNo",
  size: "PageSize",
  told: { number: "PageNo", size: "PageSize", total: "TotalCount" },
};

const beside = { Code: "success", IsSuccess: true };

export const crRows: RpcProductRows = {
  version: "2018-12-01",
  actions: {
    ListInstance: { list: "crInstances", at: "Instances", paging: byPageNo, beside },
    ListRepoSyncRule: {
      list: "crSyncRules",
      at: "SyncRules",
      paging: byPageNo,
      // Which instance lists a rule is the estate's own word, `InstanceId`: a rule names both ends.
      filters: ["InstanceId"],
      resource: "InstanceId",
      beside,
    },
    ListTagResources: {
      list: "crTags",
      at: "TagResources.TagResource",
      paging: byTokenOnly,
      filters: ["ResourceId", "ResourceType"],
    },
  },
};
