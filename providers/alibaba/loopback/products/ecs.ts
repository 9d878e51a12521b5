import { byNextToken, byPageNumber, type CustomAsked, type RpcProductRows } from "../rpc-row.ts";

export const ecsRows: RpcProductRows = {
  version: "2014-05-26",
  actions: {
    DescribeInstances: { list: "instances", at: "Instances.Instance", paging: byNextToken },
    DescribeDisks: { list: "disks", at: "Disks.Disk", paging: byNextToken },
    DescribeSnapshots: { list: "snapshots", at: "Snapshots.Snapshot", paging: byNextToken },
    DescribeImages: { answer: images },
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

/** Only images in the state `Available` unless the call names others. */
function images({ held, parameters, page }: CustomAsked) {
  const listed = held["images"] ?? [];
  const states = (parameters.get("Status") ?? "Available").split(",");
  const owner = parameters.get("ImageOwnerAlias");
  const all = Array.from({ length: listed.length }, (_, index) => listed.at(index) ?? {}).filter((image) => {
    const { Status: state = "Available", ImageOwnerAlias: alias } = image;
    return states.includes(String(state)) && (owner === undefined || alias === owner);
  });
  return page(all, "Images.Image", byPageNumber);
}

function imageShares({ account, parameters, page }: CustomAsked) {
  const all = account.imageShares?.[parameters.get("ImageId") ?? ""] ?? [];
  const uids = all.filter((party) => party !== "all").map((AliyunId) => ({ AliyunId }));
  const answer = page(uids, "Accounts.Account", byPageNumber);
  return all.includes("all") ? { ...answer, ShareGroups: { ShareGroup: [{ Group: "all" }] } } : answer;
}
