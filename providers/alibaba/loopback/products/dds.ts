import { byPageNumber, type RpcProductRows } from "../rpc-row.ts";

export const ddsRows: RpcProductRows = {
  version: "2015-12-01",
  actions: {
    DescribeDBInstances: {
      list: "ddsInstances",
      at: "DBInstances.DBInstance",
      paging: byPageNumber,
      filters: ["DBInstanceType"],
    },
    DescribeBackupPolicy: {
      object: "ddsBackupPolicies",
      by: "DBInstanceId",
      resource: "DBInstanceId",
      absent: { PreferredBackupPeriod: "Monday", BackupRetentionPeriod: "30", EnableBackupLog: 0 },
    },
  },
};
