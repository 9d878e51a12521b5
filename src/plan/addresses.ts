import type { Change } from "./change.ts";

/** Ids of resources: the address, with the file before it where two files declare the same one. */
export interface Addresses {
  idOf(change: Change, address: string): string;
  /** The id that a reference of a file means, and where no file declares it, the address itself. */
  targetOf(change: Change, address: string): string;
}

/** Finds the addresses that several files declare. */
export function addressesOf(changes: readonly Change[]): Addresses {
  const files = new Map<string, Set<string>>();
  for (const { file, template } of changes) {
    for (const { address } of template.resources) files.set(address, (files.get(address) ?? new Set()).add(file));
  }
  const idOf = ({ file }: Change, address: string): string =>
    (files.get(address)?.size ?? 0) > 1 ? `${file}#${address}` : address;
  return { idOf, targetOf: idOf };
}
