import type { PolicyBook } from "../../policies/index.ts";
import type { Approval, Operator, SubjectsInQuestion, Suppression } from "../model/index.ts";
import type { ParameterWords, PlaceWords } from "./describe.ts";

export interface EvaluateOptions {
  readonly book: PolicyBook;
  readonly operator: Operator;
  readonly approvals: readonly Approval[];
  readonly suppressions: readonly Suppression[];
  /** Day whose law and approvals apply, `YYYY-MM-DD` in Asia/Shanghai. */
  readonly asOf: string;
  readonly mode: "scan" | "check" | "demo";
  /** Whether ids of this provider differ in case only; globs and fingerprints then compare in lower case. */
  readonly caseInsensitiveIds: (provider: string) => boolean;
  /** Fingerprints of an earlier run: what is not among them is `new`. Left out = everything is `open`. */
  readonly baseline?: ReadonlySet<string>;
  /** What rules with a subject look at. Left out = they are not asked, as in the check of a plan. */
  readonly subjects?: SubjectsInQuestion;
}

/** The options, and what is worked out from them once. */
export interface RunContext extends EvaluateOptions {
  readonly parameterWords: ParameterWords;
  readonly placeIn: PlaceWords;
}
