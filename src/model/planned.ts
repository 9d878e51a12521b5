import type { Evidence } from "./edge.ts";
import type { Known } from "./known.ts";
import type { PlaceRef } from "./place.ts";
import type { Provider } from "./provider.ts";
import type { Link, LinkTarget, ResourceRecord, Role, SourceLine, Tags } from "./record.ts";

/** `none`: it is there and stays as it is; it gives classes and places, and never a finding. */
export const plannedChanges = ["create", "update", "replace", "drift", "none"] as const;
export type PlannedChange = (typeof plannedChanges)[number];

/**
 * The settings of a planned resource. A value is known, known not to be set (`undefined`), or unknown until the change is
 * applied. What a template marks as sensitive is unknown, so that it cannot reach a report.
 * Paths are names and positions: `rule[0].destination.bucket`. A block that HCL writes as a list of one is read through:
 * `versioning.enabled` finds `versioning[0].enabled`.
 */
export interface Settings {
  text(path: string): Known<string | undefined>;
  flag(path: string): Known<boolean | undefined>;
  number(path: string): Known<number | undefined>;
  /** The items of a list or set of blocks; one block alone is a list of one. */
  each(path: string): Known<readonly Settings[]>;
  /** Texts of a list; an item that is not known yet makes the list unknown. */
  texts(path: string): Known<readonly string[]>;
  /** A map of texts, such as tags. */
  map(path: string): Known<Readonly<Record<string, string>> | undefined>;
  /** Addresses of resources of the change that the value at the path is made of. */
  refs(path: string): readonly string[];
  /**
   * Whether the template writes the setting at a path. What it does not write and what is not known yet is left to the cloud, whose
   * provider fills it in.
   */
  isWritten(path: string): boolean;
}

/** A resource of an infrastructure template, in the template's own words. */
export interface PlannedResource {
  /** Terraform address with module and key, logical id (`Stack.Child`), `Type/name`, URN. The record's id. */
  readonly address: string;
  /** The template's own type: `aws_s3_bucket`, `AWS::S3::Bucket`, `Microsoft.Storage/storageAccounts`, `ALIYUN::OSS::Bucket`. */
  readonly kind: string;
  /** Last part of the address, for a resource that names itself nowhere. */
  readonly label: string;
  readonly change: PlannedChange;
  readonly settings: Settings;
  /** Region of the provider block, the stack or the flag that applies to it. */
  readonly region: Known<string>;
  /** What says so: `provider aws.hk`, `--region`. */
  readonly regionEvidence: string;
  /** Partition, where the template says: `environment = "china"`. */
  readonly partition?: string;
  /** Account, where the template says. */
  readonly account?: string;
  /** As whom it is made, in no words of its own: resources of a template with the same one are of the same account. */
  readonly caller?: string;
  readonly file: string;
  readonly line?: number;
  /** Where its source declares it, if that is another file: the configuration behind a plan. */
  readonly declaredIn?: SourceLine;
}

/** The other end of a planned link: an address of the change, or what `LinkTarget` holds. */
export interface PlannedTarget extends LinkTarget {
  readonly address?: string;
}

export interface PlannedLink extends Omit<Link, "target" | "evidence"> {
  readonly target: PlannedTarget;
  /** Path of the setting that says so, and what it says; the file is added. */
  readonly evidence: Pick<Evidence, "field" | "value">;
}

/** What a resource takes by tags, wherever one of them fits: snapshots of the volumes with them. */
export interface PlannedSelection {
  /** Types of what it takes; only what lies in its own region counts. */
  readonly types: readonly string[];
  /** One of them is enough. */
  readonly tags: Tags;
  /** Data goes from what it takes to it. */
  readonly kind: PlannedLink["kind"];
  /** Path of the setting that says so. */
  readonly field: string;
}

/** What a template says of one resource. */
export interface PlannedReading {
  /** Left out: the template's name for it. */
  readonly name?: string;
  /** Left out: the region that applies to it. */
  readonly place?: Known<PlaceRef>;
  /** It lies in another resource, and where that lies unless it says a place itself: a database on its server. */
  readonly liesWith?: PlannedTarget;
  /** Path of the setting that places it, where that is not the region that applies. */
  readonly placeField?: string;
  readonly tags: Known<Tags>;
  /** Under which others may refer to it: its ARN, its name where that is unique. */
  readonly aliases?: readonly string[];
  readonly links: readonly PlannedLink[];
  /** What it takes of the rest of the change by tags. */
  readonly takes?: readonly PlannedSelection[];
  readonly attributes?: ResourceRecord["attributes"];
  /** Settings that decide something and are not known yet; each becomes a gap `unsupported` that names the path. */
  readonly unknowns?: readonly string[];
}

/** Any resource of the change by its address: a document that a policy is made of. */
export type ResourceAt = (address: string) => PlannedResource | undefined;

/** How a template's resource that holds, copies or moves data becomes a record. */
export interface PlannedShape {
  readonly kind: string;
  /** Resource type, the same as the live one. */
  readonly type: string;
  readonly role: Role;
  /** @param placeOf where another resource of the change lies; `undefined` where it is none of them. */
  read(
    resource: PlannedResource,
    placeOf?: (target: PlannedTarget) => Known<PlaceRef> | undefined,
    resourceAt?: ResourceAt,
  ): PlannedReading;
  /** Weighs what the resource and its parts state together: a block on public access takes back what a policy opens. */
  weigh?(stated: PlannedStatements): PlannedStatements;
}

/** What a resource states with all its parts. */
export type PlannedStatements = Required<Pick<PlannedReading, "links" | "attributes">>;

/** A template's resource that is a setting of another one: a bucket's replication, a database's firewall rule. */
export interface PlannedPart {
  readonly kind: string;
  /** Resource type of what it belongs to. */
  readonly type: string;
  read(
    resource: PlannedResource,
    resourceAt?: ResourceAt,
  ): {
    /** The resource these links belong to. */
    readonly of: PlannedTarget;
    readonly links: readonly PlannedLink[];
    readonly attributes?: ResourceRecord["attributes"];
    /** As of a reading: what decides something and is not known yet. */
    readonly unknowns?: readonly string[];
    /** Further resources of the change that it moves too: the databases of a failover group of servers. */
    readonly others?: readonly { readonly of: PlannedTarget; readonly links: readonly PlannedLink[] }[];
    /** What it leaves open, where nothing is known of its owner: a switched-off block lets through what others may have opened. */
    readonly lets?: readonly PlannedLink[];
    /** The links are those of what lies in the owner, by `liesWith`: a server's firewall lets in to its databases. */
    readonly isOfContents?: true;
  };
}

/** What a provider knows of templates. Loads no SDK. */
export interface PlannedCatalogue {
  readonly shapes: readonly PlannedShape[];
  readonly parts: readonly PlannedPart[];
  /** Whether a template's type is one of this provider's. */
  claims(kind: string): boolean;
  /** Whether a type without a shape is known to hold no data of the organisation. What is not known to may hold some. */
  holdsNoData(kind: string): boolean;
  /** Partition of a resource whose template does not say; `undefined` where the region does not tell. */
  partitionOf(region: string | undefined): string | undefined;
  /** The partition that a template's own word means, such as the `environment` of a provider block. */
  partitionNamed?(words: string): string | undefined;
  /** Other names by which templates may mean what a scan found under this id: `oss://crm`. */
  namesOf?(id: string): readonly string[];
  /** One spelling for ids that the cloud reads in any case. Addresses of templates are no such ids and stay as they are. */
  keyOf?(id: string): string;
}

/** A provider as far as templates need it: its regions, and what its resources say. Cheap to load. */
export interface TemplateProvider extends Pick<Provider, "id" | "title" | "regions" | "caseInsensitiveIds"> {
  readonly catalogue: PlannedCatalogue;
}
