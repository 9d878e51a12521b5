export { type Check, type CheckResult, checkResults, type Preflight } from "./check.ts";
export { preflight } from "./preflight.ts";
