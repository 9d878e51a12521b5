/** A block in Snappy's format that repeats nothing: the length, then literals. */
export function literalSnappy(bytes: Uint8Array): Buffer {
  const parts: Uint8Array[] = [];
  const length: number[] = [];
  for (let left = bytes.length; ; left >>>= 7) {
    if (left < 128) {
      length.push(left);
      break;
    }
    length.push((left & 0x7f) | 0x80);
  }
  parts.push(Buffer.from(length));
  for (let at = 0; at < bytes.length; at += 60) {
    const part = bytes.subarray(at, at + 60);
    parts.push(Buffer.from([(part.length - 1) << 2]), part);
  }
  return Buffer.concat(parts);
}
