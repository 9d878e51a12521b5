export { collect } from "./collect.ts";
export type { OpenContent } from "./request.ts";
