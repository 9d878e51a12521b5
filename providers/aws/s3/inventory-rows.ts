import { pipeline, Readable } from "node:stream";
import { createGunzip } from "node:zlib";
import { MalformedAnswer } from "../answer.ts";
import { decodedKey, type ListedObject } from "./bucket-object.ts";
import type { InventoryColumns, InventoryManifest } from "./inventory-manifest.ts";

/** A key has at most 1,024 bytes, three characters each; the longest field is a list of up to a hundred grants. */
const mostLineLength = 64 * 1024;
const chunkBytes = 64 * 1024;

/** The current objects that one packed file of a report names, some at a time. Throws at the first row that cannot be one. */
export async function* inventoryRows(
  packed: AsyncIterable<Uint8Array>,
  { source, columns }: Pick<InventoryManifest, "source" | "columns">,
): AsyncGenerator<readonly ListedObject[], void, undefined> {
  for await (const lines of linesOf(packed)) {
    const objects: ListedObject[] = [];
    for (const line of lines) {
      const object = objectOf(fieldsOf(line), source, columns);
      if (object !== undefined) objects.push(object);
    }
    yield objects;
  }
}

async function* linesOf(packed: AsyncIterable<Uint8Array>): AsyncGenerator<readonly string[], void, undefined> {
  const gunzip = createGunzip({ chunkSize: chunkBytes });
  // A failure on either side is thrown where the output is read.
  pipeline(Readable.from(packed), gunzip, () => undefined);
  let rest = "";
  for await (const chunk of gunzip as AsyncIterable<Buffer>) {
    // Keys are encoded, so that all of it is ASCII.
    const lines = (rest + chunk.toString("latin1")).split("\n");
    rest = lines.pop() ?? "";
    if (rest.length > mostLineLength) throw new MalformedAnswer("a row of the report is too long");
    yield lines;
  }
  if (rest !== "") yield [rest];
}

/** All fields are quoted, as a rule; within one, a quote is written twice. */
function fieldsOf(line: string): readonly string[] {
  const text = line.endsWith("\r") ? line.slice(0, -1) : line;
  if (text.length > mostLineLength) throw new MalformedAnswer("a row of the report is too long");
  if (/^"[^"]*"(?:,"[^"]*")*$/.test(text)) return text.slice(1, -1).split('","');
  const fields: string[] = [];
  const [rest, field] = [`,${text}`, /,(?:"((?:[^"]|"")*)"|([^",]*))/y];
  while (field.lastIndex < rest.length) {
    const [, quoted, bare = ""] = field.exec(rest) ?? malformed();
    fields.push(quoted?.replaceAll('""', '"') ?? bare);
  }
  return fields;
}

/** `undefined` for what is not there any more: an older version, a marker of a deletion. */
function objectOf(row: readonly string[], source: string, columns: InventoryColumns): ListedObject | undefined {
  const { bucket, key, size, etag, storageClass, versions } = columns;
  const at = (place: number): string => row[place] ?? malformed();
  if (row.length !== columns.count || at(bucket) !== source) return malformed();
  if (versions !== undefined) {
    if (!truthOf(at(versions.isLatest)) || truthOf(at(versions.isDeleteMarker))) return undefined;
  }
  const [length, tag] = [at(size), at(etag)];
  if (!/^\d{1,15}$/.test(length) || !/^"?[^"\s]+"?$/.test(tag) || at(key) === "") return malformed();
  return {
    key: decodedKey(at(key)),
    size: Number(length),
    // A report writes it without the quotes that belong to it.
    etag: tag.startsWith('"') ? tag : `"${tag}"`,
    storageClass: at(storageClass),
  };
}

function truthOf(text: string): boolean {
  if (/^true$/i.test(text)) return true;
  return /^false$/i.test(text) ? false : malformed();
}

function malformed(): never {
  throw new MalformedAnswer("a row of the report is not one of its schema");
}
