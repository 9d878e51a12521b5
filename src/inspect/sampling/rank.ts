import type { ContentObject } from "../../model/index.ts";
import { createHasher } from "../hash.ts";

/** Below 2^53, evenly spread. The same for the same object, version and seed, whatever else lies beside it. */
export type Rank = (object: Pick<ContentObject, "path" | "version">) => number;

/** Objects of lowest rank are a random sample: which ones nobody can know before the seed. */
export function createRank(seed: string): Rank {
  const hasher = createHasher(`sample\0${seed}`);
  return ({ path, version = "" }) => {
    hasher.hash(`${path}\0${version}`);
    return (hasher.high >>> 11) * 2 ** 32 + hasher.low;
  };
}
