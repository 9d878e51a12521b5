/** The programmatic API: what `jingnei` does, as functions. Types are the words of the report. */

export { loadPolicies } from "../policies/index.ts";
export { providers } from "../providers/index.ts";
export * from "./model/index.ts";
export {
  dayInShanghai,
  type FinishedRun,
  openRun,
  type ProviderRegistry,
  type ScanRequest,
  scan,
} from "./run/index.ts";
