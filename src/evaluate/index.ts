export { evaluate } from "./evaluate.ts";
export type { EvaluateOptions } from "./options.ts";
