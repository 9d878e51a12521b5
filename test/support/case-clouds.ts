import type { EstateAccount, EstateRegion } from "../../providers/alibaba/loopback/estate.ts";
import { startLoopback } from "../../providers/alibaba/loopback.ts";
import { type AwsAccount, serveAws } from "../../providers/aws/loopback.ts";
import { startAzureLoopback } from "../../providers/azure/loopback.ts";
import type { ArmItem } from "../../providers/azure/loopback-estate.ts";
import type { LoopbackCloud, LoopbackOptions } from "../../src/model/index.ts";
import { environment as alibabaKeys, secrets as alibabaSecrets } from "./alibaba-scan.ts";
import { testKeys } from "./aws-scan.ts";
import { trustedAuthority } from "./azure-cloud.ts";
import type { Where } from "./type-case.ts";

/** What a region of an AWS account holds. */
export interface AwsHeld extends Pick<AwsAccount, "buckets"> {
  readonly services?: NonNullable<AwsAccount["services"]>[string];
  readonly ec2?: NonNullable<AwsAccount["ec2"]>[string];
}

/** What a region of an Alibaba Cloud account holds: collections as the loopback's rows name them. */
export type AlibabaHeld = EstateRegion;

/** What a subscription holds in a region. */
export interface AzureHeld {
  readonly resources: Readonly<Record<string, readonly ArmItem[]>>;
  readonly children?: Readonly<Record<string, readonly unknown[]>>;
}

/** One place of a case with what it holds. */
export interface Served<Held = unknown> {
  readonly where: Where;
  readonly held: Held;
  /** What the account holds besides, in the words of the provider's estate. */
  readonly account?: object;
}

export interface CaseCloud extends LoopbackCloud {
  /** For `sources:`. */
  readonly sources: readonly Readonly<Record<string, unknown>>[];
  readonly environment: Readonly<Record<string, string>>;
}

/** Serves cases of one provider. All places of one call share an account of each partition. */
export type ServeCases = (served: readonly Served[], options: LoopbackOptions) => Promise<CaseCloud>;

/** Where the cases of each provider are served: two regions, and one that is in no table. */
export const places: Readonly<
  Record<string, { readonly home: readonly Where[]; readonly other: readonly Where[]; readonly unlisted: Where }>
> = {
  aws: {
    home: [
      { partition: "aws", account: "444455556666", region: "ap-east-1" },
      { partition: "aws", account: "444455556666", region: "us-east-1" },
    ],
    other: [{ partition: "aws-cn", account: "111122223333", region: "cn-north-1" }],
    unlisted: { partition: "aws", account: "444455556666", region: "xx-nowhere-9" },
  },
  alibaba: {
    home: [
      { partition: "alibaba", account: "1234567890123456", region: "cn-hangzhou" },
      { partition: "alibaba", account: "1234567890123456", region: "cn-hongkong" },
    ],
    other: [],
    unlisted: { partition: "alibaba", account: "1234567890123456", region: "cn-nowhere-9" },
  },
  azure: {
    home: [
      { partition: "AzureCloud", account: "0e0e0e0e-1111-4222-8333-444455556666", region: "eastasia" },
      { partition: "AzureCloud", account: "0e0e0e0e-1111-4222-8333-444455556666", region: "westeurope" },
    ],
    other: [{ partition: "AzureChinaCloud", account: "0c0c0c0c-1111-4222-8333-444455556666", region: "chinanorth3" }],
    unlisted: { partition: "AzureCloud", account: "0e0e0e0e-1111-4222-8333-444455556666", region: "nowhere9" },
  },
};

export const serveCases: Readonly<Record<string, ServeCases>> = {
  async aws(served, options) {
    const all = served as readonly Served<AwsHeld>[];
    const accounts = distinct(all).map(({ account, partition }): AwsAccount => {
      const own = all.filter(({ where }) => where.account === account && where.partition === partition);
      return {
        ...mergedBy(own, (one) => one.account ?? {}),
        id: account,
        partition,
        regions: [...new Set(own.map(({ where }) => where.region))].map((id) => ({ id })),
        buckets: own.flatMap(({ held }) => (Array.isArray(held.buckets) ? held.buckets : [])),
        ec2: Object.fromEntries(own.flatMap(({ where, held }) => (held.ec2 ? [[where.region, held.ec2]] : []))),
        services: mergedBy(own, ({ where, held }) => ({ [where.region]: held.services ?? {} })),
      };
    });
    const cloud = await serveAws({ accounts }, options);
    const sources = accounts.map(({ partition }) => ({ provider: "aws", partition, endpoint: cloud.url }));
    return { ...cloud, sources, environment: testKeys };
  },

  async alibaba(served, options) {
    const all = served as readonly Served<AlibabaHeld>[];
    const accounts = distinct(all).map(({ account }) => {
      const own = all.filter(({ where }) => where.account === account);
      const besides: Omit<EstateAccount, "regions"> = mergedBy(own, (one) => one.account ?? {});
      return [account, { ...besides, regions: mergedBy(own, ({ where, held }) => ({ [where.region]: held })) }];
    });
    const regions = [...new Set(all.map(({ where }) => where.region))];
    const [first] = all;
    const estate = {
      keys: alibabaSecrets,
      account: first?.where.account ?? "",
      regions,
      accounts: Object.fromEntries(accounts),
    };
    const cloud = await startLoopback(estate, options);
    return { ...cloud, sources: [{ provider: "alibaba", endpoint: cloud.url }], environment: alibabaKeys };
  },

  async azure(served, options) {
    const all = served as readonly Served<AzureHeld>[];
    const subscriptions = distinct(all).map(({ account }) => {
      const own = all.filter(({ where }) => where.account === account);
      const locations = [...new Set(own.map(({ where }) => where.region))].map((name) => ({ name }));
      return {
        id: account,
        name: "cases",
        locations,
        resources: mergedBy(own, ({ held }) => held.resources),
        children: mergedBy(own, ({ held }) => held.children ?? {}),
      };
    });
    const cloud = await startAzureLoopback({ subscriptions }, { ...options, authority: await trustedAuthority() });
    const source = {
      provider: "azure",
      cloud: all[0]?.where.partition === "AzureChinaCloud" ? "china" : "public",
      endpoint: cloud.url,
      token: { env: "AZURE_ACCESS_TOKEN" },
    };
    return { ...cloud, sources: [source], environment: { AZURE_ACCESS_TOKEN: "loopback-token" } };
  },
};

function distinct(served: readonly Served[]): readonly Where[] {
  return [...new Map(served.map(({ where }) => [`${where.partition} ${where.account}`, where])).values()];
}

/** Objects laid over each other; lists under the same key are joined, objects merged. */
function mergedBy<T>(items: readonly T[], part: (item: T) => object): Record<string, never> {
  return items.reduce<Record<string, never>>((sum, item) => merge(sum, part(item)) as Record<string, never>, {});
}

function merge(one: unknown, other: unknown): unknown {
  if (Array.isArray(one) && Array.isArray(other)) return [...one, ...other];
  if (typeof one !== "object" || one === null || typeof other !== "object" || other === null) return other;
  const result: Record<string, unknown> = { ...one };
  for (const [key, value] of Object.entries(other)) {
    result[key] = Object.hasOwn(result, key) ? merge(result[key], value) : value;
  }
  return result;
}
