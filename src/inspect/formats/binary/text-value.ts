/** Characters of a cell: what is longer is a document, and read up to here. */
export const longestCell = 64 * 1024;

/** Bytes that are said to be text. */
export function textValue(bytes: Uint8Array): string {
  const { buffer, byteOffset, length } = bytes;
  return Buffer.from(buffer, byteOffset, Math.min(length, longestCell)).toString("utf8");
}

/** Bytes that may be text: `null` where they are none. Older writers keep text in columns of bytes. */
export function textIfAny(bytes: Uint8Array): string | null {
  if (bytes.length > longestCell || bytes.subarray(0, 64).includes(0)) return null;
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch (error) {
    if (error instanceof TypeError) return null;
    throw error;
  }
}
