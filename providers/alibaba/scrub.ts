/** Longest message that `ErrorFacts` may carry. */
const longestMessage = 300;

/** In order. What follows "string to sign" repeats the whole request, token included. */
const patterns: readonly (readonly [RegExp, string])[] = [
  [/\b(server string to sign|string ?to ?sign|canonical ?request)\b[\s\S]*$/i, "$1 removed"],
  [/\bhttps?(?::\/\/|%3A%2F%2F)[^\s"'<>]+/gi, "[url]"],
  [
    /\b(AccessKeyId|OSSAccessKeyId|AccessKeySecret|Signature|SecurityToken|security-token|x-oss-[\w-]+|Credential|Authorization)(["']?\s*(?:=|:|%3D|%253D)\s*["']?)[^\s&,;"'<>]+/gi,
    "$1$2[removed]",
  ],
  [/\bLTAI[A-Za-z0-9]{6,}/g, "[key]"],
  [/\bSTS\.[A-Za-z0-9]{6,}/g, "[key]"],
  [/\bCAIS[A-Za-z0-9+/=%]{12,}/g, "[token]"],
  [/\b[0-9A-F]{8}-[0-9A-F]{4}-[0-9A-F]{4}-[0-9A-F]{4}-[0-9A-F]{12}\b/gi, "[id]"],
  [/\b[0-9A-F]{24}\b/gi, "[id]"],
  [/\b\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2})?/g, "[time]"],
  [/\b\d{8}T\d{6}Z\b/g, "[time]"],
  [/\b(RequestId|Request ID|HostId)(\s*[:=]\s*)[^\s,;"']+/gi, "$1$2[id]"],
  // biome-ignore lint/suspicious/noControlCharactersInRegex: an answer may try to write to a terminal
  [/[\u0000-\u001f\u007f-\u009f]+/g, " "],
];

/**
 * Takes credentials, signatures, urls, request ids and times out of a message, so that it is safe to show and the same in
 * every scan. `secrets` are the values this scan holds; they go in any spelling, also url-encoded once or twice.
 */
export function scrub(message: string, secrets: readonly string[] = []): string {
  let text = message;
  for (const secret of secrets) {
    if (secret.length < 4) continue;
    const once = encodeURIComponent(secret);
    for (const spelling of [secret, once, encodeURIComponent(once)]) text = text.replaceAll(spelling, "[removed]");
  }
  for (const [pattern, replacement] of patterns) text = text.replace(pattern, replacement);
  text = text.replace(/ {2,}/g, " ").trim();
  return text.length > longestMessage ? `${text.slice(0, longestMessage - 1)}…` : text;
}
