import { matchesGlob, type OriginRule, type Place, type ResourceRecord } from "../model/index.ts";

/** What an entry of `origins` or `mainlandCopies` selects by: all that is given must match. */
export type Selector = Omit<OriginRule, "origin">;

export interface SelectorOptions {
  /** Whether this provider's ids differ in case only. */
  readonly caseInsensitive: boolean;
}

export type Match = "yes" | "no" | "unknown";

/** `unknown` where everything that could be compared matches, and the rest could not be read. */
export function matchSelector(
  selector: Selector,
  record: ResourceRecord,
  place: Place,
  options: SelectorOptions,
): Match {
  const { account, partition, region, resources, tag } = selector;
  const matches = [
    account === undefined ? "yes" : said(matchesGlob(account, record.scope.account)),
    partition === undefined ? "yes" : said(matchesGlob(partition, record.scope.partition)),
    region === undefined ? "yes" : matchRegion(region, place),
    resources === undefined ? "yes" : said(resources.some((glob) => matchesRecord(glob, record, options))),
    tag === undefined ? "yes" : matchTag(tag, record),
  ] as const;
  if (matches.includes("no")) return "no";
  return matches.includes("unknown") ? "unknown" : "yes";
}

function said(matched: boolean): Match {
  return matched ? "yes" : "no";
}

/** A planned resource goes by its address; what it will be called in the cloud is among its other names. */
function matchesRecord(glob: string, { id, aliases }: ResourceRecord, { caseInsensitive }: SelectorOptions): boolean {
  const spell = (text: string): string => (caseInsensitive ? text.toLowerCase() : text);
  return [id, ...aliases].some((name) => matchesGlob(spell(glob), spell(name)));
}

function matchRegion(glob: string, place: Place): Match {
  return place.region === null ? "unknown" : said(matchesGlob(glob.toLowerCase(), place.region.toLowerCase()));
}

/** `key`, or `key=value` with a glob for the value; neither minds case. */
function matchTag(tag: string, { tags }: ResourceRecord): Match {
  if (!tags.known) return "unknown";
  const [key = "", ...rest] = tag.toLowerCase().split("=");
  const value = rest.length === 0 ? "*" : rest.join("=");
  return said(
    Object.entries(tags.value).some(
      ([held, content]) => held.toLowerCase() === key && matchesGlob(value, content.toLowerCase()),
    ),
  );
}

/** An entry in words, for evidence: `account=111122223333 tag=unit=cn`. */
export function describeSelector({ account, partition, region, resources, tag }: Selector): string {
  const parts = { account, partition, region, resources: resources?.join(","), tag };
  const given = Object.entries(parts).flatMap(([key, value]) => (value === undefined ? [] : [`${key}=${value}`]));
  return given.length === 0 ? "every resource" : given.join(" ");
}
