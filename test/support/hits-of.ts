import { type Finder, hitKinds } from "../../src/inspect/kernel/finder.ts";

/** Hits as text, `kind start-end`: a test that fails then says which. */
export function hitsOf(finder: Finder, bytes: Uint8Array): readonly string[] {
  const { length, kinds, starts, ends } = finder.find(bytes);
  return Array.from({ length }, (_, index) => `${hitKinds[kinds[index] ?? 99]} ${starts[index]}-${ends[index]}`);
}
