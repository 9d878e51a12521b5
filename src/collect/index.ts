export { collect } from "./collect.ts";
export type { CollectOutcome } from "./request.ts";
