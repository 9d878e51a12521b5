export { type Check, type CheckResult, checkResults, type EnteredAccount, type Preflight } from "./check.ts";
export { type PreflightRequest, preflight } from "./preflight.ts";
