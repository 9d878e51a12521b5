import { closeSync, fstatSync, openSync, readFileSync, realpathSync } from "node:fs";
import { dirname, isAbsolute, join, relative, resolve, sep } from "node:path";
import { largestText } from "./bounds.ts";

export interface NestedFile {
  /** As messages and locations name it: the way from where the user stands. */
  readonly path: string;
  /** The same for every way to it. */
  readonly real: string;
  readonly text: string;
}

/**
 * The template of a nested stack, where it is a file beside the one that was given, or in a folder below. A template comes from
 * whoever proposes the change: it must not make the gate read files elsewhere, nor call anything.
 * @param reference as the template has it; may hold a signed URL and is never shown
 * @param parent path of the template that refers to it; `-` = standard input
 * @param given path of the file that the user named: nothing outside its folder is read
 */
export function openNestedFile(
  reference: string,
  parent: string,
  given: string,
): NestedFile | { readonly why: string } {
  if (given === "-") return { why: "standard input has no folder in which to look for its template" };
  if (/^[a-z][a-z0-9+.-]*:/i.test(reference)) return { why: "its template is at an address, and only files are read" };
  if (isAbsolute(reference) || reference.includes("\0")) return { why: "its template is no file beside this one" };
  const path = join(dirname(parent), reference);
  const folder = realPathOf(dirname(resolve(given)));
  const real = realPathOf(resolve(path));
  if (folder === undefined || real === undefined) return { why: "its template is not there" };
  const way = relative(folder, real);
  if (way === ".." || way.startsWith(`..${sep}`) || isAbsolute(way)) {
    return { why: "its template lies outside the folder of the file that was given" };
  }
  const text = textOf(real);
  return text === undefined ? { why: "its template cannot be read as text" } : { path, real, text };
}

/** The path without links, where there is such a file. */
export function realPathOf(path: string): string | undefined {
  try {
    return realpathSync(path);
  } catch (error) {
    if (isSystemError(error)) return undefined;
    throw error;
  }
}

function textOf(real: string): string | undefined {
  try {
    const file = openSync(real, "r");
    try {
      const { size } = fstatSync(file);
      // A pipe or a device says nothing of its size and may never end.
      if (!fstatSync(file).isFile() || size > largestText) return undefined;
      return new TextDecoder("utf-8", { fatal: true }).decode(readFileSync(file));
    } finally {
      closeSync(file);
    }
  } catch (error) {
    if (isSystemError(error) || error instanceof TypeError) return undefined;
    throw error;
  }
}

function isSystemError(error: unknown): boolean {
  return error instanceof Error && "syscall" in error;
}
