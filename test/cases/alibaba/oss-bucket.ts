import type { AlibabaHeld } from "../../support/case-clouds.ts";
import type { TypeCase } from "../../support/type-case.ts";

const bucket: TypeCase<AlibabaHeld> = {
  type: "alibaba/oss/bucket",
  held: () => ({}),
  account: ({ region }) => ({
    buckets: [
      {
        name: `crm-${region}`,
        location: `oss-${region}`,
        tags: { 部门: "客户服务", "data-class": "personal", owner: "" },
        replication: [
          { bucket: `shop-${region}`, location: `oss-${region}` },
          { bucket: "partner", location: "oss-us-west-1" },
          { bucket: "leaving", location: "oss-us-west-1", status: "closing" },
        ],
        logsTo: `plain-${region}`,
        accelerated: true,
      },
      { name: `shop-${region}`, location: `oss-${region}`, acl: "public-read" },
      { name: `plain-${region}`, location: `oss-${region}` },
    ],
  }),
  finds: ({ account, region }) => {
    const id = `acs:oss:${region}:${account}`;
    // OSS names a place in its own way; of one that no table lists the words stay as stated.
    const stated = region === "cn-nowhere-9" ? `oss-${region}` : region;
    return [
      {
        id: `${id}:crm-${region}`,
        name: `crm-${region}`,
        role: "store",
        region: stated,
        tags: { 部门: "客户服务", "data-class": "personal", owner: "" },
        links: [
          { kind: "replicates-to", id: `${id}:shop-${region}`, region: stated },
          // Somebody else's bucket: its owner, and so its id, is not told.
          { kind: "replicates-to", id: "oss://partner", region: "us-west-1" },
          { kind: "logs-to", id: `${id}:plain-${region}`, region: stated },
          { kind: "served-from", region: "oss-accelerate" },
        ],
      },
      {
        id: `${id}:shop-${region}`,
        name: `shop-${region}`,
        role: "store",
        region: stated,
        tags: {},
        links: [{ kind: "reachable-from", party: "*" }],
      },
      { id: `${id}:plain-${region}`, name: `plain-${region}`, role: "store", region: stated, tags: {}, links: [] },
    ];
  },
  lists: [{ operation: "ListBuckets" }],
};

export default bucket;
