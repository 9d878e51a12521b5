import type { Change } from "./change.ts";

/** Ids of resources: the address, with the file before it where two files declare the same one. */
export interface Addresses {
  idOf(change: Change, address: string): string;
  /** The id that a reference of a file means, and where no file declares it, the address itself. */
  targetOf(change: Change, address: string): string;
}

/** Finds the addresses that several files declare. */
export function addressesOf(changes: readonly Change[]): Addresses {
  const declaredIn = new Map<string, string>();
  const several = new Set<string>();
  for (const { file, template } of changes) {
    for (const { address } of template.resources) {
      const first = declaredIn.get(address);
      if (first === undefined) declaredIn.set(address, file);
      else if (first !== file) several.add(address);
    }
  }
  const idOf = ({ file }: Change, address: string): string => (several.has(address) ? `${file}#${address}` : address);
  return { idOf, targetOf: idOf };
}
