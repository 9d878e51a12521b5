/** How text is written down. `gb18030` stands for GB 2312 and GBK as well, `utf-8` for ASCII; `unknown-8bit` is taken byte by byte. */
export type Encoding =
  | "utf-8"
  | "utf-16le"
  | "utf-16be"
  | "utf-32le"
  | "utf-32be"
  | "gb18030"
  | "big5"
  | "unknown-8bit";
