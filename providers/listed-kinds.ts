/**
 * Whether a type of a template is one of a list of words, each of which stands for itself, or with a `*` at its end for all that
 * begin so.
 * @param prefix - what stands before every word: `alicloud_`
 * @param text - words with white space between them
 */
export function listedKinds(prefix: string, text: string): (kind: string) => boolean {
  const words = text.split(/\s+/).filter((word) => word !== "");
  const exact: ReadonlySet<string> = new Set(words.filter((word) => !word.endsWith("*")));
  const beginnings = words.filter((word) => word.endsWith("*")).map((word) => word.slice(0, -1));
  return (kind) => {
    if (!kind.startsWith(prefix)) return false;
    const rest = kind.slice(prefix.length);
    return exact.has(rest) || beginnings.some((beginning) => rest.startsWith(beginning));
  };
}
