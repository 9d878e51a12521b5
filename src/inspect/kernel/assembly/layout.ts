/** Static memory, no allocator: tables of `memory.data` below `hitsAt`, then the hits, then the input between paddings. */

/** Bytes of one call: with the hits of them no more than a part of the second cache, where they are searched and read again. */
export const capacity: usize = 1 << 18;

/** The densest content has a hit in five bytes (`a@b.cc@b.cc@…`). */
export const mostHits: usize = capacity / 4;

/** The compiler puts its tables from 1 KiB on; they take less than this. */
export const startsAt: usize = 16384;
export const endsAt: usize = startsAt + mostHits * 4;
export const kindsAt: usize = endsAt + mostHits * 4;

/** Zeroes around the input, so that looks to both sides need no bounds: 64 before, at least 128 behind. */
export const padding: usize = 128;
export const inputAt: usize = kindsAt + mostHits + padding;
export const memoryEnd: usize = inputAt + capacity + padding + 64;
