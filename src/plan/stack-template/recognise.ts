import type { TemplateFile } from "../template.ts";
import type { Marks } from "./dialect.ts";
import { isRawMap, member } from "./raw.ts";

/**
 * Whether a document is a template of a dialect: it states the version, or a resource has a type of the dialect.
 * @param document the parsed JSON; what is no JSON is looked for in the text, so that a broken template is still refused as one
 */
export function isOfDialect(
  document: unknown,
  { text, isFolder }: TemplateFile,
  { versionKey, kindPrefixes }: Pick<Marks, "versionKey" | "kindPrefixes">,
): boolean {
  if (isFolder === true) return false;
  if (document !== undefined) {
    if (member(document, versionKey) !== undefined) return true;
    const resources = member(document, "Resources");
    return isRawMap(resources) && Object.values(resources).some((one) => hasPrefix(member(one, "Type"), kindPrefixes));
  }
  if (new RegExp(`^["']?${versionKey}["']?[ \\t]*:`, "m").test(text)) return true;
  if (!/^["']?Resources["']?[ \t]*:/m.test(text)) return false;
  return new RegExp(
    `(?:^[ \\t]+|[{,][ \\t]*)["']?Type["']?[ \\t]*:[ \\t]*["']?(?:${kindPrefixes.join("|")})`,
    "m",
  ).test(text);
}

function hasPrefix(kind: unknown, prefixes: readonly string[]): boolean {
  return typeof kind === "string" && prefixes.some((prefix) => kind.startsWith(prefix));
}
