import { malformed } from "../binary/gap.ts";

/** A struct of the compact protocol: fields by their number. */
export type ThriftStruct = ReadonlyMap<number, ThriftValue>;
export type ThriftValue = number | boolean | Uint8Array | ThriftStruct | readonly ThriftValue[];

/** Values of one struct, with all that is in it. */
const mostValues = 2_000_000;
const deepest = 32;

/**
 * Reads one struct, https://github.com/apache/thrift/blob/master/doc/specs/thrift-compact-protocol.md. No length that is stated is
 * believed before the bytes for it are there.
 */
export function readThrift(bytes: Uint8Array, from = 0): { readonly value: ThriftStruct; readonly next: number } {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let at = from;
  let left = mostValues;

  function byte(): number {
    const value = bytes[at++];
    if (value === undefined) throw malformed("has a description that ends in the middle");
    return value;
  }

  function varint(): number {
    let value = 0;
    for (let shift = 0; shift < 70; shift += 7) {
      const next = byte();
      value += (next & 0x7f) * 2 ** shift;
      if (next < 0x80) return value;
    }
    throw malformed("has a description with a number that does not end");
  }

  function zigzag(): number {
    const value = varint();
    return value % 2 === 0 ? value / 2 : -(value + 1) / 2;
  }

  function struct(depth: number): ThriftStruct {
    const fields = new Map<number, ThriftValue>();
    for (let id = 0; ; ) {
      const head = byte();
      if (head === 0) return fields;
      id = head >> 4 === 0 ? zigzag() : id + (head >> 4);
      fields.set(id, element(head & 15, depth, true));
    }
  }

  function list(depth: number): readonly ThriftValue[] {
    const head = byte();
    const count = head >> 4 === 15 ? varint() : head >> 4;
    if (count > bytes.length - at) throw malformed("has a description with a list that is longer than itself");
    const values: ThriftValue[] = [];
    for (let index = 0; index < count; index++) values.push(element(head & 15, depth, false));
    return values;
  }

  function element(type: number, depth: number, isField: boolean): ThriftValue {
    left -= 1;
    if (depth > deepest) throw malformed("has a description that is nested too deep");
    if (left < 0) throw malformed(`has a description of more than ${mostValues} values`);
    if (type === 1 || type === 2) return isField ? type === 1 : byte() === 1;
    if (type === 3) return byte();
    if (type === 4 || type === 5 || type === 6) return zigzag();
    if (type === 7) {
      at += 8;
      if (at > bytes.length) throw malformed("has a description that ends in the middle");
      return view.getFloat64(at - 8, true);
    }
    if (type === 8) {
      const length = varint();
      if (length > bytes.length - at) throw malformed("has a description with a name that is longer than itself");
      at += length;
      return bytes.subarray(at - length, at);
    }
    if (type === 9 || type === 10) return list(depth + 1);
    if (type === 12) return struct(depth + 1);
    throw malformed("has a description of an unknown kind");
  }

  const value = struct(0);
  return { value, next: at };
}

export function numberIn(struct: ThriftStruct | undefined, id: number): number | undefined {
  const value = struct?.get(id);
  return typeof value === "number" ? value : undefined;
}

export function structIn(struct: ThriftStruct | undefined, id: number): ThriftStruct | undefined {
  const value = struct?.get(id);
  return value instanceof Map ? value : undefined;
}

export function textIn(struct: ThriftStruct, id: number): string {
  const value = struct.get(id);
  return value instanceof Uint8Array ? Buffer.from(value).toString("utf8") : "";
}

export function structsIn(struct: ThriftStruct, id: number): readonly ThriftStruct[] {
  const value = struct.get(id);
  return Array.isArray(value) ? value.filter((one): one is ThriftStruct => one instanceof Map) : [];
}
