import { z } from "zod";
import { MalformedAnswer } from "../answer.ts";

/** A manifest names its files, of which each holds a million objects or so. */
export const mostManifestBytes = 16 * 1024 ** 2;

/** As S3 writes it beside each report. Times are milliseconds since 1970, as text. */
const Manifest = z.object({
  sourceBucket: z.string(),
  destinationBucket: z.string(),
  version: z.literal("2016-11-30"),
  creationTimestamp: z.string().regex(/^\d{1,15}$/),
  fileFormat: z.literal("CSV"),
  fileSchema: z.string(),
  files: z.array(
    z.object({
      key: z.string().min(1),
      size: z.number().int().nonnegative(),
      MD5checksum: z.string().regex(/^[0-9a-fA-F]{32}$/),
    }),
  ),
});

/** Where the fields that are read stand in a row. */
export interface InventoryColumns {
  readonly count: number;
  readonly bucket: number;
  readonly key: number;
  readonly size: number;
  readonly etag: number;
  readonly storageClass: number;
  /** Where old versions are among the rows. */
  readonly versions?: { readonly isLatest: number; readonly isDeleteMarker: number };
}

export interface InventoryManifest {
  readonly source: string;
  /** Milliseconds since 1970. */
  readonly created: number;
  readonly columns: InventoryColumns;
  readonly files: readonly { readonly key: string; readonly size: number; readonly md5: string }[];
}

/** @throws SyntaxError, ZodError or MalformedAnswer where it is no manifest of a CSV report of that bucket, or lacks a field. */
export function readManifest(
  text: string,
  { source, destination }: { readonly source: string; readonly destination: string },
): InventoryManifest {
  const { sourceBucket, destinationBucket, creationTimestamp, fileSchema, files } = Manifest.parse(JSON.parse(text));
  if (sourceBucket !== source || !destinationBucket.endsWith(`:${destination}`)) {
    throw new MalformedAnswer("the manifest is of another bucket");
  }
  return {
    source,
    created: Number(creationTimestamp),
    columns: columnsOf(fileSchema),
    files: files.map(({ key, size, MD5checksum }) => ({ key, size, md5: MD5checksum.toLowerCase() })),
  };
}

function columnsOf(schema: string): InventoryColumns {
  const names = schema.split(",").map((name) => name.trim());
  const at = (name: string): number => {
    const place = names.indexOf(name);
    if (place < 0) throw new MalformedAnswer(`the report lacks ${name}`);
    return place;
  };
  return {
    count: names.length,
    ...{ bucket: at("Bucket"), key: at("Key"), size: at("Size"), etag: at("ETag"), storageClass: at("StorageClass") },
    ...(["VersionId", "IsLatest", "IsDeleteMarker"].some((name) => names.includes(name))
      ? { versions: { isLatest: at("IsLatest"), isDeleteMarker: at("IsDeleteMarker") } }
      : {}),
  };
}
