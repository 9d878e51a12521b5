export { type Classifier, createClassifier } from "./classifier.ts";
