/** Bounds on hostile content. Whatever is over one is a gap that says which. */
export interface Limits {
  /** Bytes that one object may unfold to, all its members together. */
  readonly unfoldedBytes: number;
  /** Unfolded bytes per packed byte; beyond it a member is not read on. */
  readonly ratio: number;
  /** Archives within archives. */
  readonly depth: number;
  /** Members of one archive that are read; the rest is counted in one gap. */
  readonly members: number;
  /** Bytes held for a format that needs random access and comes as a stream. */
  readonly spoolBytes: number;
  /** Bytes of one line; a longer one is cut into pieces at token boundaries. */
  readonly lineBytes: number;
  /** Milliseconds for one object, whatever its size, and for every MiB of it as stored: 4 MiB a second are a slow disk's. */
  readonly milliseconds: number;
  readonly millisecondsPerMebibyte: number;
}

export const defaultLimits: Limits = {
  unfoldedBytes: 16 * 1024 ** 3,
  ratio: 1_000,
  depth: 8,
  members: 100_000,
  spoolBytes: 64 * 1024 ** 2,
  lineBytes: 1024 ** 2,
  milliseconds: 300_000,
  millisecondsPerMebibyte: 250,
};
