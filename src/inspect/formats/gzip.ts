import { createGunzip } from "node:zlib";
import type { Reader } from "../reader.ts";
import { wrapped } from "./binary/wrapped.ts";

/** Bytes unpacked at a time: larger than the default, which costs a turn of the event loop per 16 KiB. */
const chunkSize = 256 * 1024;

/** One or several members, one behind the other (RFC 1952), BGZF among them. */
export const gzip: Reader = {
  format: "gzip",
  recognises: (head) => (head[0] === 0x1f && head[1] === 0x8b && head[2] === 8 ? 3 : 0),
  read: (input) => wrapped(input, () => createGunzip({ chunkSize }), false),
};
