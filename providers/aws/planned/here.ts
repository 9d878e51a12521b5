import {
  type Known,
  known,
  type PlannedResource,
  type ResourceAt,
  type Settings,
  unknown,
  valueIfKnown,
} from "../../../src/model/index.ts";
import { regionOfArn } from "../targets.ts";
import { partitionOf } from "./partition.ts";

/** A planned resource, or a block of it, with what is known of its surroundings. */
export interface Here {
  readonly resource: PlannedResource;
  readonly settings: Settings;
  /** Path of `settings` within the resource: `rule[0]`; empty for the resource itself. */
  readonly at: string;
  readonly region: Known<string>;
  /** What says the region, where that is a setting of the resource. */
  readonly regionField?: "region" | "arn";
  readonly partition: string | undefined;
  readonly account: string | undefined;
  /** Other resources of the change. */
  readonly resourceAt?: ResourceAt;
}

export function hereOf(resource: PlannedResource, resourceAt?: ResourceAt): Here {
  const own = ownRegion(resource);
  const isStated = resource.region.known && resource.regionEvidence !== "--region";
  const told = own === undefined && !isStated ? regionOfOwnArn(resource) : undefined;
  const region = own ?? told ?? resource.region;
  const partition = resource.partition ?? partitionOf(valueIfKnown(region));
  const { settings, account } = resource;
  const others = resourceAt === undefined ? {} : { resourceAt };
  const here = { resource, settings, at: "", region, partition, account, ...others };
  if (own !== undefined) return { ...here, regionField: "region" };
  return told === undefined ? here : { ...here, regionField: "arn" };
}

/** A part's `arn` that is what it belongs to, and not its own. */
const arnsOfOthers: ReadonlySet<string> = new Set(["aws_sns_topic_policy"]);

/** What is there already tells its region in its ARN: a state shows no provider block, and `--region` is only a fallback. */
function regionOfOwnArn({ kind, settings }: PlannedResource): Known<string> | undefined {
  if (!kind.startsWith("aws_") || arnsOfOthers.has(kind)) return undefined;
  const region = regionOfArn(valueIfKnown(settings.text("arn")) ?? "");
  return region === undefined ? undefined : known(region);
}

/**
 * The resource's own `region`, which outranks that of its provider (provider version 6, "Enhanced Region Support", read
 * 2026-11-22). Until version 5 only buckets had such a word, and it was an answer that comes with the apply; `bucket_region`
 * tells a bucket of version 6.
 */
function ownRegion({ kind, settings }: PlannedResource): Known<string> | undefined {
  if (!kind.startsWith("aws_")) return undefined;
  const stated = settings.text("region");
  if (stated.known) return stated.value === undefined || stated.value === "" ? undefined : known(stated.value);
  const newer = settings.text("bucket_region");
  return kind === "aws_s3_bucket" && newer.known && newer.value === undefined ? undefined : unknown("unsupported");
}

/** The items of a list of blocks, or of texts; none where the list is not known yet, which `undecided` tells. */
export function blocks(here: Here, path: string): readonly Here[] {
  const items = here.settings.each(path);
  if (!items.known) return [];
  return items.value.map((settings, index) => ({ ...here, settings, at: `${fieldOf(here, path)}[${index}]` }));
}

/** Of paths that decide whether data leaves, those that are not known yet. */
export function undecided(here: Here, paths: readonly string[]): readonly string[] {
  return paths.filter((path) => !here.settings.each(path).known).map((path) => fieldOf(here, path));
}

/** Whether a setting that the provider fills in is left to it. */
export function isFilledIn({ settings }: Here, path: string): boolean {
  return !settings.each(path).known && !settings.isWritten(path);
}

/** Path of a setting from the resource on. */
export function fieldOf({ at }: Here, path: string): string {
  if (at === "" || path === "") return `${at}${path}`;
  return `${at}.${path}`;
}

/** A text that is known and not empty. */
export function textAt(here: Here, path: string): string | undefined {
  return valueIfKnown(here.settings.text(path)) || undefined;
}

/** Known to be set to something else: what is not known yet may be this. */
export function isOther(here: Here, path: string, ...wanted: readonly string[]): boolean {
  const stated = here.settings.text(path);
  return stated.known && stated.value !== undefined && !wanted.includes(stated.value);
}

/** Whether a setting is there, be its value known or not. */
export function isSet(here: Here, path: string): boolean {
  const stated = here.settings.text(path);
  return !stated.known || (stated.value !== undefined && stated.value !== "");
}

/** Whether somebody states a setting that the provider fills in otherwise. */
export function isStated(here: Here, path: string): boolean {
  const stated = here.settings.text(path);
  return stated.known ? stated.value !== undefined && stated.value !== "" : here.settings.isWritten(path);
}
