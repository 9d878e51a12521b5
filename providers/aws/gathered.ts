/** A list that is read whole before anything is made of it. */
export interface Gathered<Item> {
  readonly items: readonly Item[];
  /** Why the list broke off. To be thrown once all that could be read is yielded, so that the gap is filed. */
  readonly failure?: { readonly error: unknown };
}

/** Reads a whole list; what came before it broke off is kept. */
export async function gather<Item>(list: AsyncIterable<Item>): Promise<Gathered<Item>> {
  const items: Item[] = [];
  try {
    for await (const item of list) items.push(item);
  } catch (error) {
    return { items, failure: { error } };
  }
  return { items };
}

/** To be called once all records are yielded. @throws what ended the first of the lists that broke off. */
export function throwFailures(...lists: readonly Gathered<unknown>[]): void {
  for (const { failure } of lists) if (failure !== undefined) throw failure.error;
}
