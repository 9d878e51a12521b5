export { createClassifier } from "./classifier.ts";
