import { lstat, open, readdir } from "node:fs/promises";
import { JingneiError } from "../model/index.ts";
import type { TemplateFile } from "./template.ts";

/** A plan of 100,000 resources has about 300 MB; V8 cannot hold a text of more than 512 MiB. */
const largestBytes = 400 * 1024 * 1024;

/** Read at once: plans are large, and every piece is a wait. */
const readBytes = 4 * 1024 * 1024;

/**
 * Reads what is to be judged; `-` is standard input.
 * @throws JingneiError `input` for what is missing, too large, binary or of another encoding than UTF-8 (UTF-16 with its mark is
 * read too: PowerShell writes it).
 */
export async function readTemplateFile(path: string, stdin: () => AsyncIterable<Uint8Array>): Promise<TemplateFile> {
  if (path === "-") return { path, text: decode(await gather(stdin(), path), path) };
  const found = await lstat(path).catch((error: unknown) => {
    const code = error instanceof Error && "code" in error ? String(error.code) : "unknown";
    const why = code === "ENOENT" ? "there is no such file" : `it cannot be read (${code})`;
    throw bad(path, why, "Name a plan, a template or a folder of them.");
  });
  if (found.isDirectory() || (found.isSymbolicLink() && (await isFolder(path))))
    return { path, text: "", isFolder: true };
  const file = await open(path, "r");
  try {
    const { size } = await file.stat();
    if (size > largestBytes) throw tooLarge(path);
    return {
      path,
      text: decode(await gather(file.createReadStream({ autoClose: false, highWaterMark: readBytes }), path), path),
    };
  } finally {
    await file.close();
  }
}

async function isFolder(path: string): Promise<boolean> {
  return (await readdir(path).catch(() => undefined)) !== undefined;
}

async function gather(stream: AsyncIterable<Uint8Array>, path: string): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of stream) {
    size += chunk.length;
    if (size > largestBytes) throw tooLarge(path);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function decode(bytes: Buffer, path: string): string {
  if (bytes.length === 0) throw bad(path, "the file is empty", "Write the plan or template again.");
  const encoding =
    bytes[0] === 0xff && bytes[1] === 0xfe ? "utf-16le" : bytes[0] === 0xfe && bytes[1] === 0xff ? "utf-16be" : "utf-8";
  if (encoding === "utf-8" && bytes.includes(0)) {
    const isZip = bytes[0] === 0x50 && bytes[1] === 0x4b;
    throw isZip
      ? bad(path, "it is a binary plan", `Write it as JSON first: terraform show -json ${path} > plan.json`)
      : bad(path, "it is a binary file", "Name a plan in JSON, or a template in JSON or YAML.");
  }
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch (error) {
    throw bad(path, "its text is neither UTF-8 nor UTF-16", "Save it as UTF-8.", error);
  }
}

function tooLarge(path: string): JingneiError {
  return bad(
    path,
    `it has more than ${largestBytes / 1024 / 1024} MiB`,
    "Split the change, or check its modules one by one.",
  );
}

function bad(path: string, why: string, remedy: string, cause?: unknown): JingneiError {
  return new JingneiError("input", `${path === "-" ? "standard input" : path}: ${why}`, remedy, cause);
}
