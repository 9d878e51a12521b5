export { createGazetteer } from "./gazetteer.ts";
export { jurisdictionOf } from "./jurisdiction.ts";
