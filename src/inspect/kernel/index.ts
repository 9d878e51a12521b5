import type { Finder } from "./finder.ts";
import { createWebAssemblyFinder } from "./webassembly.ts";

/** @param year the present one: no birth date lies behind it */
export function createFinder(year: number): Finder {
  return createWebAssemblyFinder(year);
}
