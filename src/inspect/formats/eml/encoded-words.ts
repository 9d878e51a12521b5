/** `=?utf-8?B?…?=` and `=?gbk?Q?…?=` of RFC 2047, decoded; white space between two of them is none. */
export function decodeWords(text: string): string {
  if (!text.includes("=?")) return text;
  return text
    .replaceAll(/(\?=)\s{1,99}(?==\?)/g, "$1")
    .replaceAll(/(?:=\?[\w-]{1,40}(?:\*[\w-]{1,20})?\?[bq]\?[^?\s]{0,2000}\?=)+/gi, decodeRun);
}

/** Words of one charset are joined before they are decoded: some mailers cut characters in two. */
function decodeRun(run: string): string {
  let text = "";
  let charset = "";
  let bytes: Buffer[] = [];
  const flush = (): void => {
    text += decode(Buffer.concat(bytes), charset);
    bytes = [];
  };
  for (const [, label = "", kind = "", content = ""] of run.matchAll(
    /=\?([\w-]+)(?:\*[\w-]+)?\?([bq])\?([^?\s]*)\?=/gi,
  )) {
    if (label.toLowerCase() !== charset) flush();
    charset = label.toLowerCase();
    bytes.push(kind.toLowerCase() === "b" ? Buffer.from(content, "base64") : quoted(content));
  }
  flush();
  return text;
}

function quoted(content: string): Buffer {
  const latin = content
    .replaceAll("_", " ")
    .replaceAll(/=([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return Buffer.from(latin, "latin1");
}

function decode(bytes: Buffer, charset: string): string {
  if (bytes.length === 0) return "";
  try {
    return new TextDecoder(charset).decode(bytes);
  } catch (error) {
    // A charset that nobody knows.
    if (error instanceof RangeError) return bytes.toString("utf8");
    throw error;
  }
}
