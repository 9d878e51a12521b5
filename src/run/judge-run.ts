import type { PolicyBook } from "../../policies/index.ts";
import { type EvaluateOptions, evaluate } from "../evaluate/index.ts";
import type { Config, Operator } from "../model/index.ts";
import { storesOfAccounts } from "../residency/accounts.ts";
import { linkRecords } from "../residency/link.ts";
import { questions } from "../residency/questions.ts";
import { spreadFacts } from "../residency/spread-facts.ts";
import { settleStandings } from "../residency/standing.ts";
import { type FindingShelf, storedFindings } from "../store/finding-shelf.ts";
import type { RunStore } from "../store/open.ts";
import { clearWhatIf } from "../store/what-if.ts";
import { askWhatIf, type OtherStatus } from "./what-if.ts";

export interface JudgeRequest extends Pick<EvaluateOptions, "mode" | "caseInsensitiveIds"> {
  readonly config: Config;
  readonly book: PolicyBook;
  readonly asOf: string;
  readonly baseline: ReadonlySet<string> | undefined;
  readonly whatIf: OtherStatus | undefined;
  /** Where findings go. Left out = into the store. */
  readonly findings?: FindingShelf;
  /** Told before facts travel, and before they are judged. */
  readonly phase?: (phase: "link" | "judge") => void;
}

/** From records to findings: links become edges, facts travel along them, and every edge is judged. */
export function judgeRun(store: RunStore, request: JudgeRequest): void {
  const { config, book, asOf, mode, caseInsensitiveIds, baseline, whatIf, phase = () => undefined } = request;
  const { findings = storedFindings(store) } = request;
  phase("link");
  linkRecords(store);
  spreadFacts(store);
  settleStandings(store);

  phase("judge");
  const { attestations, reviewedProviders } = config;
  const options: EvaluateOptions = {
    book,
    operator: config.operator,
    approvals: config.approvals,
    suppressions: config.suppressions,
    asOf,
    mode,
    caseInsensitiveIds,
    // A change says nothing of the operator and its accounts as a whole.
    ...(mode === "check" ? {} : { subjects: { stores: storesOfAccounts(store), attestations, reviewedProviders } }),
    ...(baseline === undefined ? {} : { baseline }),
  };
  findings.write(evaluate(questions(store), options));
  clearWhatIf(store);
  if (whatIf !== undefined) {
    const judge = (operator: Operator) => evaluate(questions(store), { ...options, operator });
    askWhatIf(store, findings.each(), whatIf, options, judge);
  }
  findings.relate();
}
