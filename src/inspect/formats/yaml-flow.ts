import type { Paths, Place } from "./paths.ts";
import type { Found } from "./scanned.ts";
import { nameOf, quoteEnd } from "./yaml-words.ts";

const mostDepth = 256;

interface Level {
  readonly place: Place | undefined;
  readonly isList: boolean;
  key: Place | undefined;
}

/** Mappings and lists in brackets within YAML, over as many lines as they take. */
export interface FlowScanner {
  isOpen(): boolean;
  /** Reads from the bracket, or from where the line before has left off, to the end of the line. */
  scan(bytes: Uint8Array, from: number, to: number, place: Place | undefined, found: Found): void;
  reset(): void;
}

export function flowScanner(paths: Paths, tooDeepToTell: () => void): FlowScanner {
  let levels: Level[] = [];
  let tooDeep = 0;
  let quote = 0;

  function placeOfNext(outer: Place | undefined): Place | undefined {
    if (tooDeep > 0) return undefined;
    const level = levels.at(-1);
    if (level === undefined) return outer;
    if (!level.isList) return level.key;
    return level.place === undefined ? undefined : paths.elementsOf(level.place);
  }

  function open(isList: boolean, outer: Place | undefined): void {
    if (tooDeep > 0 || levels.length >= mostDepth) {
      tooDeep += 1;
      tooDeepToTell();
    } else levels.push({ place: placeOfNext(outer), isList, key: undefined });
  }

  function close(): void {
    if (tooDeep > 0) tooDeep -= 1;
    else levels.pop();
  }

  /** A key where a colon follows, otherwise a value. Returns where to go on. */
  function token(bytes: Uint8Array, from: number, end: number, after: number, to: number, found: Found): number {
    let next = after;
    while (next < to && (bytes[next] ?? 0) <= 0x20) next++;
    const level = tooDeep > 0 ? undefined : levels.at(-1);
    if (bytes[next] === 0x3a && next < to) {
      if (level?.place !== undefined && !level.isList) level.key = paths.child(level.place, bytes, from, end, nameOf);
      return next + 1;
    }
    const place = placeOfNext(undefined);
    if (end > from) found.spans.add(from, end, place === undefined ? -1 : paths.columnOf(place));
    return Math.max(after, from + 1);
  }

  return {
    isOpen: () => levels.length > 0 || tooDeep > 0,
    reset() {
      levels = [];
      tooDeep = 0;
      quote = 0;
    },
    scan(bytes, from, to, outer, found) {
      let at = from;
      if (quote !== 0) {
        const end = quoteEnd(bytes, at, to, quote);
        const closed = end === -1 ? to : end;
        at = token(bytes, at, closed, closed + 1, to, found);
        quote = end === -1 ? quote : 0;
      }
      while (at < to) {
        const byte = bytes[at] ?? 0;
        if (byte === 0x5b || byte === 0x7b) open(byte === 0x5b, outer);
        else if (byte === 0x5d || byte === 0x7d) close();
        else if (byte === 0x22 || byte === 0x27) {
          const end = quoteEnd(bytes, at + 1, to, byte);
          if (end === -1) quote = byte;
          at = token(bytes, at + 1, end === -1 ? to : end, end === -1 ? to : end + 1, to, found);
          continue;
        } else if (byte > 0x20 && byte !== 0x2c && byte !== 0x3a) {
          const end = plainEnd(bytes, at, to);
          at = token(bytes, at, end, end, to, found);
          continue;
        }
        at++;
        if (levels.length === 0 && tooDeep === 0) return;
      }
    },
  };
}

function plainEnd(bytes: Uint8Array, from: number, to: number): number {
  let at = from;
  for (; at < to; at++) {
    const byte = bytes[at] ?? 0;
    if (byte === 0x2c || byte === 0x5b || byte === 0x5d || byte === 0x7b || byte === 0x7d) break;
    if (byte === 0x3a && (at + 1 >= to || (bytes[at + 1] ?? 0) <= 0x20)) break;
  }
  while (at > from && (bytes[at - 1] ?? 0) <= 0x20) at--;
  return at;
}
