import { type Gathered, gather } from "./gathered.ts";

/** A list that is read when the first record asks for it: a region without such records pays no call. */
export interface NeededList<Item> {
  get(): Promise<readonly Item[]>;
  /** To be awaited at the end. @throws what made the list break off, so that the gap is filed. */
  settle(): Promise<void>;
}

export function whenNeeded<Item>(list: () => AsyncIterable<Item>): NeededList<Item> {
  let reading: Promise<Gathered<Item>> | undefined;
  return {
    async get() {
      reading ??= gather(list());
      return (await reading).items;
    },
    async settle() {
      const failure = (await reading)?.failure;
      if (failure !== undefined) throw failure.error;
    },
  };
}
