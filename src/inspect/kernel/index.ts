import type { Finder } from "./finder.ts";
import { createJavaScriptFinder } from "./javascript.ts";
import { createWebAssemblyFinder, runsWebAssembly } from "./webassembly.ts";

export interface FinderOptions {
  /** Left out: WebAssembly where this Node runs it. */
  readonly engine?: Finder["engine"];
}

/**
 * A finder for one thread.
 * @param year the present one: no birth date lies behind it
 */
export function createFinder(year: number, { engine }: FinderOptions = {}): Finder {
  const chosen = engine ?? (runsWebAssembly() ? "wasm-simd" : "javascript");
  return chosen === "wasm-simd" ? createWebAssemblyFinder(year) : createJavaScriptFinder(year);
}
