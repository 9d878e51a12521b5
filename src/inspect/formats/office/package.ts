import { ContentError } from "../../../model/index.ts";
import type { MemberPiece } from "../../piece.ts";
import type { ReaderInput } from "../../reader.ts";
import { createExtents } from "../binary/extents.ts";
import { type GapTally, gapPiece, gapTally } from "../binary/gap.ts";
import { memberPath, shown } from "../binary/member-name.ts";
import { randomAccess } from "../binary/random-access.ts";
import { directoryOf, type Entry } from "../zip/directory.ts";
import { closedBecause, extentOf, openEntry } from "../zip/open-entry.ts";
import { type XmlHandler, xmlTurns } from "./xml-events.ts";

/** The parts of a document that is a ZIP archive: Office Open XML, OpenDocument. */
export interface Package {
  /** Names of all parts, in the order of the archive. */
  readonly names: readonly string[];
  readonly gaps: GapTally;
  /** Reads a part and comes back now and then; nothing where there is none. What cannot be read is a gap. */
  xml(name: string, handler: XmlHandler): AsyncIterable<void>;
  /** A part with content of its own: a table within a letter. */
  member(name: string): AsyncIterable<MemberPiece>;
}

/** Parts of one document; real ones have some thousand. */
const mostParts = 100_000;

export async function packageOf(input: ReaderInput): Promise<Package> {
  const { object, limits, signal } = input;
  const file = await randomAccess(input);
  const entries = new Map<string, Entry>();
  for await (const entry of (await directoryOf(file)).entries()) {
    if (entries.size >= mostParts) break;
    // Some writers use the separator of Windows, and names differ in case.
    entries.set(entry.name.replaceAll("\\", "/"), entry);
  }
  const extents = createExtents();
  const gaps = gapTally("part");

  async function* chunksOf(name: string): AsyncIterable<Uint8Array> {
    const entry = entries.get(name);
    if (entry === undefined) return;
    const closed = closedBecause(entry);
    if (closed !== undefined) {
      gaps.add("unsupported", closed, shown(name));
      return;
    }
    const extent = await extentOf(file, entry);
    if (!extents.take(extent))
      throw new ContentError("malformed", "shares its bytes with another part: not unpacked again");
    const unpacked = openEntry(file, entry, extent, limits);
    try {
      for await (const chunk of unpacked.chunks()) {
        signal.throwIfAborted();
        yield chunk;
      }
    } finally {
      unpacked.close();
    }
    if (unpacked.gap !== undefined) gaps.add(unpacked.gap.reason, unpacked.gap.detail, shown(name));
  }

  return {
    names: [...entries.keys()],
    gaps,
    async *xml(name, handler) {
      try {
        yield* xmlTurns(chunksOf(name), handler);
      } catch (error) {
        if (!(error instanceof ContentError)) throw error;
        gaps.add(error.reason, error.message, shown(name));
      }
    },
    async *member(name) {
      const entry = entries.get(name);
      if (entry === undefined) return;
      yield {
        kind: "member",
        object: { path: memberPath(object.path, name), size: entry.bytes, stream: () => chunksOf(name) },
      };
    },
  };
}

/** Pictures and films in a document are no gap of their own each. */
export function picturesGap(names: readonly string[]) {
  const count = names.filter((name) =>
    /\.(png|jpe?g|gif|emf|wmf|bmp|tiff?|webp|svg|mp4|mov|mp3|m4a|wav|avi)$/i.test(name),
  ).length;
  return count === 0 ? [] : [gapPiece("skipped", `holds ${count} pictures, films or sounds: not looked into`)];
}
