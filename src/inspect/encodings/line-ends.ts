const [lineFeed, carriageReturn] = [0x0a, 0x0d];

/** Whether lines end as on a Macintosh of old, which some programs for tables still write. */
export function hasOldLineEnds(head: Uint8Array): boolean {
  return head.includes(carriageReturn) && !head.includes(lineFeed);
}

/** The same with line feeds, in a copy. */
export function withLineFeeds(bytes: Uint8Array): Uint8Array {
  const copy = Uint8Array.prototype.slice.call(bytes);
  for (let at = 0; at < copy.length; at++) if (copy[at] === carriageReturn) copy[at] = lineFeed;
  return copy;
}
