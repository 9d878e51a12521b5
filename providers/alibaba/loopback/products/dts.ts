import { byRecordCount, type RpcProductRows } from "../rpc-row.ts";

export const dtsRows: RpcProductRows = {
  version: "2020-01-01",
  actions: {
    DescribeDtsJobs: { list: "dtsJobs", at: "DtsJobList", paging: byRecordCount, filters: ["JobType"] },
  },
};
