import { negativeObjects } from "../make/negative-stream.ts";
import { flowing, type Product } from "./look.ts";

export interface NegativeScores {
  readonly bytes: number;
  readonly objects: number;
  /** Findings that were certain: none should be. */
  readonly confirmed: ReadonlyMap<string, number>;
}

const largest = 16 * 1024 ** 2;
const leastObjects = 18;

export async function scoreNegatives(product: Product, seed: number, bytes: number): Promise<NegativeScores> {
  const confirmed = new Map<string, number>();
  let objects = 0;
  // Small runs too meet every kind.
  const objectBytes = Math.min(largest, Math.ceil(bytes / leastObjects));
  for (const { path, chunks } of negativeObjects(bytes, seed, objectBytes)) {
    objects += 1;
    const kind = path.slice(path.indexOf(".") + 1);
    for (const detector of await product.detectors(flowing(path, 0, chunks))) {
      const what = `${detector} in ${kind}`;
      confirmed.set(what, (confirmed.get(what) ?? 0) + 1);
    }
  }
  return { bytes, objects, confirmed };
}
