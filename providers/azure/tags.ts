import { type Known, known, type Tags, unknown } from "../../src/model/index.ts";

/** What was read of an answer's `tags`, and in words what could not be. */
export interface TagReading {
  readonly tags: Known<Tags>;
  readonly unread: string | null;
}

/**
 * No `tags` in the answer means that none are set. Each tag stands for itself: one that cannot be read takes no other with it,
 * since another may say what class the data has. A key without a value is a tag with an empty one.
 */
export function readTags(tags: unknown): TagReading {
  if (tags === undefined || tags === null) return { tags: known({}), unread: null };
  if (typeof tags !== "object" || Array.isArray(tags)) {
    return { tags: unknown("malformed"), unread: "its tags cannot be read" };
  }
  const read: [string, string][] = [];
  let lost = 0;
  for (const [key, value] of Object.entries(tags)) {
    const text = textOf(value);
    if (text === undefined) lost++;
    else read.push([key, text]);
  }
  return { tags: known(Object.fromEntries(read)), unread: lost === 0 ? null : lostTags(lost) };
}

function lostTags(count: number): string {
  return count === 1 ? "1 tag has a value that cannot be read" : `${count} tags have values that cannot be read`;
}

function textOf(value: unknown): string | undefined {
  if (value === null) return "";
  if (typeof value === "number" || typeof value === "boolean") return String(value);
  return typeof value === "string" ? value : undefined;
}
