import { createRequire } from "node:module";
import { sep } from "node:path";
import { pathToFileURL } from "node:url";
import type { Piece } from "../piece.ts";
import type { Reader, ReaderInput } from "../reader.ts";
import { gapPiece, malformed, unsupported } from "./binary/gap.ts";
import { randomAccess } from "./binary/random-access.ts";
import { freeLayout } from "./line-layout.ts";
import { pdfThread } from "./pdf/pdf-thread.ts";
import type { PdfOrder } from "./pdf/pdf-worker.ts";

/** Text of the pages, what was written into forms, remarks. Pictures are not read, nor text outside the edges of a page (pdfjs-dist 6.5 drops it). */
export const pdf: Reader = {
  format: "pdf",
  recognises(head) {
    // Readers allow for some bytes before it.
    return Buffer.from(head.subarray(0, 1_024)).includes("%PDF-") ? 3 : 0;
  },
  read: readPdf,
};

/** Pages of one document that are read, and of a sample. */
const mostPages = 5_000;
const sampledPages = 50;
/** For all pages: the library needs longer for each, the more there are (18 MB with 100,000 of them: 6 ms each of the first 5,000). */
const mostMilliseconds = 60_000;
/** Lines of the first page that may be its title. */
const titleLines = 6;
const titleCharacters = 30;

async function* readPdf(input: ReaderInput): AsyncIterable<Piece> {
  const library = libraryOf();
  if (library === undefined) {
    yield gapPiece(
      "unsupported",
      "needs the optional package pdfjs-dist, which is not installed: npm install pdfjs-dist",
    );
    return;
  }
  const isPart = input.windows !== undefined || input.rows !== undefined;
  const pages = isPart ? sampledPages : mostPages;
  const thread = pdfThread({ ...library, data: await wholeOf(input), pages }, input.signal);
  try {
    yield* answers(thread.next, pages, isPart, Math.min(mostMilliseconds, input.limits.milliseconds));
  } finally {
    await thread.end();
  }
}

async function* answers(
  next: ReturnType<typeof pdfThread>["next"],
  pages: number,
  isPart: boolean,
  milliseconds: number,
): AsyncIterable<Piece> {
  const layout = freeLayout("pdf");
  const began = performance.now();
  let total = 0;
  let read = 0;
  let empty = 0;
  for (let answer = await next(); answer.kind !== "end"; answer = await next()) {
    if (answer.kind === "failed") throw errorOf(answer.error);
    if (answer.kind === "properties") {
      total = answer.pages;
      const text = answer.lines.map((line) => `${line}\n`).join("");
      if (text !== "") yield { kind: "text", bytes: Buffer.from(text), layout, zone: "title" };
      if (answer.attachments > 0) yield gapPiece("unsupported", `has ${answer.attachments} files attached: not read`);
      continue;
    }
    if (performance.now() - began > milliseconds) {
      yield gapPiece("timeout", `took longer than ${milliseconds / 1_000} s: ${read} of ${total} pages were read`);
      break;
    }
    read += 1;
    const text = answer.text.trim();
    if (text === "") {
      empty += 1;
      continue;
    }
    const title = read === 1 ? titleEnd(text) : 0;
    if (title > 0) yield { kind: "text", bytes: Buffer.from(text.slice(0, title)), layout, zone: "title" };
    if (title < text.length) yield { kind: "text", bytes: Buffer.from(`${text.slice(title)}\n`), layout };
  }
  if (empty > 0) yield gapPiece("unsupported", `${empty} of ${read} pages have no text: pictures of text are not read`);
  if (total > pages && !isPart) yield gapPiece("unsupported", `has more than ${pages} pages: the rest was not read`);
}

/** End of the short lines that a document begins with. */
function titleEnd(text: string): number {
  let end = 0;
  for (let line = 0; line < titleLines; line++) {
    const found = text.indexOf("\n", end);
    const next = found === -1 ? text.length : found + 1;
    if (next - end > titleCharacters) break;
    end = next;
  }
  return end;
}

function errorOf(name: string): Error {
  if (name === "PasswordException") return unsupported("is encrypted with a password: not read");
  return malformed(`is damaged (${/^\w{1,40}$/.test(name) ? name : "error"})`);
}

/** Where the library and its tables of characters lie; `undefined` where it is not installed. */
function libraryOf(): Pick<PdfOrder, "library" | "tables"> | undefined {
  const { resolve } = createRequire(import.meta.url);
  try {
    const path = resolve("pdfjs-dist/legacy/build/pdf.mjs");
    const root = path.slice(0, path.lastIndexOf("legacy"));
    return { library: pathToFileURL(path).href, tables: `${root}cmaps${sep}` };
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "MODULE_NOT_FOUND") return undefined;
    throw error;
  }
}

/** The format is read from its end and back and forth; the library wants all of it. */
async function wholeOf(input: ReaderInput): Promise<Uint8Array> {
  const file = await randomAccess(input);
  if (file.size > input.limits.spoolBytes) {
    throw unsupported(`has more than ${input.limits.spoolBytes} bytes, which are needed at once: not read`);
  }
  const whole = new Uint8Array(file.size);
  whole.set(await file.read(0, file.size));
  return whole;
}
