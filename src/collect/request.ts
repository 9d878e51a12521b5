import type {
  CollectSink,
  ContentSource,
  Coverage,
  OpenableStore,
  Provider,
  RunListener,
  Scope,
} from "../model/index.ts";

/** One entry under `sources:`, already read by its provider's own schema. */
export interface CollectSource {
  readonly provider: Provider;
  readonly source: unknown;
  /** Names the entry to its reader, such as `sources[0] (aws)`. Stands for the account while that is not known. */
  readonly label: string;
}

/** A store as the run has kept it. */
export interface StoredStore extends OpenableStore {
  readonly scope: Scope;
  readonly type: string;
}

/** Opens what stores hold: `undefined` where nobody reads the content of that type, or its account was not entered. */
export type OpenContent = (store: StoredStore) => ContentSource | undefined;

export interface CollectRequest {
  readonly sources: readonly CollectSource[];
  readonly sink: CollectSink;
  readonly signal: AbortSignal;
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Globs on types and regions. */
  readonly only: readonly string[];
  readonly skip: readonly string[];
  /** Calls in flight per account × region × service (16). Twice as many tasks run at once. */
  readonly concurrency?: number;
  /** Milliseconds one attempt may take (20,000). */
  readonly timeoutMs?: number;
  /** Attempts per call (5). */
  readonly attempts?: number;
  readonly listener?: RunListener;
  /** Called when everything was read, to look into what stores hold. */
  readonly inspect?: (open: OpenContent, signal: AbortSignal) => Promise<void>;
}

/** What a run could see besides records and gaps. Every list is sorted and free of repetition. */
export interface CollectOutcome extends Pick<Coverage, "notEnabled" | "excluded" | "endpoints" | "regionDifferences"> {
  readonly scopes: readonly Scope[];
  readonly interrupted: boolean;
}
