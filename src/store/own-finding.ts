import type { StreamedFinding } from "../model/index.ts";

/** What findings of one rule say alike: kept once, since it is most of their text. */
export type SharedWords = Pick<StreamedFinding, "remediation" | "basis">;

/** What a finding says by itself. */
export type OwnFinding = Omit<StreamedFinding, keyof SharedWords>;
