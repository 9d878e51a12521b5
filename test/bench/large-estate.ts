import type { AwsAccount, AwsEstate, Items } from "../../providers/aws/loopback.ts";

type Volumes = NonNullable<NonNullable<AwsAccount["ec2"]>[string]["volumes"]>;
type Snapshots = NonNullable<NonNullable<AwsAccount["ec2"]>[string]["snapshots"]>;

/** One resource in this many is of the mainland company's personal data and gives a finding. */
const oneIn = 100;

function serial(prefix: string, index: number): string {
  return `${prefix}-${index.toString(16).padStart(17, "0")}`;
}

function lazily<T>(count: number, at: (index: number) => T): Items<T> {
  return { count, at, find: (id) => at(Number.parseInt(id.slice(id.indexOf("-") + 1), 16)) };
}

/**
 * An estate outside the mainland in which one resource in a hundred matters: chains of a tagged volume, its snapshot, the copy of
 * that and a copy of the copy. The rest are volumes and machines of an account declared as elsewhere.
 */
export function largeEstate(resources: number): AwsEstate {
  const chains = Math.floor(resources / oneIn / 4);
  const ordinary = resources - chains * 4;
  const machines = Math.floor(ordinary / 4);
  const volumes: Volumes = lazily(ordinary - machines + chains, (index) =>
    index < chains
      ? { id: serial("vol", index), tags: { "data-class": "personal", "data-origin": "mainland" } }
      : {
          id: serial("vol", index),
          tags: { team: `team-${index % 40}`, Name: `disk ${index}` },
          encrypted: index % 2 === 0,
        },
  );
  const snapshots: Snapshots = lazily(chains, (index) => ({ id: serial("snap", index), volume: serial("vol", index) }));
  const copies = (offset: number, from: number, region: string): Snapshots =>
    lazily(chains, (index) => ({
      id: serial("snap", offset + (index % offset)),
      volume: "vol-ffffffff",
      description: `[Copied ${serial("snap", from + (index % offset))} from ${region}]`,
    }));
  return {
    accounts: [
      {
        id: "444455556666",
        partition: "aws",
        regions: [{ id: "us-east-1" }, { id: "ap-east-1" }, { id: "ap-southeast-1" }],
        ec2: {
          "us-east-1": {
            volumes,
            snapshots,
            instances: lazily(machines, (index) => ({ id: serial("i", index), tags: { Name: `host ${index}` } })),
          },
          "ap-southeast-1": { snapshots: copies(1_000_000, 0, "us-east-1") },
          "ap-east-1": { snapshots: copies(2_000_000, 1_000_000, "ap-southeast-1") },
        },
      },
    ],
  };
}
