export type { Encoding } from "./encoding.ts";
export { transcodedLate } from "./late-encoding.ts";
export { sniffText, type TextKind } from "./sniff-text.ts";
export { transcoded, utf8Head } from "./transcoded.ts";
