import type { PolicyBook } from "../../policies/index.ts";
import type { Approval, Operator, Suppression } from "../model/index.ts";
import type { ParameterWords } from "./describe.ts";

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
}

/** The options, and what is worked out from them once. */
export interface RunContext extends EvaluateOptions {
  readonly parameterWords: ParameterWords;
}
