/** Undoes how the bytes of a part were made fit for mail. */
export async function* decodeTransfer(body: AsyncIterable<Buffer>, encoding: string): AsyncIterable<Uint8Array> {
  const kind = encoding.toLowerCase().trim();
  if (kind === "base64") yield* decodeBase64(body);
  else if (kind === "quoted-printable") yield* decodeQuotedPrintable(body);
  else yield* body;
}

async function* decodeBase64(body: AsyncIterable<Buffer>): AsyncIterable<Uint8Array> {
  let rest = "";
  for await (const chunk of body) {
    const text = rest + chunk.toString("latin1").replaceAll(/[^A-Za-z0-9+/]+/g, "");
    const whole = text.length - (text.length % 4);
    rest = text.slice(whole);
    if (whole > 0) yield Buffer.from(text.slice(0, whole), "base64");
  }
  if (rest !== "") yield Buffer.from(rest, "base64");
}

const [carriageReturn, newline, equals] = [0x0d, 0x0a, 0x3d];

async function* decodeQuotedPrintable(body: AsyncIterable<Buffer>): AsyncIterable<Uint8Array> {
  let rest: Buffer = Buffer.alloc(0);
  for await (const chunk of body) {
    const bytes = rest.length === 0 ? chunk : Buffer.concat([rest, chunk]);
    const out = Buffer.allocUnsafe(bytes.length);
    let length = 0;
    let at = 0;
    for (; at < bytes.length; at++) {
      const byte = bytes[at] ?? 0;
      if (byte !== equals) {
        out[length++] = byte;
        continue;
      }
      if (at + 2 >= bytes.length) break;
      const [next, last] = [bytes[at + 1] ?? 0, bytes[at + 2] ?? 0];
      const value = hexOf(next) * 16 + hexOf(last);
      if (next === newline) at += 1;
      else if (next === carriageReturn && last === newline) at += 2;
      else if (value >= 0) {
        out[length++] = value;
        at += 2;
      } else out[length++] = byte;
    }
    rest = Buffer.from(bytes.subarray(at));
    if (length > 0) yield out.subarray(0, length);
  }
  if (rest.length > 0 && !/^=\r?\n?$/.test(rest.toString("latin1"))) yield rest;
}

/** -1,000 for what is no digit, so that a sum with one is below 0. */
function hexOf(byte: number): number {
  if (byte >= 0x30 && byte <= 0x39) return byte - 0x30;
  const lower = byte | 0x20;
  return lower >= 0x61 && lower <= 0x66 ? lower - 0x57 : -1_000;
}
