import type { DetectorId, HeaderTopic } from "../../model/index.ts";

/** What a column's name says before any value is read. */
export interface HeaderHints {
  /** Detectors that the name speaks of plainly (`身份证号`, `id_card_no`). */
  readonly strong: ReadonlySet<DetectorId>;
  /** Detectors that it may speak of (`sj`, `no`): counts only together with values. */
  readonly weak: ReadonlySet<DetectorId>;
  /** The name says that it is something else (`phone_model`, `id_type`, `mobile_md5`). */
  readonly veto: boolean;
}

export const noHints: HeaderHints = { strong: new Set(), weak: new Set(), veto: false };

/** With what else it is about. */
export type NamedHints = HeaderHints & { readonly topics: ReadonlySet<HeaderTopic> };
