import { XMLParser, XMLValidator } from "fast-xml-parser";
import { z } from "zod";
import { decodeEntities } from "../xml-entities.ts";
import { MalformedAnswerError } from "./errors.ts";

const parser = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: "@",
  ignoreDeclaration: true,
  parseTagValue: false,
  // Entities are decoded below; a document that declares its own is refused.
  processEntities: false,
  isArray: (name) => name === "Container" || name === "Blob",
});

/** `<Name Encoded="true">` holds what XML cannot, percent-encoded. */
const Text = z.string().transform(decodeEntities);
const Name = z.union([
  Text,
  z
    .object({ "#text": Text, "@Encoded": z.string().optional() })
    .transform((name) => (name["@Encoded"] === "true" ? decodeURIComponent(name["#text"]) : name["#text"])),
]);

/** An element without children is an empty text to the parser. */
const Held = z.preprocess((value) => (value === "" || value === undefined ? {} : value), z.looseObject({}));
const Results = z.object({ EnumerationResults: z.looseObject({ NextMarker: Text.optional() }) });

const Container = z.looseObject({ Name });
const Blob = z.looseObject({
  Name,
  Properties: z.looseObject({
    "Content-Length": z
      .string()
      .regex(/^\d{1,15}$/)
      .transform(Number),
    Etag: Text,
    AccessTier: z.string().optional(),
  }),
});
export type ListedBlob = z.infer<typeof Blob>;
export type ListedContainer = z.infer<typeof Container>;

export interface BlobPage<Item> {
  readonly page: readonly Item[];
  readonly next: string | undefined;
}

export function containersIn(body: Uint8Array): BlobPage<ListedContainer> {
  return pageOf(body, "Containers", "Container", Container);
}

export function blobsIn(body: Uint8Array): BlobPage<ListedBlob> {
  return pageOf(body, "Blobs", "Blob", Blob);
}

/** @throws MalformedAnswerError */
function pageOf<Item extends z.ZodType>(
  body: Uint8Array,
  outer: string,
  inner: string,
  item: Item,
): BlobPage<z.infer<Item>> {
  const text = new TextDecoder().decode(body).replace(/^\uFEFF/, "");
  if (/<!(?:DOCTYPE|ENTITY)/i.test(text) || XMLValidator.validate(text) !== true) {
    throw new MalformedAnswerError("the answer is not XML");
  }
  const read = Results.safeParse(parser.parse(text));
  const held = Held.safeParse(read.data?.EnumerationResults[outer]);
  const items = z.array(item).safeParse(held.data?.[inner] ?? []);
  if (!read.success || !(outer in read.data.EnumerationResults) || !items.success) {
    throw new MalformedAnswerError("the list has another shape than documented");
  }
  const { NextMarker: next = "" } = read.data.EnumerationResults;
  return { page: items.data, next: next === "" ? undefined : next };
}
