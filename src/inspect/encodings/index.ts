export type { Encoding } from "./encoding.ts";
export { transcodedLate } from "./late-encoding.ts";
export { hasOldLineEnds, withLineFeeds } from "./line-ends.ts";
export { sniffText } from "./sniff-text.ts";
export { decodedHead, transcoded, utf8Head } from "./transcoded.ts";
