/** Decodes UTF-32, which `TextDecoder` does not. Same words as there. */
export function utf32Decoder(littleEndian: boolean): {
  decode(bytes: Uint8Array, options?: { stream: boolean }): string;
} {
  let rest: Uint8Array = new Uint8Array(0);
  return {
    decode(bytes, options) {
      const all = rest.length === 0 ? bytes : Buffer.concat([rest, bytes]);
      const view = new DataView(all.buffer, all.byteOffset, all.byteLength);
      const whole = all.length - (all.length % 4);
      const parts: string[] = [];
      for (let at = 0; at < whole; at += 4) {
        const point = view.getUint32(at, littleEndian);
        const isCharacter = point <= 0x10ffff && (point < 0xd800 || point > 0xdfff);
        parts.push(isCharacter ? String.fromCodePoint(point) : "\ufffd");
      }
      rest = all.slice(whole);
      if (options?.stream !== true && rest.length > 0) {
        parts.push("\ufffd");
        rest = new Uint8Array(0);
      }
      return parts.join("");
    },
  };
}
