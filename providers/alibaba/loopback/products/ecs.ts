import { byNextToken, byPageNumber, type CustomAsked, type RpcProductRows } from "../rpc-row.ts";

export const ecsRows: RpcProductRows = {
  version: "2014-05-26",
  actions: {
    DescribeInstances: { list: "instances", at: "Instances.Instance", paging: byNextToken },
    DescribeDisks: { list: "disks", at: "Disks.Disk", paging: byNextToken },
    DescribeSnapshots: { list: "snapshots", at: "Snapshots.Snapshot", paging: byNextToken },
    DescribeImages: { list: "images", at: "Images.Image", paging: byPageNumber, filters: ["ImageOwnerAlias"] },
    DescribeImageSharePermission: { resource: "ImageId", answer: imageShares },
    DescribeAutoSnapshotPolicyEx: {
      list: "autoSnapshotPolicies",
      at: "AutoSnapshotPolicies.AutoSnapshotPolicy",
      paging: byPageNumber,
    },
    DescribeAutoSnapshotPolicyAssociations: {
      list: "autoSnapshotPolicyAssociations",
      at: "AutoSnapshotPolicyAssociations.AutoSnapshotPolicyAssociation",
      paging: byNextToken,
      filters: ["AutoSnapshotPolicyId"],
      resource: "AutoSnapshotPolicyId",
    },
  },
};

function imageShares({ account, parameters, page }: CustomAsked) {
  const all = account.imageShares?.[parameters.get("ImageId") ?? ""] ?? [];
  const uids = all.filter((party) => party !== "all").map((AliyunId) => ({ AliyunId }));
  const answer = page(uids, "Accounts.Account", byPageNumber);
  return all.includes("all") ? { ...answer, ShareGroups: { ShareGroup: [{ Group: "all" }] } } : answer;
}
