import type { Detector } from "../detector.ts";
import { cnAddress } from "./cn-address.ts";
import { cnName } from "./cn-name.ts";
import { financialTerm } from "./financial-term.ts";
import { genome } from "./genome.ts";
import { geodata } from "./geodata.ts";
import { medicalTerm } from "./medical-term.ts";
import { secrecyMark } from "./secrecy-mark.ts";

/** One line per detector, in the order of the contract's ids. */
export const detectors: readonly Detector[] = [
  cnAddress,
  cnName,
  medicalTerm,
  financialTerm,
  secrecyMark,
  genome,
  geodata,
];
