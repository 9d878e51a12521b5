import { byNextToken, byPageNumber, type RpcProductRows } from "../rpc-row.ts";

const beside = { Code: "200", Message: "successful", Success: true };

export const hbrRows: RpcProductRows = {
  version: "2017-09-08",
  actions: {
    DescribeVaults: { list: "hbrVaults", at: "Vaults.Vault", paging: byPageNumber, beside },
    DescribeBackupPlans: {
      list: "hbrPlans",
      at: "BackupPlans.BackupPlan",
      paging: byPageNumber,
      filters: ["SourceType"],
      beside,
    },
    DescribePoliciesV2: { list: "hbrPolicies", at: "Policies", paging: byNextToken, beside },
    DescribePolicyBindings: { list: "hbrBindings", at: "PolicyBindings", paging: byNextToken, beside },
  },
};
