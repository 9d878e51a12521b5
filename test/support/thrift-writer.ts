/** A value of the compact protocol, by what it is written as. */
export type Written =
  | { readonly i32: number }
  | { readonly text: string }
  | { readonly struct: Readonly<Record<number, Written>> }
  | { readonly list: readonly Written[] };

/** Fields by their number. */
export function thriftOf(fields: Readonly<Record<number, Written>>): Buffer {
  const parts: Buffer[] = [];
  let last = 0;
  for (const [key, value] of Object.entries(fields)) {
    const id = Number(key);
    parts.push(Buffer.from([((id - last) << 4) | typeOf(value)]), bytesOf(value));
    last = id;
  }
  return Buffer.concat([...parts, Buffer.from([0])]);
}

function typeOf(value: Written): number {
  if ("i32" in value) return 5;
  if ("text" in value) return 8;
  return "list" in value ? 9 : 12;
}

function bytesOf(value: Written): Buffer {
  if ("i32" in value) return varint(value.i32 < 0 ? -value.i32 * 2 - 1 : value.i32 * 2);
  if ("text" in value) return Buffer.concat([varint(Buffer.byteLength(value.text)), Buffer.from(value.text)]);
  if ("struct" in value) return thriftOf(value.struct);
  const [first] = value.list;
  const head = Buffer.concat([
    Buffer.from([0xf0 | (first === undefined ? 5 : typeOf(first))]),
    varint(value.list.length),
  ]);
  return Buffer.concat([head, ...value.list.map(bytesOf)]);
}

export function varint(value: number): Buffer {
  const bytes: number[] = [];
  for (let left = value; ; left = Math.floor(left / 128)) {
    if (left < 128) return Buffer.from([...bytes, left]);
    bytes.push((left % 128) + 128);
  }
}
