export { dayInShanghai } from "./day.ts";
export { type FinishedRun, openRun, type ProviderRegistry, type ScanRequest, scan } from "./scan.ts";
export type { OtherStatus } from "./what-if.ts";
