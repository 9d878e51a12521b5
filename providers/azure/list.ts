import type { Caller, Gap, GapReason, ResourceRecord } from "../../src/model/index.ts";
import type { Pager } from "./arm.ts";
import { MalformedAnswerError } from "./errors.ts";
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
  const sieve = createSieve<Item>(session, listing);
  const pages = caller.pages(listing.operation, (link, signal) => session.arm.page(pager(), link, signal));
  for await (const page of pages) yield* sieve.sift(page);
  yield* sieve.leftOut();
}

/** As `listed`, for the resources that lie under one: what cannot be listed is that one's gap, and stops no other list. */
export async function listedUnder<Item extends ArmResource>(
  session: AzureSession,
  caller: Caller,
  listing: Listing,
  parent: string,
  pager: () => Pager<Item>,
): Promise<readonly (Found<Item> | Gap)[]> {
  const sieve = createSieve<Item>(session, listing);
  const { items } = await readUnder(session, caller, listing.operation, parent, pager);
  return [...sieve.sift(items), ...sieve.leftOut()];
}

/** What was read of a list under one resource. Where `complete` is false, the rest is a gap already. */
export interface ItemsUnder<Item> {
  readonly items: readonly Item[];
  readonly complete: boolean;
}

/** A short list under one resource, page by page: each has its own deadline, and a page that fails takes no earlier one with it. */
export async function itemsUnder<Item>(
  session: AzureSession,
  caller: Caller,
  operation: string,
  parent: string,
  pager: () => Pager<Item>,
): Promise<ItemsUnder<Item>> {
  return readUnder(session, caller, operation, parent, pager, (item) => {
    if (typeof item !== "object" || item === null) throw new MalformedAnswerError("an item of the list is no object");
  });
}

async function readUnder<Item>(
  session: AzureSession,
  caller: Caller,
  operation: string,
  parent: string,
  pager: () => Pager<Item>,
  check?: (item: Item) => void,
): Promise<ItemsUnder<Item>> {
  const items: Item[] = [];
  const seen = new Set<string>();
  let link: string | undefined;
  do {
    const from = link;
    const answer = await caller.ask(operation, parent, async (signal) => {
      const found = await session.arm.page(pager(), from, signal);
      if (found.next !== undefined && seen.has(found.next)) {
        throw new MalformedAnswerError("the list repeated a next link");
      }
      if (check !== undefined) for (const item of found.page) check(item);
      return found;
    });
    if (!answer.known || answer.value === null) return { items, complete: false };
    items.push(...answer.value.page);
    link = answer.value.next === "" ? undefined : answer.value.next;
    if (link !== undefined) seen.add(link);
  } while (link !== undefined);
  return { items, complete: true };
}

type Described = ResourceRecord | Gap | readonly (ResourceRecord | Gap)[];

/** A record, or several, of each resource that was found; gaps pass as they are. Details are asked for several at once. */
export async function* recordsOf<Item>(
  caller: Caller,
  found: AsyncIterable<Found<Item> | Gap>,
  describe: (found: Found<Item>) => Described | Promise<Described>,
): AsyncGenerator<ResourceRecord | Gap> {
  const described = caller.each(found, async (one) => [one.kind === "gap" ? one : await describe(one)].flat());
  for await (const items of described) yield* items;
}

interface Sieve<Item> {
  sift(page: readonly Item[]): Generator<Found<Item> | Gap>;
  leftOut(): Generator<Gap>;
}

function createSieve<Item extends ArmResource>(session: AzureSession, listing: Listing): Sieve<Item> {
  let leftOut = 0;
  return {
    *sift(page) {
      for (const item of page) {
        if (!isWanted(session, item?.location)) leftOut++;
        else if (typeof item?.id === "string" && isArmId(item.id)) {
          yield { kind: "found", id: item.id, operation: listing.operation, item };
          const { unread } = readTags(item.tags);
          if (unread !== null && listing.readsTags !== false) {
            yield { ...gapOf(session, listing, "malformed", unread), resource: item.id };
          }
        } else yield gapOf(session, listing, "malformed", "an item of the list has no resource id");
      }
    },
    *leftOut() {
      if (leftOut === 0) return;
      const detail = `${leftOut} resources lie in regions that the source's \`regions\` leave out`;
      yield gapOf(session, listing, "skipped", detail);
    },
  };
}

/** Why the lists under a resource could not be asked for. */
export const noGroup = "its id names no resource group, so this could not be asked";

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
