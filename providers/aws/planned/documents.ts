import { fieldOf, type Here, textAt } from "./here.ts";

/**
 * An ARN under a name in a setting that is a JSON document: a redrive policy. Only that ARN is taken out of it.
 */
export function arnInDocument(here: Here, path: string, name: string): string | undefined {
  const text = textAt(here, path);
  if (text === undefined) return undefined;
  try {
    const document: unknown = JSON.parse(text);
    const value =
      typeof document === "object" && document !== null
        ? Object.entries(document).find(([key]) => key === name)?.[1]
        : undefined;
    return typeof value === "string" && value.startsWith("arn:") ? value : undefined;
  } catch {
    // Said by `undecidedDocument`.
    return undefined;
  }
}

/** A document that is stated and holds no such ARN, or is not known yet. */
export function undecidedDocument(here: Here, path: string, name: string): readonly string[] {
  const stated = here.settings.text(path);
  const isUnread = stated.known && Boolean(stated.value) && arnInDocument(here, path, name) === undefined;
  return isUnread ? [fieldOf(here, path)] : [];
}
