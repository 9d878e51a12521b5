import type { AwsHeld } from "../../support/case-clouds.ts";
import type { TypeCase } from "../../support/type-case.ts";

const stranger = "999988887777";

function readableBy(principal: unknown, bucket: string, partition: string): string {
  const Statement = [
    { Effect: "Allow", Principal: principal, Action: "s3:GetObject", Resource: `arn:${partition}:s3:::${bucket}/*` },
  ];
  return JSON.stringify({ Version: "2012-10-17", Statement });
}

const bucket: TypeCase<AwsHeld> = {
  type: "aws/s3/bucket",
  held: ({ region, partition }) => ({
    buckets: [
      {
        name: `crm-${region}`,
        region,
        tags: { Name: "客户", "data-class": "personal", owner: "" },
        replication: [
          { bucket: `arn:${partition}:s3:::shop-${region}` },
          { bucket: `arn:${partition}:s3:::partner`, account: stranger },
          { bucket: `arn:${partition}:s3:::switched-off`, status: "Disabled" },
        ],
        logging: { bucket: `plain-${region}` },
        policy: readableBy({ AWS: `arn:${partition}:iam::${stranger}:root` }, `crm-${region}`, partition),
      },
      {
        name: `shop-${region}`,
        region,
        website: "index",
        policy: readableBy("*", `shop-${region}`, partition),
        publicByPolicy: true,
      },
      { name: `plain-${region}`, region, block: { ignorePublicAcls: true, restrictPublicBuckets: true } },
    ],
  }),
  // Older endpoints leave the region out of the list, so that each bucket has to be asked for it.
  account: () => ({ bucketRegionInList: false }),
  finds: ({ region, partition }) => {
    const arn = `arn:${partition}:s3:::`;
    return [
      {
        id: `${arn}crm-${region}`,
        name: `crm-${region}`,
        role: "store",
        tags: { Name: "客户", "data-class": "personal", owner: "" },
        links: [
          { kind: "replicates-to", id: `${arn}shop-${region}`, region },
          { kind: "replicates-to", id: `${arn}partner`, party: stranger },
          { kind: "logs-to", id: `${arn}plain-${region}` },
          { kind: "reachable-from", party: stranger },
        ],
      },
      {
        id: `${arn}shop-${region}`,
        name: `shop-${region}`,
        role: "store",
        tags: {},
        attributes: { public: true, website: true },
        links: [
          { kind: "served-from", region },
          { kind: "reachable-from", party: "*" },
        ],
      },
      {
        id: `${arn}plain-${region}`,
        name: `plain-${region}`,
        role: "store",
        tags: {},
        attributes: { public: false },
        links: [],
      },
    ];
  },
  lists: [{ operation: "ListBuckets" }],
};

export default bucket;
