export { createGazetteer, type Gazetteer } from "./gazetteer.ts";
export { jurisdictionOf } from "./jurisdiction.ts";
