import type { Random } from "../../support/seeded-random.ts";
import type { Label } from "./label.ts";
import type { Value } from "./values.ts";

/** Columns of something else that looks like an identifier, a name or a term. */
export interface NearMiss {
  readonly kind: string;
  /** What it could be taken for. */
  readonly of: readonly Label[];
  /** Names that such a column has: plain ones, and (after them) those that would mislead a reader of names. */
  readonly headers: readonly string[];
  readonly misleading: readonly string[];
  readonly make: (column: Random) => Value;
}
