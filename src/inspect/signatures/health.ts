import { type Head, numberAt, type Signature, startsWith } from "./head.ts";

/** Resources of FHIR that speak of one person; code systems and profiles do not. */
const personal =
  "Patient|RelatedPerson|Observation|Condition|Encounter|Procedure|DiagnosticReport|MedicationRequest|MedicationStatement|AllergyIntolerance|Immunization|CarePlan|Claim|Coverage|DocumentReference|ImagingStudy|Specimen|ServiceRequest";
const fhirJson = new RegExp(`"resourceType"\\s*:\\s*"(?:${personal})"`);
const fhirXml = new RegExp(`<(?:${personal}|Bundle)\\b[^>]*xmlns="http://hl7\\.org/fhir"`);

const ofPatients = ["health", "account"] as const;

/** Images, recordings and messages of medicine. */
export const healthSignatures: readonly Signature[] = [
  {
    shows: ofPatients,
    detail: "DICOM: a medical image with the name or number of a patient",
    is: (head) => isDicom(head) && namesPatient(head),
  },
  { shows: ["medical-term"], detail: "DICOM: a medical image", is: (head) => isDicom(head) && !namesPatient(head) },
  { shows: ["medical-term"], detail: "NIfTI or Analyze: a medical image", is: isNifti },
  { shows: ofPatients, detail: "EDF or BDF: a recording of the brain, heart or sleep", is: isEdf },
  {
    shows: ofPatients,
    detail: "SCP-ECG: a recording of the heart",
    is: (head) => startsWith(head, "SCPECG", 16),
  },
  {
    shows: ofPatients,
    detail: "HL7 version 2: messages of hospitals",
    is: ({ text }) => /^(?:MSH|FHS|BHS)\|\^~\\&/.test(text),
  },
  {
    shows: ofPatients,
    detail: "FHIR: records of patients",
    is: ({ text }) => fhirJson.test(text) || fhirXml.test(text),
  },
  {
    shows: ofPatients,
    detail: "HL7 CDA: a clinical document",
    is: ({ text }) => /<(?:\w+:)?ClinicalDocument\b/.test(text) && text.includes("urn:hl7-org:v3"),
  },
];

/** DICOM PS3.10: `DICM` behind a preamble of 128 bytes; older files begin with the first elements of group 0008. */
function isDicom(head: Head): boolean {
  if (startsWith(head, "DICM", 128)) return true;
  if (numberAt(head, 0, 2, true) !== 8 || ![0, 1, 5, 8, 0x16].includes(numberAt(head, 2, 2, true))) return false;
  return /^(?:UL|CS|UI)$/.test(String.fromCharCode(head.bytes[4] ?? 0, head.bytes[5] ?? 0));
}

/** Elements (0010,0010) and (0010,0020) with something in them. */
function namesPatient({ bytes }: Head): boolean {
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (const [element, type] of [
    [0x10, "PN"],
    [0x20, "LO"],
  ] as const) {
    const tag = Buffer.from([0x10, 0, element, 0]);
    for (let at = view.indexOf(tag, 128); at !== -1 && at + 8 <= view.length; at = view.indexOf(tag, at + 1)) {
      const isExplicit = view.toString("latin1", at + 4, at + 6) === type;
      const length = isExplicit ? view.readUInt16LE(at + 6) : view.readUInt32LE(at + 4);
      // Anonymisers write their own word into it, or blanks.
      const value = view.toString("latin1", at + 8, at + 8 + Math.min(length, 64)).trim();
      if (length > 0 && length <= 324 && !/^(?:anon.*|\0*|none|unknown|removed)$/i.test(value)) return true;
    }
  }
  return false;
}

/** NIfTI-1 and -2 by their magic; Analyze 7.5 by its fixed fields. */
function isNifti(head: Head): boolean {
  for (const isLittle of [true, false]) {
    const size = numberAt(head, 0, 4, isLittle);
    if (size === 540) return startsWith(head, "n+2\0", 4) || startsWith(head, "ni2\0", 4);
    if (size !== 348) continue;
    if (startsWith(head, "n+1\0", 344) || startsWith(head, "ni1\0", 344)) return true;
    return numberAt(head, 32, 4, isLittle) === 16_384 && startsWith(head, "r", 38);
  }
  return false;
}

/** A fixed header of 256 bytes: version, patient, recording, `dd.mm.yyhh.mm.ss`, its own length. */
function isEdf(head: Head): boolean {
  if (!startsWith(head, "0       ") && !startsWith(head, "\xffBIOSEMI")) return false;
  const fixed = String.fromCharCode(...head.bytes.subarray(168, 192));
  return /^\d\d\.\d\d\.\d\d\d\d\.\d\d\.\d\d\d{1,8} *$/.test(fixed);
}
