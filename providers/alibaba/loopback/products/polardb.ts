import { byRecordCount, type RpcProductRows } from "../rpc-row.ts";

export const polardbRows: RpcProductRows = {
  version: "2017-08-01",
  actions: {
    DescribeDBClusters: { list: "polardbClusters", at: "Items.DBCluster", paging: byRecordCount },
    DescribeGlobalDatabaseNetworks: { list: "polardbNetworks", at: "Items", paging: byRecordCount },
    DescribeBackupPolicy: {
      object: "polardbBackupPolicies",
      by: "DBClusterId",
      resource: "DBClusterId",
      absent: { PreferredBackupPeriod: "Monday", DataLevel2BackupAnotherRegionRegion: "" },
    },
    DescribeLogBackupPolicy: {
      object: "polardbLogBackupPolicies",
      by: "DBClusterId",
      resource: "DBClusterId",
      absent: { EnableBackupLog: 1, LogBackupRetentionPeriod: 7, LogBackupAnotherRegionRegion: "" },
    },
  },
};
