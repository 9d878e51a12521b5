import { byRecordCount, byTokenOnly, type RpcProductRows } from "../rpc-row.ts";

export const rdsRows: RpcProductRows = {
  version: "2014-08-15",
  actions: {
    DescribeDBInstances: { list: "rdsInstances", at: "Items.DBInstance", paging: byRecordCount },
    ListTagResources: {
      list: "rdsTags",
      at: "TagResources.TagResource",
      paging: byTokenOnly,
      filters: ["ResourceId", "ResourceType"],
    },
    DescribeCrossRegionBackupDBInstance: {
      list: "rdsCrossBackups",
      at: "Items.Item",
      paging: {
        number: "PageNumber",
        size: "PageSize",
        told: { number: "PageNumber", size: "PageSize", count: "ItemsNumbers", total: "TotalRecords" },
      },
    },
    DescribeDBInstanceAttribute: {
      list: "rdsAttributes",
      at: "Items.DBInstanceAttribute",
      paging: "whole",
      filters: ["DBInstanceId"],
      resource: "DBInstanceId",
    },
    DescribeBackupPolicy: {
      object: "rdsBackupPolicies",
      by: "DBInstanceId",
      resource: "DBInstanceId",
      absent: { PreferredBackupPeriod: "Monday", BackupRetentionPeriod: 7, AdvancedBackupPolicyEnabled: false },
    },
    DescribeDBInstanceNetInfo: {
      object: "rdsNetInfos",
      by: "DBInstanceId",
      resource: "DBInstanceId",
      absent: { DBInstanceNetInfos: { DBInstanceNetInfo: [{ IPType: "Private" }] } },
    },
    DescribeDBInstanceIPArrayList: {
      object: "rdsWhitelists",
      by: "DBInstanceId",
      resource: "DBInstanceId",
      absent: { Items: { DBInstanceIPArray: [{ SecurityIPList: "127.0.0.1" }] } },
    },
  },
};
