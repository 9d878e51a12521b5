import type { Detector, Reading } from "../detector.ts";
import { termDetector } from "./term-detector.ts";

/** A category of ICD-10 with its subcategory, which a bare letter and two digits (seats, shelves) is not. */
const icd10 = /^[A-TV-Z]\d{2}\.(?:\d{1,3}|x\d{2})(?:[x+*]\d{0,3})?$/i;

/** Diagnoses, medication and parts of patients' records, and codes of ICD-10. Health data of a person only beside an identifier of one. */
export const medicalTerm: Detector = termDetector(
  "medical-term",
  0.05,
  ["患者", "病人", "病历", "诊断", "处方", "住院", "门诊", "patient", "diagnosis", "icd"],
  (cell): Reading => (cell.length <= 12 && icd10.test(cell) ? "shape" : "no"),
);
