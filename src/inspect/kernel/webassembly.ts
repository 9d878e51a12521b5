import type { Finder, Hits } from "./finder.ts";
import { kernelBase64 } from "./module.ts";
import { type WebAssemblyGlobal, type WebAssemblyMemory, webAssemblyApi } from "./webassembly-api.ts";

/** What assembly/index.ts exports. */
interface Kernel {
  readonly memory: WebAssemblyMemory;
  readonly capacity: WebAssemblyGlobal;
  readonly padding: WebAssemblyGlobal;
  readonly startsAt: WebAssemblyGlobal;
  readonly endsAt: WebAssemblyGlobal;
  readonly kindsAt: WebAssemblyGlobal;
  readonly inputAt: WebAssemblyGlobal;
  find(begin: number, length: number, lastYear: number): number;
}

const bytesOfModule = (): Uint8Array => Buffer.from(kernelBase64, "base64");

/** Whether this Node has WebAssembly, with SIMD in it. */
export function runsWebAssembly(): boolean {
  return webAssemblyApi()?.validate(bytesOfModule()) ?? false;
}

export function createWebAssemblyFinder(lastYear: number): Finder {
  const api = webAssemblyApi();
  if (api === undefined) throw new TypeError("no WebAssembly here");
  const module = new api.Module(bytesOfModule());
  // The exports of our own module, whose shape a contract test pins.
  const kernel = new api.Instance(module).exports as Kernel;
  const { buffer } = kernel.memory;
  const [capacity, padding, inputAt] = [kernel.capacity.value, kernel.padding.value, kernel.inputAt.value];
  const most = (kernel.endsAt.value - kernel.startsAt.value) / 4;
  const memory = new Uint8Array(buffer);
  const before = new Uint8Array(padding);
  const behind = new Uint8Array(padding);
  const hits = {
    length: 0,
    kinds: new Uint8Array(buffer, kernel.kindsAt.value, most),
    starts: new Uint32Array(buffer, kernel.startsAt.value, most),
    ends: new Uint32Array(buffer, kernel.endsAt.value, most),
  };

  /** Content in the kernel's own memory may be part of a longer view: its neighbours are hidden and put back. */
  function findInPlace(begin: number, length: number): Hits {
    const end = begin + length;
    before.set(memory.subarray(begin - padding, begin));
    behind.set(memory.subarray(end, end + padding));
    memory.fill(0, begin - padding, begin);
    memory.fill(0, end, end + padding);
    hits.length = kernel.find(begin, length, lastYear);
    memory.set(before, begin - padding);
    memory.set(behind, end);
    return hits;
  }

  return {
    engine: "wasm-simd",
    capacity,
    room(length) {
      if (length > capacity) throw new RangeError(`a finder takes ${capacity} bytes at a time, not ${length}`);
      return memory.subarray(inputAt, inputAt + length);
    },
    find(bytes) {
      if (bytes.length > capacity) {
        throw new RangeError(`a finder takes ${capacity} bytes at a time, not ${bytes.length}`);
      }
      if (bytes.buffer === buffer) return findInPlace(bytes.byteOffset, bytes.length);
      memory.set(bytes, inputAt);
      memory.fill(0, inputAt + bytes.length, inputAt + bytes.length + padding);
      memory.fill(0, inputAt - padding, inputAt);
      hits.length = kernel.find(inputAt, bytes.length, lastYear);
      return hits;
    },
  };
}
