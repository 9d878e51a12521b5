import type { Detector } from "../detector.ts";

/** One line per detector, in the order of the contract's ids. */
export const detectors: readonly Detector[] = [];
