import type { Detector, Found, Reading } from "../detector.ts";

const leastBases = 60;
/** `rs` number of dbSNP: a place in the genome, not yet anybody's. */
const variant = /^rs\d{3,12}$/;

/**
 * Sequences of nucleotides: cells, FASTA and FASTQ records, headers of VCF. Whose genome it is, or of what species, the letters do not say.
 */
export const genome: Detector = {
  id: "genome",
  // Sixty letters of any text are all bases with a chance far below this.
  chance: 1e-6,
  needs: "alone",
  context: ["genome", "fasta", "fastq", "vcf", "sequence", "genotype", "基因", "测序", "碱基"],
  person: false,
  weigh,
  canonical: (cell) => cell.replaceAll(/\s/g, "").toUpperCase(),
  findIn,
};

function weigh(cell: string): Reading {
  if (cell.length >= leastBases) return isSequence(cell, 0, cell.length) ? "valid" : "no";
  return variant.test(cell) ? "shape" : "no";
}

/** Line by line: a sequence counts under a FASTA or FASTQ header or beside further ones; a header of VCF at once. */
function* findIn(text: string): Generator<Found> {
  let start = 0;
  let wasHeader = false;
  while (start < text.length) {
    const newline = text.indexOf("\n", start);
    const end = newline === -1 ? text.length : newline;
    const last = end > start && text.charCodeAt(end - 1) === 13 ? end - 1 : end;
    if (isVcfHeader(text, start)) yield { start, end: last, reading: "valid" };
    else if (last - start >= leastBases && isSequence(text, start, last)) {
      yield { start, end: last, reading: wasHeader ? "valid" : "shape" };
    }
    const first = text.charCodeAt(start);
    // The lines of one record go on under its header.
    wasHeader = first === 0x3e || first === 0x40 || (wasHeader && isSequence(text, start, last));
    start = end + 1;
  }
}

function isVcfHeader(text: string, start: number): boolean {
  return text.startsWith("##fileformat=VCFv", start) || text.startsWith("#CHROM\tPOS\tID\tREF\tALT", start);
}

/** Only letters of bases, at least three different ones: a ruler of `A` or `N` is none. */
function isSequence(text: string, start: number, end: number): boolean {
  let seen = 0;
  for (let at = start; at < end; at++) {
    const bit = bitOf(text.charCodeAt(at) | 0x20);
    if (bit === 0) return false;
    seen |= bit;
  }
  return end > start && (seen & 1) + ((seen >> 1) & 1) + ((seen >> 2) & 1) + ((seen >> 3) & 1) >= 3;
}

/** a, c, g, t or u; n and - (0x2d) say nothing of the four. */
function bitOf(code: number): number {
  if (code === 0x61) return 1;
  if (code === 0x63) return 2;
  if (code === 0x67) return 4;
  if (code === 0x74 || code === 0x75) return 8;
  return code === 0x6e || code === 0x2d ? 16 : 0;
}
