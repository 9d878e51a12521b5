import { z } from "zod";
import { DataClass } from "./data-class.ts";
import { Text } from "./text.ts";

/** What sampling showed of one store. Counts and names of classes and detectors; no path, no value. */
export const StoreInspection = z.object({
  /** Resource id. */
  resource: z.string(),
  /** Listed in it. */
  objects: z.number().int(),
  bytes: z.number(),
  /** Opened, in whole or in part. */
  inspected: z.number().int(),
  inspectedBytes: z.number(),
  /** Could not be read, in whole or in part. */
  unreadable: z.number().int(),
  /** Inspected objects by the highest class found in them. */
  classes: z.partialRecord(DataClass, z.number().int()),
  /** Distinct values of identifiers that stand for one person, in what was inspected: never more than there are in all. */
  people: z.record(z.string(), z.number().int()),
  /** How sure the sample makes. */
  statement: Text,
  /** A mark of secrecy was seen: sampling of this store stopped there. */
  stopped: z.boolean(),
});
export type StoreInspection = z.infer<typeof StoreInspection>;
