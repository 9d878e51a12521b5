import type { Caller, Gap, GapReason } from "../../src/model/index.ts";
import type { Pager } from "./arm.ts";
import { isArmId } from "./ids.ts";
import { normalLocation } from "./regions.ts";
import type { AzureSession } from "./session.ts";
import { readTags } from "./tags.ts";

/** What every Resource Manager list gives of a resource. */
export interface ArmResource {
  readonly id?: string | undefined;
  readonly name?: string | undefined;
  readonly type?: string | undefined;
  readonly location?: string | undefined;
  readonly tags?: Readonly<Record<string, string>> | undefined;
}

/** An item with the id that it must have. */
export interface Found<Item> {
  readonly kind: "found";
  readonly id: string;
  /** The list it stood in. */
  readonly operation: string;
  readonly item: Item;
}

export interface Listing {
  /** Resource type whose coverage this is. */
  readonly type: string;
  readonly operation: string;
  /** False where no record is made of the items, so that their tags are nobody's loss. */
  readonly readsTags?: boolean;
}

/**
 * All resources of one list. An item without an id is a gap, so are tags that cannot be read, and so is what the source entry's `regions` leave out: said once,
 * with its number.
 */
export async function* listed<Item extends ArmResource>(
  session: AzureSession,
  caller: Caller,
  listing: Listing,
  pager: () => Pager<Item>,
): AsyncGenerator<Found<Item> | Gap> {
  let leftOut = 0;
  const pages = caller.pages(listing.operation, (link, signal) => session.arm.page(pager(), link, signal));
  for await (const page of pages) {
    for (const item of page) {
      if (!isWanted(session, item.location)) leftOut++;
      else if (typeof item.id === "string" && isArmId(item.id)) {
        yield { kind: "found", id: item.id, operation: listing.operation, item };
        const { unread } = readTags(item.tags);
        if (unread !== null && listing.readsTags !== false) {
          yield { ...gapOf(session, listing, "malformed", unread), resource: item.id };
        }
      } else yield gapOf(session, listing, "malformed", "an item of the list has no resource id");
    }
  }
  if (leftOut > 0) {
    yield gapOf(
      session,
      listing,
      "skipped",
      `${leftOut} resources lie in regions that the source's \`regions\` leave out`,
    );
  }
}

export function gapOf(session: AzureSession, listing: Listing, reason: GapReason, detail: string): Gap {
  const { scope } = session;
  const { type, operation } = listing;
  return { kind: "gap", scope, type, region: null, operation, reason, detail, resource: null };
}

/** A resource that does not say where it is is never left out. */
function isWanted(session: AzureSession, location: unknown): boolean {
  if (session.wanted === null || typeof location !== "string") return true;
  return session.wanted.has(normalLocation(location));
}
