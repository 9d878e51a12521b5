/**
 * Maps with up to `window` items begun or waiting to be read; results come in the order of the items, and nothing more is
 * pulled from the source while the reader is busy. An item that fails is left out and the rest is still delivered; the
 * first failure, of an item or of the source, is thrown at the end. `stop` ends it at once.
 */
export async function* mapInOrder<Item, Result>(
  items: Iterable<Item> | AsyncIterable<Item>,
  work: (item: Item) => Promise<Result>,
  window: number,
  stop: AbortSignal,
): AsyncGenerator<Result, void, undefined> {
  const source = iterate(items);
  const begun: Promise<Outcome<Result>>[] = [];
  let failure: { readonly error: unknown } | undefined;
  let exhausted = false;
  try {
    for (;;) {
      while (!exhausted && begun.length < window) {
        const next = await settle(source.next());
        if (!next.ok) failure ??= { error: next.error };
        if (!next.ok || next.value.done === true) exhausted = true;
        else begun.push(settle(work(next.value.value)));
      }
      const head = begun.shift();
      if (head === undefined) break;
      const outcome = await head;
      if (outcome.ok) yield outcome.value;
      else failure ??= { error: outcome.error };
      if (failure !== undefined && stop.aborted) break;
    }
  } finally {
    if (!exhausted) await source.return?.();
  }
  if (failure !== undefined) throw failure.error;
}

type Outcome<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: unknown };

async function settle<T>(promise: Promise<T>): Promise<Outcome<T>> {
  try {
    return { ok: true, value: await promise };
  } catch (error) {
    return { ok: false, error };
  }
}

async function* iterate<Item>(items: Iterable<Item> | AsyncIterable<Item>): AsyncGenerator<Item, void, undefined> {
  yield* items;
}
