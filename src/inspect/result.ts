import type { ContentGap, DetectorId, HeaderTopic } from "../model/index.ts";
import type { EvidenceGroup } from "./class-of.ts";
import type { DistinctCounter } from "./distinct.ts";
import type { Mark } from "./engine/inspection.ts";

/** What was seen in one object, without any value of it. */
export interface ObjectResult {
  readonly path: string;
  /** `csv`, `parquet`; `unknown` where no reader knows it. */
  readonly format: string;
  /** Of text formats. */
  readonly encoding?: string;
  /** What the content was wrapped in, outermost first: `gzip`. */
  readonly wrappers: readonly string[];
  readonly bytes?: number;
  /** Bytes of it that were looked at, unpacked. */
  readonly inspectedBytes: number;
  /** Only a part was asked for (sampling), or the reading stopped early. */
  readonly isPart: boolean;
  readonly detectors: ReadonlyMap<DetectorId, DetectorResult>;
  readonly columns: readonly ColumnResult[];
  /** Topics that names of columns speak of, with the names. */
  readonly topics: ReadonlyMap<HeaderTopic, readonly string[]>;
  /** Evidence by table, and that of running text: what may mean more together. */
  readonly groups: readonly EvidenceGroup[];
  readonly marks: readonly Mark[];
  readonly gaps: readonly ContentGap[];
  /** What was inside an archive; its findings are in this result too. */
  readonly members: readonly ObjectResult[];
}

export interface DetectorResult {
  /** Values seen; those of names, addresses and terms among the sampled cells only. */
  readonly matches: number;
  /** Values of which a part is hidden (`138****5678`), among the sampled cells. */
  readonly masked: number;
  readonly distinct: DistinctCounter;
  /** 0 to 1, see `columns/vote.ts`. */
  readonly confidence: number;
}

export interface ColumnResult {
  /** Table, sheet or record type; "" where there is one only. */
  readonly table: string;
  readonly name: string;
  readonly detector: DetectorId;
  /** Share of the weighed cells. */
  readonly share: number;
  readonly confidence: number;
}
