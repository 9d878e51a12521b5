export { collect } from "./collect.ts";
export type { OpenContent } from "./open-contents.ts";
