import type { Addressed } from "./references.ts";
import type { Deployed } from "./resources.ts";
import { extendedIn, typeAndName } from "./segments.ts";
import { isUnknown, shown } from "./values.ts";
import type { Work } from "./work.ts";

/**
 * Gives every resource an address of its own: `Type/name`; what extends another resource has that one's before it.
 *
 * Two resources of one template with the same address and no condition are a mistake that Resource Manager refuses too. Where a
 * condition may leave one of them out, or a name is not known, the later ones get `#2`; in templates within the template, the
 * names of their deployments come first.
 */
export function addressAll(all: readonly Deployed[], work: Work): readonly Addressed[] {
  const groups = Map.groupBy(all, (deployed) => addressOf(deployed).toLowerCase());
  const taken = new Set<string>();
  const addressed: Addressed[] = [];
  for (const deployed of all) {
    const address = addressOf(deployed);
    const others = groups.get(address.toLowerCase()) ?? [];
    const wanted = others.every(({ level }) => level === deployed.level)
      ? address
      : [...deployed.level.path.map((name) => `${name}:`), address].join("");
    const twin = others.find(
      (other) => other !== deployed && isSame(other, deployed) && all.indexOf(other) < all.indexOf(deployed),
    );
    if (twin !== undefined) {
      work.at(deployed.json);
      const line = work.lineOf(twin.json);
      work.fail(
        `${address} is declared a second time${line === undefined ? "" : `; the first one is in line ${line}`}`,
        "Give the resources different names, or conditions that exclude each other.",
      );
    }
    let own = wanted;
    for (let count = 2; taken.has(own.toLowerCase()); count += 1) own = `${wanted}#${count}`;
    taken.add(own.toLowerCase());
    addressed.push({ address: own, deployed });
  }
  return addressed;
}

function isSame(a: Deployed, b: Deployed): boolean {
  return (
    a.level === b.level &&
    [a, b].every(({ isConditional, isExisting, name }) => !isConditional && !isExisting && !isUnknown(name))
  );
}

function addressOf({ kind, name, path }: Deployed): string {
  const plain = `${kind}/${shown(name)}`;
  const extended = extendedIn(path);
  return extended === undefined ? plain : `${typeAndName(extended)}/providers/${plain}`;
}
