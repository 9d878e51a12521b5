export interface TarMember {
  readonly name: string;
  /** The type flag; a file where left out. */
  readonly type?: string;
  readonly content?: Uint8Array;
}

/** A ustar archive, with the two empty blocks at its end. */
export function tarOf(members: readonly TarMember[]): Buffer {
  const parts = members.flatMap(({ name, type = "0", content = new Uint8Array(0) }) => {
    const header = Buffer.alloc(512);
    header.write(name, 0, 100);
    header.write("0000644\0", 100);
    header.write(`${content.length.toString(8).padStart(11, "0")}\0`, 124);
    header.write(type, 156);
    header.write("ustar\x0000", 257);
    header.fill(" ", 148, 156);
    const sum = header.reduce((total, byte) => total + byte, 0);
    header.write(`${sum.toString(8).padStart(6, "0")}\0 `, 148);
    return [header, content, Buffer.alloc((512 - (content.length % 512)) % 512)];
  });
  return Buffer.concat([...parts, Buffer.alloc(1_024)]);
}
