import { parentPort, workerData } from "node:worker_threads";
import type * as Library from "pdfjs-dist/legacy/build/pdf.mjs";

/** What the worker is given. */
export interface PdfOrder {
  readonly data: Uint8Array;
  /** Address of the library's module. */
  readonly library: string;
  /** Folder of the tables of characters, which Chinese fonts need; ends with a slash. */
  readonly tables: string;
  readonly pages: number;
}

/** What it answers, one for each time it is asked. */
export type PdfAnswer =
  | {
      readonly kind: "properties";
      readonly lines: readonly string[];
      readonly pages: number;
      readonly attachments: number;
    }
  | { readonly kind: "page"; readonly text: string }
  | { readonly kind: "failed"; readonly error: string }
  | { readonly kind: "end" };

const order: PdfOrder = workerData;
const answers = read(order);
const port = parentPort;
port?.on("message", () => {
  answers.next().then(
    ({ value, done }) => port.postMessage(done === true ? { kind: "end" } : value),
    // Names only: messages may quote what is in the document.
    (error) => port.postMessage({ kind: "failed", error: error instanceof Error ? error.name : "error" }),
  );
});

async function* read({ data, library, tables, pages }: PdfOrder): AsyncGenerator<PdfAnswer> {
  const { getDocument }: typeof Library = await import(library);
  const task = getDocument({
    data,
    cMapUrl: tables,
    cMapPacked: true,
    disableFontFace: true,
    useSystemFonts: false,
    verbosity: 0,
  });
  const document = await task.promise;
  const { info } = await document.getMetadata();
  const lines = Object.entries(info).flatMap(([name, value]) => propertyLines(name, value));
  const attachments = Object.keys((await document.getAttachments()) ?? {}).length;
  yield { kind: "properties", lines, pages: document.numPages, attachments };
  for (let number = 1; number <= Math.min(document.numPages, pages); number++) {
    const page = await document.getPage(number);
    const { items } = await page.getTextContent();
    const text = items.map((item) => ("str" in item ? `${item.str}${item.hasEOL ? "\n" : ""}` : "")).join("");
    const remarks = (await page.getAnnotations()).flatMap(remarkLines);
    yield { kind: "page", text: [text, ...remarks].join("\n") };
    page.cleanup();
  }
  await task.destroy();
}

/** Title, subject, keywords and what organisations add; versions and flags are no words. */
function propertyLines(name: string, value: unknown): readonly string[] {
  if (typeof value === "string" && !/^(PDFFormatVersion|CreationDate|ModDate|Producer|Creator)$/.test(name)) {
    return value.trim() === "" ? [] : [`${name}: ${value}`];
  }
  if (name !== "Custom" || typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, own]) => (typeof own === "string" ? [`${key}: ${own}`] : []));
}

/** What was written into forms and beside the text. */
function remarkLines(annotation: {
  readonly fieldName?: unknown;
  readonly fieldValue?: unknown;
  readonly contentsObj?: { readonly str?: unknown };
}): readonly string[] {
  const { fieldName, fieldValue, contentsObj } = annotation;
  const field =
    typeof fieldValue === "string" && fieldValue !== "" ? [`${String(fieldName ?? "")}: ${fieldValue}`] : [];
  const remark = contentsObj?.str;
  return [...field, ...(typeof remark === "string" && remark !== "" ? [remark] : [])];
}
