import type { Detector } from "../detector.ts";
import { termDetector } from "./term-detector.ts";

/** Words of accounts, credit, income and insurance of persons. */
export const financialTerm: Detector = termDetector("financial-term", 0.05, [
  "账户",
  "客户",
  "借款",
  "贷款",
  "工资",
  "保单",
  "account",
  "loan",
  "salary",
]);
