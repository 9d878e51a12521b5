import type { Judgement, StreamedFinding, Summary } from "../model/index.ts";
import { countFindings, eachFinding, membersOf, readFindings, relateFindings, writeFindings } from "./findings.ts";
import type { RunStore } from "./open.ts";
import type { OwnFinding } from "./own-finding.ts";

/** Where the findings of a run are kept: in its file, or, where what is judged is bounded, on the heap. */
export interface FindingShelf {
  /** Takes the place of what was written before. */
  write(judgements: Iterable<Judgement>): void;
  /** A store outside and the flow that feeds it are two findings; each names the other in `related`. */
  relate(): void;
  /** Worst first: severity, verdict, policy, resource, id. */
  read(): Iterable<StreamedFinding>;
  /** The same in no order that counts; writing elsewhere meanwhile does no harm. */
  each(): Iterable<OwnFinding>;
  /** Ids folded into a finding, sorted. */
  members(finding: string): Iterable<string>;
  /** By verdict and severity, in their order. */
  counts(): Summary["findings"];
}

/** Findings in the file of the run. */
export function storedFindings(store: RunStore): FindingShelf {
  return {
    write: (judgements) => writeFindings(store, judgements),
    relate: () => relateFindings(store),
    read: () => readFindings(store),
    each: () => eachFinding(store),
    members: (finding) => membersOf(store, finding),
    counts: () => countFindings(store),
  };
}
