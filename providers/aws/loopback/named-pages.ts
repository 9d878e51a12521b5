import { countOf, itemAt, type WireObject } from "./estate.ts";
import { type Operation, said } from "./operations.ts";

interface NamedPages {
  /** Field of the answer that holds the items. */
  readonly in: string;
  /** Field of the items that names them. */
  readonly key: string;
  /** Parameter that takes the last name of the page before. */
  readonly after: string;
  /** Field that says whether there is more. */
  readonly more: string;
  readonly limit: string;
  /** What a page has where nothing is asked. */
  readonly usual: number;
  readonly say?: (item: WireObject) => unknown;
}

/** A list without tokens, in the order of names: the next page begins after the last name of the one before. */
export function namedPages(collection: string, shape: NamedPages): Operation {
  const { key, say = said } = shape;
  return ({ input, held, pager, repeatToken }) => {
    const items = held[collection] ?? [];
    const all = Array.from({ length: countOf(items) }, (_, index) => itemAt(items, index));
    const name = (item: WireObject) => String(item[key]);
    const last = repeatToken ? undefined : input[shape.after];
    const rest = all
      .filter((item) => typeof last !== "string" || name(item) > last)
      .sort((a, b) => (name(a) < name(b) ? -1 : 1));
    const limit = Number(input[shape.limit] ?? shape.usual);
    const dealt = rest.slice(0, pager.sizeOf(limit));
    return { [shape.in]: dealt.map(say), [shape.more]: repeatToken || dealt.length < rest.length };
  };
}
