export { type Compared, type Comparison, compareReports, comparisons } from "../evaluate/compare.ts";
