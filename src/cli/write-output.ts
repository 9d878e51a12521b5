import { access, constants, type FileHandle, mkdir, open, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { JingneiError, type Language, type Reporter, type ReportSource } from "../model/index.ts";
import type { OutputSettings } from "./output-settings.ts";
import { packed } from "./packed.ts";

export interface Writing {
  readonly output: OutputSettings;
  readonly reporters: Readonly<Record<string, () => Promise<Reporter>>>;
  readonly lang: Language;
  /** A baseline was given. */
  readonly compared?: boolean;
  readonly stdout: NodeJS.WritableStream;
}

/**
 * Makes the folder before the work starts: a scan of hours must not end at a folder that cannot be written.
 * @throws JingneiError `usage`
 */
export async function prepareOutput(output: OutputSettings): Promise<void> {
  if (output.kind === "stdout") return;
  try {
    await mkdir(output.path, { recursive: true });
    await access(output.path, constants.W_OK);
  } catch (error) {
    throw unwritable(output.path, error);
  }
}

/**
 * Writes every report, streaming. A file appears under its name when it is whole: readers never see half of one.
 * @returns the files written, none for stdout.
 */
export async function writeReports(source: ReportSource, writing: Writing): Promise<readonly string[]> {
  const { output } = writing;
  const options = { lang: writing.lang, compared: writing.compared === true };
  if (output.kind === "stdout") {
    const reporter = await load(writing, output.format);
    await writeToStdout(reporter.render(source, options), writing.stdout);
    return [];
  }
  const written: string[] = [];
  for (const format of output.formats) {
    const reporter = await load(writing, format);
    const path = join(output.path, `report.${reporter.extension}`);
    await writeFile(path, reporter.render(source, options));
    written.push(path);
  }
  return written;
}

/** Product to stdout. Who reads may stop early (`| head`): that is no error. */
export async function writeToStdout(
  chunks: Iterable<string> | AsyncIterable<string>,
  stdout: NodeJS.WritableStream,
): Promise<void> {
  try {
    await pipeline(Readable.from(chunks), stdout, { end: false });
    // The pipeline ends when the last chunk is handed over; whether it got through shows after it.
    await new Promise<void>((done, fail) => stdout.write("", (error) => (error ? fail(error) : done())));
  } catch (error) {
    if (isClosedPipe(error)) return;
    throw error instanceof Error && "syscall" in error ? unwritable("stdout", error) : error;
  }
}

/** Writes one file, which appears when it is whole. */
export async function writeFile(path: string, chunks: Iterable<string> | AsyncIterable<string>): Promise<void> {
  const unfinished = `${path}.${process.pid}.tmp`;
  try {
    const file = await open(unfinished, "w");
    try {
      await writeAll(file, chunks);
    } finally {
      await file.close();
    }
    await rename(unfinished, path);
  } catch (error) {
    await rm(unfinished, { force: true });
    if (error instanceof Error && "syscall" in error) throw unwritable(path, error);
    throw error;
  }
}

async function writeAll(file: FileHandle, texts: Iterable<string> | AsyncIterable<string>): Promise<void> {
  if (Symbol.asyncIterator in texts) {
    for await (const text of texts) await file.writeFile(text);
    return;
  }
  // While one buffer is on its way to the disk the next is filled, without a turn of the event loop between.
  let writing = Promise.resolve();
  try {
    for (const bytes of packed(texts)) {
      await writing;
      writing = file.writeFile(bytes);
    }
  } finally {
    await writing;
  }
}

async function load(writing: Writing, format: string): Promise<Reporter> {
  const reporter = await writing.reporters[format]?.();
  if (reporter === undefined) throw new Error(`no reporter writes ${format}, though the format was accepted`);
  return reporter;
}

function isClosedPipe(error: unknown): boolean {
  return error instanceof Error && "code" in error && (error.code === "EPIPE" || error.code === "ERR_STREAM_DESTROYED");
}

function unwritable(path: string, error: unknown): JingneiError {
  const why = error instanceof Error && "code" in error ? ` (${String(error.code)})` : "";
  return new JingneiError(
    "usage",
    `${path} cannot be written${why}`,
    "Make room or give leave there, or write elsewhere.",
    error,
  );
}
