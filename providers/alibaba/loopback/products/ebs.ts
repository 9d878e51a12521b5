import { byNextToken, type RpcProductRows } from "../rpc-row.ts";

export const ebsRows: RpcProductRows = {
  version: "2021-07-30",
  actions: {
    // The pairs whose source lies in the region, which is what `Site` says when it is left out.
    DescribeDiskReplicaPairs: { list: "diskReplicaPairs", at: "ReplicaPairs", paging: byNextToken },
    DescribeEnterpriseSnapshotPolicy: { list: "enterpriseSnapshotPolicies", at: "Policies", paging: byNextToken },
  },
};
