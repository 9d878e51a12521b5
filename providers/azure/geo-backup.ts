import { pairLink } from "./pair.ts";
import type { Redundancy } from "./storage-redundancy.ts";

/** What an answer says of where backups are kept. */
interface StatedBackup {
  readonly source: string;
  readonly field: string;
  /** `Geo`, `GRS` or `Enabled`, of whatever shape it came in. */
  readonly value: unknown;
  /** Where the data is; backups go to its pair. */
  readonly location: unknown;
  /** Where the service copies backups to the pair unless told otherwise: its rule, in words. */
  readonly unset?: string;
}

/** The words of SQL and Cosmos DB (`Geo`), of Synapse (`GRS`) and of the flexible servers (`Enabled`). */
const toThePair = /^(?:Geo|GeoZone|GRS|RAGRS|GZRS|Enabled)$/i;
const inPlace = /^(?:Local|Zone|LRS|ZRS|Disabled)$/i;

/** Geo-redundant backups lie in the pair of the region table, else in a place that is unknown. An unknown word is not taken for either. */
export function geoBackup({ source, field, value, location, unset }: StatedBackup): Redundancy {
  const backup = { kind: "backs-up-to", source, field, location } as const;
  if (value === undefined || value === null || value === "") {
    if (unset === undefined) return { links: [], unread: "the redundancy of its backups is not stated" };
    return { links: [pairLink({ ...backup, rule: `provider default: ${unset}` })], unread: null };
  }
  if (typeof value === "string" && inPlace.test(value)) return { links: [], unread: null };
  if (typeof value === "string" && toThePair.test(value)) {
    return { links: [pairLink({ ...backup, rule: value })], unread: null };
  }
  return { links: [], unread: "the redundancy of its backups is of a kind that this version does not know" };
}
