import { type Head, linesOf, type Signature, startsWith } from "./head.ts";

/** Sequences, alignments and variants. Of what species they are the formats do not say. */
export const genomeSignatures: readonly Signature[] = [
  { shows: ["genome"], detail: "VCF: variants of genomes", is: ({ text }) => text.startsWith("##fileformat=VCFv") },
  { shows: ["genome"], detail: "BCF: variants of genomes", is: (head) => startsWith(head, "BCF\x02") },
  { shows: ["genome"], detail: "BAM: aligned reads of a genome", is: (head) => startsWith(head, "BAM\x01") },
  {
    shows: ["genome"],
    detail: "CRAM: aligned reads of a genome",
    is: (head) => startsWith(head, "CRAM") && [2, 3, 4].includes(head.bytes[4] ?? 0),
  },
  {
    shows: ["genome"],
    detail: "SAM: aligned reads of a genome",
    is: ({ text }) => /^@(?:HD\tVN:|SQ\tSN:|RG\tID:)/.test(text),
  },
  { shows: ["genome"], detail: "FASTA: sequences of nucleotides", is: isFasta },
  { shows: ["genome"], detail: "FASTQ: reads of a sequencer", is: isFastq },
  { shows: ["genome"], detail: "BED: regions of a genome", is: isBed },
  { shows: ["genome"], detail: "GFF: annotation of a genome", is: ({ text }) => text.startsWith("##gff-version") },
  {
    shows: ["genome"],
    detail: "PLINK: genotypes of persons",
    is: ({ bytes }) => bytes[0] === 0x6c && bytes[1] === 0x1b && bytes[2] === 1,
  },
  {
    shows: ["genome"],
    detail: "2bit: a genome",
    is: ({ bytes }) =>
      isOneOf(bytes, [
        [0x43, 0x27, 0x41, 0x1a],
        [0x1a, 0x41, 0x27, 0x43],
      ]),
  },
  {
    shows: ["genome"],
    detail: "BigWig or BigBed: tracks of a genome",
    is: ({ bytes }) =>
      isOneOf(bytes, [
        [0x26, 0xfc, 0x8f, 0x88],
        [0xeb, 0xf2, 0x89, 0x87],
      ]),
  },
  {
    shows: ["genome"],
    detail: "SRA or SFF: reads of a sequencer",
    is: (head) => startsWith(head, "NCBI.sra") || startsWith(head, ".sff\0\0\0\x01"),
  },
  {
    shows: ["genome"],
    detail: "IDAT: intensities of a genotyping chip",
    is: (head) => startsWith(head, "IDAT\x03\0\0\0"),
  },
  { shows: ["genome"], detail: "genotypes by position, as gene tests give them out", is: isConsumerTest },
];

function isOneOf(bytes: Uint8Array, magics: readonly (readonly number[])[]): boolean {
  return magics.some((magic) => magic.every((byte, index) => bytes[index] === byte));
}

/** A `>` line, and below it at least sixty bases and nothing else. Proteins have letters that bases do not. */
function isFasta(head: Head): boolean {
  if (!/^[>;]\S/.test(head.text)) return false;
  const lines = linesOf(head, 40);
  const next = lines.findIndex((line, index) => index > 0 && line.startsWith(">"));
  const body = lines.slice(1, next === -1 ? undefined : next).join("");
  return (
    body.length >= 60 &&
    /^[ACGTUNRYKMSWBDHV*-]+$/i.test(body) &&
    (body.match(/[acgtun]/gi)?.length ?? 0) > 0.9 * body.length
  );
}

/** Four lines a record: name, bases, `+`, as many qualities as bases. */
function isFastq(head: Head): boolean {
  const [name = "", bases = "", plus = "", quality = ""] = linesOf(head, 4);
  if (!name.startsWith("@") || !plus.startsWith("+")) return false;
  // Long reads run beyond the head.
  const isLong = head.text.length >= 8_000 && quality.length < bases.length;
  return bases.length >= 15 && /^[ACGTUN.]+$/i.test(bases) && (quality.length === bases.length || isLong);
}

function isBed(head: Head): boolean {
  const lines = linesOf(head, 20).filter((line) => line !== "" && !/^(?:#|track|browser)/.test(line));
  return (
    lines.length >= 3 &&
    lines.every((line) => /^(?:chr)?(?:[1-9]|1\d|2[0-2]|[XYM]|MT|Un)\w*\t\d+\t\d+(?:\t|$)/.test(line)) &&
    lines.some((line) => line.startsWith("chr"))
  );
}

function isConsumerTest({ text }: Head): boolean {
  return /^(?:#[^\n]*\n)*#?\s*"?rsid"?[\t,]"?chromosome"?[\t,]"?position"?[\t,]/i.test(text);
}
