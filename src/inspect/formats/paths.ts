import { mostColumns } from "../piece.ts";
import { isLikeData, tidyName } from "./names.ts";

/** A place in nested data: a key, or the elements of an array. Shared by all values that stand there. */
export interface Place {
  /** As `customers[].phone`; "" for the outermost. */
  readonly path: string;
  readonly parent: Place | undefined;
  readonly children: Map<string, Place>;
  /** Children as they were first written, and which of them is expected next: records repeat their keys in order. */
  readonly order: Known[];
  next: number;
  /** Column of values that stand here; -1 = none. Given when the first value is seen. */
  column: number;
  elements: Place | undefined;
}

interface Known {
  readonly raw: Uint8Array;
  readonly place: Place;
}

/** Names of columns and the places they belong to, found while reading. */
export interface Paths {
  readonly columns: readonly string[];
  readonly root: Place;
  /** The child whose name is written in `[from, to)`; `undefined` beyond the bound of places. */
  child(of: Place, bytes: Uint8Array, from: number, to: number, nameOf: NameOf): Place | undefined;
  named(of: Place, name: string, joint?: string): Place | undefined;
  elementsOf(of: Place): Place | undefined;
  /** The column of values at a place; -1 beyond the bound of columns. */
  columnOf(place: Place | undefined): number;
  /** A place other than the outermost with a child of that name, for finding the way within a part of a document. */
  holding(name: string): Place | undefined;
}

type NameOf = (bytes: Uint8Array, from: number, to: number) => string;

/** Keys of one object; more make it a map, whose keys are data. */
const mostChildren = 500;
/** Children whose order is remembered. */
const mostOrdered = 64;
const mostPlaces = 4 * mostColumns;

export function createPaths(): Paths {
  const columns: string[] = [];
  const root = placeAt("", undefined);
  const all: Place[] = [root];
  const add = (path: string, parent: Place): Place | undefined => {
    if (all.length >= mostPlaces) return undefined;
    const place = placeAt(path, parent);
    all.push(place);
    return place;
  };
  const named = (of: Place, name: string, joint = "."): Place | undefined => {
    const tidy = tidyName(name);
    const key = isLikeData(tidy) || (of.children.size >= mostChildren && !of.children.has(tidy)) ? "*" : tidy;
    const known = of.children.get(key);
    if (known !== undefined) return known;
    const place = add(of.path === "" ? key : `${of.path}${joint}${key}`, of);
    if (place !== undefined) of.children.set(key, place);
    return place;
  };
  return {
    columns,
    root,
    named,
    child(of, bytes, from, to, nameOf) {
      const known =
        knownAt(of, of.next, bytes, from, to) ??
        knownAt(of, of.next + 1, bytes, from, to) ??
        knownAt(of, of.next - 1, bytes, from, to) ??
        knownAt(of, 0, bytes, from, to);
      if (known !== undefined) return known;
      const place = named(of, nameOf(bytes, from, to));
      const index = of.order.findIndex((known) => known.place === place);
      if (index !== -1) of.next = index + 1;
      else if (place !== undefined && of.order.length < mostOrdered) {
        of.next = of.order.push({ raw: bytes.slice(from, to), place });
      }
      return place;
    },
    elementsOf(of) {
      of.elements ??= add(of.parent === undefined ? "" : `${of.path}[]`, of);
      return of.elements;
    },
    columnOf(place) {
      if (place === undefined) return -1;
      if (place.column === -1 && columns.length < mostColumns) {
        place.column = columns.length;
        columns.push(place.path === "" ? "value" : place.path);
      }
      return place.column;
    },
    holding(name) {
      return all.find((place) => place.children.has(name));
    },
  };
}

function placeAt(path: string, parent: Place | undefined): Place {
  return { path, parent, children: new Map(), order: [], next: 0, column: -1, elements: undefined };
}

/** The child at a place in the order, if it is the one that is written there. The one behind it is expected next. */
function knownAt(of: Place, index: number, bytes: Uint8Array, from: number, to: number): Place | undefined {
  const known = of.order[index];
  if (known === undefined || !isSame(known.raw, bytes, from, to)) return undefined;
  of.next = index + 1;
  return known.place;
}

function isSame(raw: Uint8Array, bytes: Uint8Array, from: number, to: number): boolean {
  if (raw.length !== to - from) return false;
  for (let index = 0; index < raw.length; index++) if (raw[index] !== bytes[from + index]) return false;
  return true;
}
