export { collect } from "./collect.ts";
export type { CollectOutcome, CollectRequest, CollectSource } from "./request.ts";
