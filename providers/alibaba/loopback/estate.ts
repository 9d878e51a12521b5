/** A list that need not exist as a whole: 200,000 disks are made one by one as they are asked for. Arrays are such lists. */
export interface Items<Item> {
  readonly length: number;
  at(index: number): Item | undefined;
}

/** An object of an RPC answer, in the cloud's own field names. */
export type WireObject = Readonly<Record<string, unknown>>;

export interface EstateBucket {
  readonly name: string;
  /** As OSS states it: `oss-cn-hangzhou`. */
  readonly location: string;
  /** Region that the bucket expects signatures for; else the location without `oss-`. */
  readonly region?: string;
  readonly tags?: Readonly<Record<string, string>>;
  readonly acl?: "private" | "public-read" | "public-read-write";
  readonly policyIsPublic?: boolean;
  readonly blockPublicAccess?: boolean;
  readonly replication?: readonly { readonly bucket: string; readonly location: string; readonly status?: string }[];
  readonly logsTo?: string;
  readonly accelerated?: boolean;
  readonly objects?: readonly EstateObject[];
}

export interface EstateObject {
  readonly key: string;
  readonly body: Uint8Array;
  readonly storageClass?: string;
}

/** What one region of one account holds, by the collection that list operations name. */
export type EstateRegion = Readonly<Record<string, Items<WireObject>>>;

export interface EstateAccount {
  readonly buckets?: Items<EstateBucket>;
  readonly blockPublicAccess?: boolean;
  readonly regions?: Readonly<Record<string, EstateRegion>>;
  /** What belongs to no region, by collection. */
  readonly global?: EstateRegion;
  /** Uids and groups an image is shared with, by image id. */
  readonly imageShares?: Readonly<Record<string, readonly string[]>>;
  /** RAM roles that the account of the keys may assume here. */
  readonly roles?: readonly string[];
}

export interface EstateKeys {
  readonly accessKeyId: string;
  readonly accessKeySecret: string;
  readonly securityToken?: string;
}

/** What a loopback cloud serves. */
export interface AlibabaEstate {
  readonly keys: EstateKeys;
  /** Uid of the account that the keys belong to. */
  readonly account: string;
  /** Answer of DescribeRegions. */
  readonly regions: readonly string[];
  readonly accounts: Readonly<Record<string, EstateAccount>>;
}
