import { byPageNumber, type RpcProductRows } from "../rpc-row.ts";

export const kvstoreRows: RpcProductRows = {
  version: "2015-01-01",
  actions: {
    DescribeInstances: { list: "kvstoreInstances", at: "Instances.KVStoreInstance", paging: byPageNumber },
    DescribeGlobalDistributeCache: {
      list: "kvstoreGlobalInstances",
      at: "GlobalDistributeCaches",
      paging: {
        number: "PageNumber",
        size: "PageSize",
        told: { number: "PageNumber", size: "PageSize", total: "TotalRecordCount" },
      },
      filters: ["GlobalInstanceId"],
      resource: "GlobalInstanceId",
    },
  },
};
