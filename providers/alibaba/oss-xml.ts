import { XMLParser, XMLValidator } from "fast-xml-parser";
import { z } from "zod";
import { decodeEntities } from "../xml-entities.ts";
import { AlibabaError } from "./errors.ts";

/** Elements that repeat; everything else is single. Paths, since `Bucket` is a list in one answer and one item in another. */
const repeated: ReadonlySet<string> = new Set([
  "ListAllMyBucketsResult.Buckets.Bucket",
  "ListBucketResult.Contents",
  "ReplicationConfiguration.Rule",
  "Tagging.TagSet.Tag",
]);

const parser = new XMLParser({
  ignoreAttributes: true,
  ignoreDeclaration: true,
  parseTagValue: false,
  // No entity is ever expanded by the parser; the five of XML itself and numbers are decoded below.
  processEntities: false,
  jPath: true,
  isArray: (_name, path) => typeof path === "string" && repeated.has(path),
});

/** An element that may be empty, such as `<Buckets/>`: the parser gives that as an empty text. */
export function element<Shape extends z.ZodRawShape>(shape: Shape) {
  return z.preprocess((value) => (value === "" ? {} : value), z.object(shape));
}

export const xmlText = z.string().transform(decodeEntities);
export const xmlFlag = z.enum(["true", "false"]).transform((text) => text === "true");

/**
 * An XML answer as plain objects of texts. A cut-off document, a document type or entities of its own are an error: what the
 * parser would make of them is not what the cloud said.
 */
export function parseXml(text: string): unknown {
  const notXml = new AlibabaError({ code: "NotXml", message: "the answer is not XML" });
  if (/<!(?:DOCTYPE|ENTITY)/i.test(text) || XMLValidator.validate(text) !== true) throw notXml;
  try {
    return parser.parse(text);
  } catch {
    throw notXml;
  }
}
