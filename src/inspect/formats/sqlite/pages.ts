import { malformed } from "../binary/gap.ts";
import type { RandomAccess } from "../binary/random-access.ts";

/** Pages of a database file. Numbers are given out once: a page that is part of two things makes a loop, or nonsense. */
export interface Pages {
  readonly size: number;
  /** Bytes of a page that hold data; the rest is reserved. */
  readonly usable: number;
  readonly encoding: "utf-8" | "utf-16le" | "utf-16be";
  /** Written with a log beside it, in which newer data may stand. */
  readonly hasLog: boolean;
  /** @throws ContentError for a page that is not there or was read before. */
  once(number: number): Promise<Uint8Array>;
}

export const headerBytes = 100;

/** The header of the file, https://www.sqlite.org/fileformat2.html section 1.3. */
export async function pagesOf(file: RandomAccess): Promise<Pages> {
  const header = Buffer.from(await file.read(0, Math.min(headerBytes, file.size)));
  if (header.length < headerBytes) throw malformed("ends within its header");
  const stated = header.readUInt16BE(16);
  const size = stated === 1 ? 65_536 : stated;
  const usable = size - header.readUInt8(20);
  if (size < 512 || (size & (size - 1)) !== 0 || usable < 480) throw malformed("states a size of pages that none has");
  const count = Math.floor(file.size / size);
  // One bit per page: 32 MiB for the largest database that is read at all.
  if (count > 2 ** 28) throw malformed("has more pages than any database that can be read");
  const seen = new Uint8Array(Math.ceil((count + 1) / 8));
  const kind = header.readUInt32BE(56);
  return {
    size,
    usable,
    encoding: kind === 2 ? "utf-16le" : kind === 3 ? "utf-16be" : "utf-8",
    hasLog: header.readUInt8(18) === 2,
    async once(number) {
      if (number < 1 || number > count) throw malformed("points to a page that it does not have");
      const bit = 1 << (number & 7);
      const byte = seen[number >> 3] ?? 0;
      if ((byte & bit) !== 0) throw malformed("has pages that point to each other in a ring, or belong to two tables");
      seen[number >> 3] = byte | bit;
      return file.read((number - 1) * size, size);
    },
  };
}
