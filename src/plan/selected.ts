import type { Known, PlaceRef, PlannedLink, PlannedReading, PlannedSelection } from "../model/index.ts";
import type { Owners } from "./owners.ts";

/**
 * Links from what a resource takes by its tags. A resource whose own tags are not known yet is not claimed: that they are not is
 * said of it.
 */
export function selectedLinks(
  { takes = [] }: PlannedReading,
  place: Known<PlaceRef>,
  owners: Owners,
): readonly PlannedLink[] {
  return takes.flatMap((selection) =>
    owners
      .ofTypes(selection.types)
      .filter(({ reading, place: itsPlace }) => fits(reading, selection) && isBeside(place, itsPlace))
      .map(
        ({ address }): PlannedLink => ({
          kind: selection.kind,
          direction: "from",
          target: { address },
          evidence: { field: selection.field, value: wordsOf(selection) },
        }),
      ),
  );
}

function fits({ tags }: PlannedReading, selection: PlannedSelection): boolean {
  if (!tags.known) return false;
  return Object.entries(selection.tags).some(([key, value]) => tags.value[key] === value);
}

/** Where one of the two is not known they may be beside each other. */
function isBeside(a: Known<PlaceRef>, b: Known<PlaceRef>): boolean {
  return !a.known || !b.known || a.value.region === b.value.region;
}

function wordsOf({ tags }: PlannedSelection): string {
  return Object.entries(tags)
    .map(([key, value]) => `${key} = ${value}`)
    .join(" or ");
}
