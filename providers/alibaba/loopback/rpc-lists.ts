import type { EstateRegion } from "./estate.ts";

/** How a list operation answers. One row per operation: a new RPC type needs no more than its row here. */
export interface RpcList {
  readonly version: string;
  /** Collection of the region that it lists. */
  readonly collection: keyof EstateRegion & string;
  /** The two wrappers of the list, such as `Disks` and `Disk`. */
  readonly wrappers: readonly [string, string];
  readonly paging: "token" | "number";
  /** Parameters that filter by a field of the same name. */
  readonly filters?: readonly string[];
}

const ecs = "2014-05-26";

export const rpcLists: Readonly<Record<string, RpcList>> = {
  DescribeInstances: {
    version: ecs,
    collection: "instances",
    wrappers: ["Instances", "Instance"],
    paging: "token",
  },
  DescribeDisks: { version: ecs, collection: "disks", wrappers: ["Disks", "Disk"], paging: "token" },
  DescribeSnapshots: { version: ecs, collection: "snapshots", wrappers: ["Snapshots", "Snapshot"], paging: "token" },
  DescribeImages: {
    version: ecs,
    collection: "images",
    wrappers: ["Images", "Image"],
    paging: "number",
    filters: ["ImageOwnerAlias"],
  },
  DescribeAutoSnapshotPolicyEx: {
    version: ecs,
    collection: "autoSnapshotPolicies",
    wrappers: ["AutoSnapshotPolicies", "AutoSnapshotPolicy"],
    paging: "number",
  },
  DescribeAutoSnapshotPolicyAssociations: {
    version: ecs,
    collection: "autoSnapshotPolicyAssociations",
    wrappers: ["AutoSnapshotPolicyAssociations", "AutoSnapshotPolicyAssociation"],
    paging: "token",
    filters: ["AutoSnapshotPolicyId"],
  },
};
