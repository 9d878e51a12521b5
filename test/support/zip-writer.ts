export interface ZipMember {
  readonly name: string | Buffer;
  /** Bytes as they stand in the archive. */
  readonly packed: Uint8Array;
  /** Unpacked bytes, where they are not as many. */
  readonly bytes?: number;
  /** Packed bytes, where the directory states others. */
  readonly packedBytes?: number;
  readonly method?: number;
  readonly flags?: number;
  /** Where the directory says the member is; left out = where it is. */
  readonly at?: number;
}

/** An archive with whatever its members say of themselves, for what no writer writes. */
export function storedZip(members: readonly ZipMember[], { isLarge = false } = {}): Buffer {
  const parts: Uint8Array[] = [];
  const entries: Uint8Array[] = [];
  let at = 0;
  for (const {
    name,
    packed,
    bytes = packed.length,
    packedBytes = packed.length,
    method = 0,
    flags = 0,
    at: stated,
  } of members) {
    const named = Buffer.from(name);
    const local = Buffer.alloc(30);
    local.writeUInt32LE(0x04034b50, 0);
    local.writeUInt16LE(flags, 6);
    local.writeUInt16LE(method, 8);
    local.writeUInt32LE(packed.length, 18);
    local.writeUInt32LE(bytes, 22);
    local.writeUInt16LE(named.length, 26);
    const extra = Buffer.alloc(isLarge ? 28 : 0);
    if (isLarge) {
      extra.writeUInt16LE(1, 0);
      extra.writeUInt16LE(24, 2);
      for (const [index, value] of [bytes, packedBytes, stated ?? at].entries()) {
        extra.writeBigUInt64LE(BigInt(value), 4 + index * 8);
      }
    }
    const entry = Buffer.alloc(46);
    entry.writeUInt32LE(0x02014b50, 0);
    entry.writeUInt16LE(flags, 8);
    entry.writeUInt16LE(method, 10);
    entry.writeUInt32LE(isLarge ? 0xffffffff : packedBytes, 20);
    entry.writeUInt32LE(isLarge ? 0xffffffff : bytes, 24);
    entry.writeUInt16LE(named.length, 28);
    entry.writeUInt16LE(extra.length, 30);
    entry.writeUInt32LE(isLarge ? 0xffffffff : (stated ?? at), 42);
    entries.push(entry, named, extra);
    parts.push(local, named, packed);
    at += 30 + named.length + packed.length;
  }
  const directory = Buffer.concat(entries);
  const large = Buffer.alloc(isLarge ? 76 : 0);
  if (isLarge) {
    large.writeUInt32LE(0x06064b50, 0);
    large.writeBigUInt64LE(44n, 4);
    large.writeBigUInt64LE(BigInt(members.length), 24);
    large.writeBigUInt64LE(BigInt(members.length), 32);
    large.writeBigUInt64LE(BigInt(directory.length), 40);
    large.writeBigUInt64LE(BigInt(at), 48);
    large.writeUInt32LE(0x07064b50, 56);
    large.writeBigUInt64LE(BigInt(at + directory.length), 64);
  }
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(isLarge ? 0xffff : members.length, 8);
  end.writeUInt16LE(isLarge ? 0xffff : members.length, 10);
  end.writeUInt32LE(isLarge ? 0xffffffff : directory.length, 12);
  end.writeUInt32LE(isLarge ? 0xffffffff : at, 16);
  return Buffer.concat([...parts, directory, large, end]);
}
