/** A resource as Resource Manager's lists spell it. */
export interface ArmItem {
  readonly id: string;
  readonly name: string;
  readonly type: string;
  readonly location?: string;
  readonly tags?: Readonly<Record<string, string>>;
  readonly [field: string]: unknown;
}

/** An array, or a generator of items by index: 200,000 resources need no memory. */
export interface Items<Item> {
  readonly length: number;
  at(index: number): Item | undefined;
}

export interface LoopbackLocation {
  readonly name: string;
  readonly displayName?: string;
  readonly metadata?: {
    readonly regionType?: "Physical" | "Logical";
    readonly pairedRegion?: readonly { name: string }[];
  };
}

export interface LoopbackSubscription {
  readonly id: string;
  readonly name: string;
  readonly tenant?: string;
  /** `Enabled` when left out. */
  readonly state?: "Enabled" | "Warned" | "PastDue" | "Disabled" | "Deleted";
  readonly locations?: readonly LoopbackLocation[];
  /** Top-level resources by their Resource Manager type. */
  readonly resources: Readonly<Record<string, Items<ArmItem>>>;
  /** Lists under a resource: its id, a slash and the list's path, in lower case. */
  readonly children?: Readonly<Record<string, readonly unknown[]>>;
}

export interface LoopbackBlob {
  readonly name: string;
  readonly body: Uint8Array;
  readonly tier?: "Hot" | "Cool" | "Archive";
}

export interface AzureEstate {
  /** What storage accounts hold, by account and container. */
  readonly blobs?: Readonly<Record<string, Readonly<Record<string, readonly LoopbackBlob[]>>>>;
  readonly subscriptions: readonly LoopbackSubscription[];
  /** What lies below a management group, at any depth, by the group's id. */
  readonly managementGroups?: Readonly<Record<string, readonly unknown[]>>;
}

const given = ["id", "name", "type", "location", "tags", "sku", "kind", "managedBy", "extendedLocation"] as const;

/** All resources of a subscription as the census sees them: in a row, without their properties. */
export function censusOf(subscription: LoopbackSubscription): Items<Readonly<Record<string, unknown>>> {
  const lists = Object.values(subscription.resources);
  return {
    length: lists.reduce((sum, list) => sum + list.length, 0),
    at(index) {
      let rest = index;
      for (const list of lists) {
        if (rest < list.length) {
          const item = list.at(rest);
          return item === undefined ? undefined : Object.fromEntries(given.map((field) => [field, item[field]]));
        }
        rest -= list.length;
      }
      return undefined;
    },
  };
}
