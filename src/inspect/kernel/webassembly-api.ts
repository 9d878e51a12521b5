/** What is used of the WebAssembly of the JavaScript interface (W3C). Written out because TypeScript has it in its DOM library only. */
export interface WebAssemblyApi {
  /** False for what this engine does not know, SIMD for one. */
  validate(bytes: Uint8Array): boolean;
  readonly Module: new (bytes: Uint8Array) => object;
  readonly Instance: new (module: object) => { readonly exports: unknown };
}

export interface WebAssemblyMemory {
  readonly buffer: ArrayBuffer;
}

/** An exported number that never changes. */
export interface WebAssemblyGlobal {
  readonly value: number;
}

/** `undefined` where Node runs without it (`--jitless`). */
export function webAssemblyApi(): WebAssemblyApi | undefined {
  const { WebAssembly } = globalThis as { readonly WebAssembly?: WebAssemblyApi };
  return WebAssembly;
}
