import type { Finder } from "./finder.ts";
import { weighEmail } from "./twin/emails.ts";
import { createHitList } from "./twin/hits.ts";
import { classes, type Scan } from "./twin/scan.ts";
import { weighWord } from "./twin/words.ts";

const capacity = 1 << 20;
const atSign = 64;

/**
 * Finds the same as the WebAssembly module, word by word, where there is no WebAssembly, and for the tests: it shares neither code nor
 * method with the module.
 */
export function createJavaScriptFinder(lastYear: number): Finder {
  // Five bytes for a hit are the least: `a@b.cc@b.cc@`.
  const hits = createHitList(capacity / 4);
  let room: Uint8Array<ArrayBuffer> | undefined;
  return {
    engine: "javascript",
    capacity,
    room(length) {
      if (length > capacity) throw new RangeError(`a finder takes ${capacity} bytes at a time, not ${length}`);
      room ??= new Uint8Array(capacity);
      return room.subarray(0, length);
    },
    find(bytes) {
      if (bytes.length > capacity) {
        throw new RangeError(`a finder takes ${capacity} bytes at a time, not ${bytes.length}`);
      }
      hits.clear();
      const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
      findWords({ bytes: view, lastYear, tell: hits.add });
      return hits;
    },
  };
}

function findWords(scan: Scan): void {
  const { bytes } = scan;
  let taken = 0;
  for (let at = 0; at < bytes.length; ) {
    const start = at;
    let content = 0;
    for (; at < bytes.length; at++) {
      const one = classes[bytes[at] ?? 0] ?? 0;
      if (one === 0) break;
      content |= one;
    }
    if (at > start) taken = weighWord(scan, start, at, content, taken);
    else {
      if (bytes[at] === atSign) weighEmail(scan, at);
      at++;
    }
  }
}
