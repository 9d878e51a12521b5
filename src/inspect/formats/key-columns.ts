import { mostColumns } from "../piece.ts";

/** Columns named by keys that stand before their values, found while reading. */
export interface KeyColumns {
  readonly names: readonly string[];
  /** The column of a name; -1 beyond the bound. */
  of(name: string): number;
  /** The column of the key that is written in `[from, to)`. Keys that were written alike before are not decoded again. */
  at(bytes: Uint8Array, from: number, to: number): number;
}

/** Spellings that are remembered. */
const mostSpellings = 256;

/** `nameOf` makes a name of what is written: `undefined` where the key is none, as it is a value. */
export function createKeyColumns(
  nameOf: (bytes: Uint8Array, from: number, to: number) => string | undefined,
): KeyColumns {
  const names: string[] = [];
  const known = new Map<string, number>();
  const spellings: { readonly raw: Uint8Array; readonly column: number }[] = [];
  /** Lines repeat their keys in order: this one is expected. */
  let next = 0;
  const of = (name: string): number => {
    const column = known.get(name);
    if (column !== undefined) return column;
    if (names.length >= mostColumns) return -1;
    known.set(name, names.length);
    return names.push(name) - 1;
  };
  const spelled = (index: number, bytes: Uint8Array, from: number, to: number): number | undefined => {
    const spelling = spellings[index];
    if (spelling === undefined || !isSame(spelling.raw, bytes, from, to)) return undefined;
    next = index + 1;
    return spelling.column;
  };
  return {
    names,
    of,
    at(bytes, from, to) {
      const column = spelled(next, bytes, from, to) ?? spelled(0, bytes, from, to);
      if (column !== undefined) return column;
      for (let index = 1; index < Math.min(spellings.length, 32); index++) {
        const found = spelled(index, bytes, from, to);
        if (found !== undefined) return found;
      }
      const name = nameOf(bytes, from, to);
      const made = name === undefined ? -1 : of(name);
      if (spellings.length < mostSpellings) {
        spellings.push({ raw: Uint8Array.prototype.slice.call(bytes, from, to), column: made });
        next = spellings.length;
      }
      return made;
    },
  };
}

function isSame(raw: Uint8Array, bytes: Uint8Array, from: number, to: number): boolean {
  if (raw.length !== to - from) return false;
  for (let index = 0; index < raw.length; index++) if (raw[index] !== bytes[from + index]) return false;
  return true;
}
