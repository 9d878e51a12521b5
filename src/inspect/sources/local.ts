import { opendir, stat } from "node:fs/promises";
import { join, relative, resolve, sep } from "node:path";
import { type ContentGap, type ContentObject, type ContentSource, JingneiError } from "../../model/index.ts";
import { localFile, reasonOf } from "./local-file.ts";

/** Folders within folders; deeper ones are a gap, so that a loop of mounts ends. */
const deepest = 256;

/**
 * Files and folders of this machine, in the order of their names. Links are not followed: what they point to belongs to another
 * folder, or lies in a loop.
 * @throws JingneiError (input) where a path is not there.
 */
export function localSource(paths: readonly string[]): ContentSource {
  return {
    id: "local",
    async *list(signal) {
      // All of them before the first is read: half a result helps nobody.
      for (const path of paths) await statOf(path, true);
      for (const path of outermost(paths)) yield* walk(path, signal, 0, true);
    },
  };
}

/** A path that is given twice, or lies in a folder that is given too, counts once. */
function outermost(paths: readonly string[]): readonly string[] {
  return paths.filter((path, index) =>
    paths.every(
      (other, at) =>
        at === index || !isWithin(resolve(path), resolve(other)) || (resolve(path) === resolve(other) && index < at),
    ),
  );
}

function isWithin(path: string, folder: string): boolean {
  const from = relative(folder, path);
  return from === "" || (from !== ".." && !from.startsWith(`..${sep}`) && resolve(folder, from) === path);
}

async function* walk(
  path: string,
  signal: AbortSignal,
  depth: number,
  isAsked: boolean,
): AsyncIterable<ContentObject | ContentGap> {
  signal.throwIfAborted();
  const facts = await statOf(path, isAsked);
  if ("reason" in facts) yield facts;
  else if (facts.isFile()) yield localFile(path, facts.size, `${facts.size}-${facts.mtimeMs}`);
  else if (!facts.isDirectory()) yield { path, reason: "unsupported", detail: "neither a file nor a folder" };
  else if (depth >= deepest) yield { path, reason: "unsupported", detail: `more than ${deepest} folders deep` };
  else yield* walkFolder(path, signal, depth);
}

async function* walkFolder(
  path: string,
  signal: AbortSignal,
  depth: number,
): AsyncIterable<ContentObject | ContentGap> {
  const names: { readonly name: string; readonly isLink: boolean }[] = [];
  try {
    for await (const entry of await opendir(path)) names.push({ name: entry.name, isLink: entry.isSymbolicLink() });
  } catch (error) {
    yield { path, ...reasonOf(error) };
    return;
  }
  names.sort((a, b) => (a.name < b.name ? -1 : 1));
  for (const { name, isLink } of names) {
    const inner = join(path, name);
    if (isLink) yield { path: inner, reason: "skipped", detail: "a link: what it points to is read where it lies" };
    else yield* walk(inner, signal, depth + 1, false);
  }
}

async function statOf(path: string, isAsked: boolean) {
  try {
    return await stat(path);
  } catch (error) {
    if (!isAsked) return { path, ...reasonOf(error) };
    const { detail } = reasonOf(error);
    throw new JingneiError(
      "input",
      `${path}: ${detail}`,
      "Give files or folders that are there and may be read.",
      error,
    );
  }
}
