import type { Attestation } from "./config.ts";
import type { DataClass, Origin } from "./data-class.ts";
import type { DataKind } from "./data-kind.ts";
import type { ReportResource } from "./document.ts";
import type { Edge } from "./edge.ts";
import type { Jurisdiction } from "./place.ts";
import type { SourceLine } from "./record.ts";
import type { StreamedFinding } from "./reporter.ts";

/** One edge with what is known of both ends: what `evaluate/` judges. Streams out of the run store in a fixed order. */
export interface EdgeInQuestion {
  /** The observed resource a finding would sit on. */
  readonly resource: Pick<
    ReportResource,
    "id" | "type" | "role" | "name" | "provider" | "partition" | "account" | "place" | "tags" | "scope"
  > &
    Partial<Pick<ReportResource, "attributes">> & { readonly declared?: SourceLine };
  readonly edge: Edge;
  /** Name of the other end, where it was observed. */
  readonly otherName?: string;
  /** Data of the edge: the resource's own where it rests, the source's where it flows. */
  readonly data: DataInQuestion;
  /** Ids and other names of the stores this data was copied from, nearest first: approvals may name any of them. Read only when needed. */
  sources(): readonly string[];
  /** Other names of the resource, such as the ARN of what is planned; globs may match them too. Read only when needed. */
  names?(): readonly string[];
  /** Why the data is of its classes and its origin, a line each: the tag, the name, what it was copied from. Read only for a finding. */
  classEvidence?(): readonly string[];
}

export interface DataInQuestion {
  /** Classes held, with the confidence of each; empty = unclassified. */
  readonly classes: readonly { readonly class: DataClass; readonly confidence: number }[];
  readonly origin: Origin;
  readonly originContradicted: boolean;
  /** What is declared of it is less than what was found in it. Left out = it is not. */
  readonly classUnderstated?: boolean;
  readonly mainlandCopy: "yes" | "no" | "unknown";
  /** Whole copies, the resource itself included, were seen in two mainland regions. Left out = not observed. */
  readonly secondMainlandRegion?: boolean;
  /** Kinds that tags declare, sorted. Left out = none. */
  readonly kinds?: readonly DataKind[];
  /** Highest graded-protection level that tags state, 1 to 5. Left out = none. */
  readonly mlps?: number;
}

/** Stores and copies of an account that share all that its rules look at, and how many there are. */
export interface StoresInQuestion {
  readonly provider: string;
  readonly partition: string;
  readonly account: string;
  readonly jurisdiction: Jurisdiction;
  readonly scope: ReportResource["scope"];
  readonly classes: DataInQuestion["classes"];
  /** 0 for an account of which other resources were seen only. */
  readonly count: number;
}

/** What rules about the operator, its accounts, platforms and recorded routes look at besides the operator and the approvals. */
export interface SubjectsInQuestion {
  /** Sorted by provider, partition and account; bounded by the distinct combinations, not by the number of stores. */
  readonly stores: Iterable<StoresInQuestion>;
  readonly attestations: readonly Attestation[];
  readonly reviewedProviders: readonly string[];
}

/** What `evaluate/` hands back: a finding, or a resource that joins a folded one. */
export type Judgement =
  | { readonly kind: "finding"; readonly finding: StreamedFinding }
  | { readonly kind: "member"; readonly finding: StreamedFinding; readonly resource: string };
