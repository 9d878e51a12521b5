import type { Reader } from "../reader.ts";
import { gapPiece } from "./binary/gap.ts";

interface Signature {
  readonly format: string;
  /** In words, as in `is a picture`. */
  readonly what: string;
  readonly sure?: 2 | 3;
  readonly is: (head: Uint8Array) => boolean;
}

const packed = "is packed in a way that this version does not unpack";
const picture = "is a picture: text in it is not read";
const sound = "is sound: speech in it is not read";
const film = "is a film: text and speech in it are not read";
const program = "is a program: not read";

/** Formats that are known for what they are and not read, most of them by their first bytes. */
const signatures: readonly Signature[] = [
  {
    format: "bzip2",
    what: `${packed} (bzip2)`,
    is: (head) => begins(head, "BZh") && starts(head, 4, [0x31, 0x41, 0x59, 0x26, 0x53, 0x59]),
  },
  { format: "xz", what: `${packed} (xz)`, is: (head) => starts(head, 0, [0xfd, 0x37, 0x7a, 0x58, 0x5a, 0]) },
  { format: "7z", what: `${packed} (7z)`, is: (head) => starts(head, 0, [0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c]) },
  { format: "rar", what: `${packed} (rar)`, is: (head) => begins(head, "Rar!\x1a\x07") },
  { format: "lz4", what: `${packed} (lz4)`, is: (head) => starts(head, 0, [0x04, 0x22, 0x4d, 0x18]) },
  { format: "lzip", what: `${packed} (lzip)`, is: (head) => begins(head, "LZIP\x01") },
  { format: "compress", what: `${packed} (compress)`, is: (head) => starts(head, 0, [0x1f, 0x9d]) },
  { format: "cab", what: `${packed} (cab)`, is: (head) => begins(head, "MSCF\0\0\0\0") },
  { format: "jpeg", what: picture, is: (head) => starts(head, 0, [0xff, 0xd8, 0xff]) },
  { format: "png", what: picture, is: (head) => starts(head, 0, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]) },
  { format: "gif", what: picture, is: (head) => begins(head, "GIF87a") || begins(head, "GIF89a") },
  { format: "tiff", what: picture, is: (head) => begins(head, "II*\0") || begins(head, "MM\0*") },
  { format: "webp", what: picture, is: (head) => begins(head, "RIFF") && begins(head, "WEBP", 8) },
  { format: "bmp", what: picture, is: isBitmap },
  {
    format: "heif",
    what: picture,
    is: (head) => begins(head, "ftyp", 4) && /^(hei[cfmsx]|hev[cx]|mif1|msf1|avif)$/.test(ascii(head, 8, 4)),
  },
  { format: "psd", what: picture, is: (head) => begins(head, "8BPS\0") },
  { format: "mp4", what: film, is: (head) => begins(head, "ftyp", 4) },
  { format: "matroska", what: film, is: (head) => starts(head, 0, [0x1a, 0x45, 0xdf, 0xa3]) },
  { format: "avi", what: film, is: (head) => begins(head, "RIFF") && begins(head, "AVI ", 8) },
  { format: "flv", what: film, is: (head) => begins(head, "FLV\x01") },
  {
    format: "mpeg",
    what: film,
    sure: 2,
    is: (head) => starts(head, 0, [0, 0, 1, 0xba]) || starts(head, 0, [0, 0, 1, 0xb3]),
  },
  { format: "wav", what: sound, is: (head) => begins(head, "RIFF") && begins(head, "WAVE", 8) },
  { format: "mp3", what: sound, is: (head) => begins(head, "ID3") && (head[3] ?? 255) < 8 },
  { format: "mp3", what: sound, sure: 2, is: (head) => head[0] === 0xff && ((head[1] ?? 0) & 0xe6) === 0xe2 },
  { format: "flac", what: sound, is: (head) => begins(head, "fLaC\0") },
  { format: "ogg", what: sound, is: (head) => begins(head, "OggS\0") },
  { format: "amr", what: sound, is: (head) => begins(head, "#!AMR") },
  { format: "elf", what: program, is: (head) => begins(head, "\x7fELF") },
  { format: "exe", what: program, is: isWindowsProgram },
  { format: "class", what: program, is: (head) => starts(head, 0, [0xca, 0xfe, 0xba, 0xbe]) },
  { format: "wasm", what: program, is: (head) => begins(head, "\0asm") },
];

/** One reader per format, which says what it is and reads nothing. */
export const unread: readonly Reader[] = signatures.map(({ format, what, sure = 3, is }) => ({
  format,
  recognises: (head): 0 | 2 | 3 => (is(head) ? sure : 0),
  async *read() {
    yield gapPiece("unsupported", what);
  },
}));

function starts(head: Uint8Array, at: number, bytes: readonly number[]): boolean {
  return bytes.every((byte, index) => head[at + index] === byte);
}

function begins(head: Uint8Array, word: string, at = 0): boolean {
  for (let index = 0; index < word.length; index++) if (head[at + index] !== word.charCodeAt(index)) return false;
  return true;
}

function ascii(head: Uint8Array, at: number, length: number): string {
  return String.fromCharCode(...head.subarray(at, at + length));
}

/** Two letters alone may begin a text: the size of the next header tells. */
function isBitmap(head: Uint8Array): boolean {
  return begins(head, "BM") && starts(head, 15, [0, 0, 0]) && [12, 40, 52, 56, 64, 108, 124].includes(head[14] ?? 0);
}

function isWindowsProgram(head: Uint8Array): boolean {
  if (!begins(head, "MZ") || head.length < 64) return false;
  const at = (head[60] ?? 0) + (head[61] ?? 0) * 256;
  return head[62] === 0 && head[63] === 0 && begins(head, "PE\0\0", at);
}
