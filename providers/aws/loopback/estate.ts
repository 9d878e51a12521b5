/** A list of an estate: items themselves, or a rule that makes them on the fly, so that a large estate needs no memory. */
export type Items<T> =
  | readonly T[]
  | {
      readonly count: number;
      at(index: number): T;
      /** The item of a name or id, for questions about a single one. */
      find(id: string): T | undefined;
    };

/** What a loopback AWS serves. All that is left out is answered as AWS answers where nothing is set. */
export interface AwsEstate {
  readonly accounts: readonly AwsAccount[];
}

export interface AwsAccount {
  /** 12 digits. */
  readonly id: string;
  readonly partition: string;
  /** Access keys that enter this account; left out = any key enters. The region's partition decides between accounts. */
  readonly accessKeys?: readonly string[];
  /** Roles that other accounts can enter. */
  readonly roles?: readonly string[];
  readonly regions: readonly LoopbackRegion[];
  readonly buckets?: Items<LoopbackBucket>;
  /** False leaves BucketRegion out of ListBuckets, as older endpoints do. */
  readonly bucketRegionInList?: boolean;
  /** By region. */
  readonly ec2?: Readonly<Record<string, LoopbackEc2>>;
  /** By region, then by service as the credential scope of a signature names it (`rds`, `es`). */
  readonly services?: Readonly<Record<string, Readonly<Record<string, Held>>>>;
}

/** An object of an answer, in the API's own field names. Fields that begin with `$` are for the loopback only. */
export type WireObject = Readonly<Record<string, unknown>>;

/** What a service holds in a region, by the collections that its operations name. */
export type Held = Readonly<Record<string, Items<WireObject>>>;

export interface LoopbackRegion {
  readonly id: string;
  readonly optIn?: "opt-in-not-required" | "opted-in" | "not-opted-in";
}

export type LoopbackTags = Readonly<Record<string, string>>;

export interface LoopbackObject {
  readonly key: string;
  readonly body: Uint8Array;
  readonly storageClass?: string;
}

/** A configuration of S3 Inventory; its reports are ordinary objects of the bucket they go to. */
export interface LoopbackInventory {
  readonly id: string;
  /** Name of the bucket that reports go to. */
  readonly bucket: string;
  readonly account?: string;
  readonly prefix?: string;
  readonly format?: "CSV" | "ORC" | "Parquet";
  readonly enabled?: boolean;
  /** Reports name objects of this prefix only. */
  readonly filter?: string;
  readonly versions?: "All" | "Current";
  readonly fields?: readonly string[];
}

export interface LoopbackBucket {
  readonly name: string;
  readonly region: string;
  readonly tags?: LoopbackTags;
  readonly replication?: readonly {
    readonly bucket: string;
    readonly account?: string;
    readonly status?: "Enabled" | "Disabled";
  }[];
  readonly logging?: { readonly bucket: string; readonly prefix?: string };
  /** The document itself. */
  readonly policy?: string;
  readonly publicByPolicy?: boolean;
  readonly objects?: readonly LoopbackObject[];
  readonly inventories?: readonly LoopbackInventory[];
  readonly grants?: readonly { readonly uri?: string; readonly id?: string; readonly permission: string }[];
  readonly block?: { readonly ignorePublicAcls?: boolean; readonly restrictPublicBuckets?: boolean };
  readonly website?: "index" | "redirect";
}

export interface LoopbackEc2 {
  readonly instances?: Items<LoopbackInstance>;
  readonly volumes?: Items<LoopbackVolume>;
  readonly snapshots?: Items<LoopbackSnapshot>;
  readonly images?: Items<LoopbackImage>;
  readonly flowLogs?: Items<LoopbackFlowLog>;
}

export interface LoopbackFlowLog {
  readonly id: string;
  /** Network, subnet or interface. */
  readonly resource: string;
  readonly type: "cloud-watch-logs" | "s3" | "kinesis-data-firehose";
  /** ARN; a log group can be named instead. */
  readonly destination?: string;
  readonly logGroup?: string;
  readonly tags?: LoopbackTags;
}

export interface LoopbackInstance {
  readonly id: string;
  readonly zone?: string;
  readonly tags?: LoopbackTags;
  readonly instanceType?: string;
  readonly state?: string;
  readonly outpost?: string;
}

export interface LoopbackVolume {
  readonly id: string;
  readonly zone?: string;
  readonly tags?: LoopbackTags;
  readonly instance?: string;
  readonly snapshot?: string;
  readonly sourceVolume?: string;
  readonly encrypted?: boolean;
  readonly sizeGiB?: number;
  readonly outpost?: string;
  /** ARN of the key, as EC2 tells of what is encrypted. */
  readonly kmsKey?: string;
}

/** Whom a snapshot or image is shared with: `all`, an account id, or an organisation's ARN. */
export type LoopbackShares = readonly string[];

export interface LoopbackSnapshot {
  readonly id: string;
  readonly volume?: string;
  readonly description?: string;
  /** ISO time. */
  readonly started?: string;
  readonly tags?: LoopbackTags;
  readonly encrypted?: boolean;
  readonly sizeGiB?: number;
  readonly shares?: LoopbackShares;
  readonly outpost?: string;
  readonly kmsKey?: string;
}

export interface LoopbackImage {
  readonly id: string;
  readonly name?: string;
  readonly tags?: LoopbackTags;
  readonly created?: string;
  readonly public?: boolean;
  readonly snapshots?: readonly string[];
  readonly sourceInstance?: string;
  readonly sourceImage?: string;
  readonly sourceRegion?: string;
  readonly shares?: LoopbackShares;
}

export function countOf<T>(items: Items<T> | undefined): number {
  if (items === undefined) return 0;
  return "count" in items ? items.count : items.length;
}

export function itemAt<T>(items: Items<T>, index: number): T {
  const item = items.at(index);
  if (item === undefined) throw new Error(`the estate has no item ${index}`);
  return item;
}

/** Finds by id; `idOf` reads it where the items are a plain list. */
export function findItem<T>(items: Items<T> | undefined, id: string, idOf: (item: T) => string): T | undefined {
  if (items === undefined) return undefined;
  return "find" in items && "count" in items ? items.find(id) : items.find((item) => idOf(item) === id);
}
