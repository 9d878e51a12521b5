import { endsAt, kindsAt, mostHits, startsAt } from "./layout";

let count: usize = 0;
let base: usize = 0;

export function forget(begin: usize): void {
  count = 0;
  base = begin;
}

export function told(): i32 {
  return <i32>count;
}

/** Keeps hits in the order of (start, kind). What is moved is little: candidates come nearly in order. */
export function tell(kind: u32, start: usize, end: usize): void {
  if (count >= mostHits) return;
  const from = <u32>(start - base);
  let i = count;
  while (i > 0) {
    const before = load<u32>(startsAt + ((i - 1) << 2));
    if (before < from || (before == from && <u32>load<u8>(kindsAt + i - 1) <= kind)) break;
    store<u32>(startsAt + (i << 2), before);
    store<u32>(endsAt + (i << 2), load<u32>(endsAt + ((i - 1) << 2)));
    store<u8>(kindsAt + i, load<u8>(kindsAt + i - 1));
    i--;
  }
  store<u32>(startsAt + (i << 2), from);
  store<u32>(endsAt + (i << 2), <u32>(end - base));
  store<u8>(kindsAt + i, <u8>kind);
  count++;
}
