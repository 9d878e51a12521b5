import type { PlannedLink, PlannedStatements } from "../../../src/model/index.ts";
import { openToEveryone } from "../open-firewall.ts";
import { type Here, openToAll } from "./read.ts";

type Attributes = Readonly<Record<string, string | number | boolean | undefined>>;

/** Paths of the first and the last address of a rule. */
export const terraformRange = ["start_ip_address", "end_ip_address"] as const;
export const armRange = ["properties.startIpAddress", "properties.endIpAddress"] as const;

/** A rule that by itself lets in every address. */
export function firewall([first, last]: readonly [string, string]): {
  readonly links: (here: Here) => readonly PlannedLink[];
  readonly attributes: (here: Here) => Attributes;
  readonly decides: readonly string[];
} {
  return {
    decides: [first, last],
    attributes: () => ({ firewallRules: true }),
    links(here) {
      const [from, to] = [here.text(first), here.text(last)];
      const isOpen = openToEveryone("", [{ first: from, last: to }]).length > 0;
      return isOpen ? [openToAll(first, `${from} to ${to}`)] : [];
    },
  };
}

/**
 * Whether nobody on the internet gets at it: by its switch, or since it stands in a network of its own. A switch that somebody
 * states and that is not known yet says nothing; `decides` names it.
 */
export function closedTo(here: Here, flag: string, ...networks: readonly string[]): boolean {
  const stated = here.text(flag);
  const isOff = stated !== undefined && !/^(?:true|enabled)$/i.test(stated);
  return (
    isOff || isUndecided(here, flag) || networks.some((path) => isUndecided(here, path) || Boolean(here.text(path)))
  );
}

/** Terraform's provider fills in what nobody states: what is not known yet counts where it is made of another resource. */
function isUndecided({ resource: { kind, settings } }: Here, path: string): boolean {
  if (settings.text(path).known) return false;
  return !kind.startsWith("azurerm_") || settings.refs(path).length > 0;
}

/** `public_network_access_enabled` of Terraform, and what Resource Manager calls it. */
export const terraformSwitch = "public_network_access_enabled";
export const armSwitch = "properties.publicNetworkAccess";

const noRule = "no rule, every network";

/** Without a rule every network is let in; a list of ranges lets in what it says. */
export function unlessRanges(path: string, ranges: readonly string[] | undefined): readonly PlannedLink[] {
  if (ranges === undefined) return [];
  const open = ranges.length === 0 ? noRule : ranges.find((range) => range === "0.0.0.0/0");
  return open === undefined ? [] : [openToAll(path, open)];
}

/** A list of texts, or one text with commas; `undefined` where it is not known yet. */
export function rangesAt({ resource }: Here, path: string): readonly string[] | undefined {
  const texts = resource.settings.texts(path);
  if (!texts.known) return undefined;
  return texts.value.flatMap((text) => text.split(",").map((range) => range.trim())).filter((range) => range !== "");
}

/** What stays open: nothing of what is closed to public networks, and with rules only what a rule lets in. */
export function weighExposure({ links, attributes }: PlannedStatements): PlannedStatements {
  const { closed, firewallRules, ...rest } = attributes;
  const left = links.filter(({ kind, evidence }) => {
    if (kind !== "reachable-from") return true;
    return closed !== true && !(firewallRules === true && evidence.value === noRule);
  });
  return { links: left, attributes: rest };
}

/** Said to `weighExposure` alone. */
export function closing(isClosed: boolean): Attributes {
  return isClosed ? { closed: true } : {};
}

/** An account whose containers nobody can open. An account that does not say may allow it. */
export function closedAccount(here: Here, allow: string, flag: string, rules: string): boolean {
  return here.flag(allow) === false || closedTo(here, flag) || here.text(rules)?.toLowerCase() === "deny";
}

/** Pulling without signing in, from any network. */
export function anonymousPull(here: Here, path: string, flag: string, rules: string): readonly PlannedLink[] {
  if (here.flag(path) !== true || closedTo(here, flag) || here.text(rules)?.toLowerCase() === "deny") return [];
  return [openToAll(path, "true")];
}
