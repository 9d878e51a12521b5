import { malformed } from "../binary/gap.ts";

/** Fields of a message of Protocol Buffers, in order; a field may stand more than once. */
export interface Message {
  /** The last value of a field that is a number; `undefined` where there is none. */
  number(field: number): number | undefined;
  /** All values of a repeated field of numbers, packed or not. */
  numbers(field: number): readonly number[];
  bytes(field: number): readonly Uint8Array[];
  messages(field: number): readonly Message[];
  text(field: number): string;
}

const mostFields = 200_000;

/** Reads one message, https://protobuf.dev/programming-guides/encoding/. Messages within it are read when they are asked for. */
export function readMessage(bytes: Uint8Array): Message {
  const numbers = new Map<number, number[]>();
  const parts = new Map<number, Uint8Array[]>();
  let at = 0;
  let count = 0;
  while (at < bytes.length) {
    count += 1;
    if (count > mostFields) throw malformed("has a description of more fields than any");
    const key = varintAt(bytes, at);
    at = key.next;
    const field = Math.floor(key.value / 8);
    const kind = key.value % 8;
    if (kind === 0) {
      const { value, next } = varintAt(bytes, at);
      at = next;
      add(numbers, field, value);
    } else if (kind === 2) {
      const { value, next } = varintAt(bytes, at);
      if (value > bytes.length - next) throw malformed("has a description with a part that is longer than itself");
      add(parts, field, bytes.subarray(next, next + value));
      at = next + value;
    } else if (kind === 1 || kind === 5) at += kind === 1 ? 8 : 4;
    else throw malformed("has a description of an unknown kind");
  }
  return {
    number: (field) => numbers.get(field)?.at(-1),
    numbers: (field) => [...(parts.get(field) ?? []).flatMap(packedNumbers), ...(numbers.get(field) ?? [])],
    bytes: (field) => parts.get(field) ?? [],
    messages: (field) => (parts.get(field) ?? []).map(readMessage),
    text: (field) => Buffer.from(parts.get(field)?.at(-1) ?? new Uint8Array(0)).toString("utf8"),
  };
}

function add<T>(to: Map<number, T[]>, field: number, value: T): void {
  const known = to.get(field);
  if (known === undefined) to.set(field, [value]);
  else known.push(value);
}

function packedNumbers(bytes: Uint8Array): readonly number[] {
  const values: number[] = [];
  for (let at = 0; at < bytes.length; ) {
    const { value, next } = varintAt(bytes, at);
    values.push(value);
    at = next;
  }
  return values;
}

/** Beyond 2^53 a number is no length and no place in a file. */
function varintAt(bytes: Uint8Array, from: number): { readonly value: number; readonly next: number } {
  let value = 0;
  for (let index = 0; index < 10; index++) {
    const byte = bytes[from + index];
    if (byte === undefined) break;
    value += (byte & 0x7f) * 2 ** (7 * index);
    if (byte < 0x80) return { value, next: from + index + 1 };
  }
  throw malformed("has a description that ends in the middle");
}
