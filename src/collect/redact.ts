/** Longest text that is looked at; error messages beyond it carry nothing a reader needs. */
const longestInput = 4_000;

const part = String.raw`[\w.\-]{0,40}`;
const value = String.raw`[^\s&"',;)<>]+`;
const assign = String.raw`["']?\s*(?:=|:|%3D)\s*["']?`;

/** Repetitions are bounded or stand alone, so that no input makes them slow. What a provider's own scrubbing missed is caught here once more. */
const patterns: readonly (readonly [RegExp, string])[] = [
  [/-----BEGIN [\s\S]*/g, "<key>"],
  // The JSON parser quotes what stands around the place where it gave up, of whatever was being read.
  [
    /(?:Unexpected token '[^']{0,4}', )?(?:\.\.\.)?"[\s\S]{0,200}?"(?:\.\.\.)? is not valid JSON/g,
    "the text is not valid JSON",
  ],
  // Signature mismatches quote the whole signed request.
  [/\b(string[ -]?to[ -]?sign|canonical ?(?:request|string)|StringToSign)\b[\s\S]*/gi, "$1 <removed>"],
  [/\b(encoded authorization failure message:\s*)\S+/gi, "$1<removed>"],
  [/\b(authorization["']?\s*[:=]\s*)[^\n]*/gi, "$1<removed>"],
  [/\b(bearer\s+)[\w.~+/=-]+/gi, "$1<removed>"],
  [/\beyJ[\w-]{8,}\.[\w-]*\.?[\w-]*/g, "<token>"],
  [/\b(https?:\/\/)[^\s/@"']+@/gi, "$1"],
  [/\b(https?:\/\/[^\s?"'<>]+)\?[^\s"'<>]*/gi, "$1"],
  [
    new RegExp(
      String.raw`\b(${part}(?:signature|secret|password|passwd|token|credential|access[-_]?key|account[-_]?key)${part}${assign})${value}`,
      "gi",
    ),
    "$1<removed>",
  ],
  [new RegExp(String.raw`\b((?:X-(?:Amz|Oss|Acs|Ms)-${part}|sig|skoid|sktid)${assign})${value}`, "gi"), "$1<removed>"],
  [/\b(?:AKIA|ASIA|ABIA|ACCA)[A-Z0-9]{12,}/g, "<key>"],
  [/\bLTAI[A-Za-z0-9]{8,}/g, "<key>"],
  [/\bSTS\.[A-Za-z0-9]{10,}/g, "<key>"],
  [
    new RegExp(
      String.raw`\b(${part}(?:request|correlation|trace|activity|host|timestamp)[- _]?id${assign})${value}`,
      "gi",
    ),
    "$1<id>",
  ],
  [/\b[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\b/gi, "<id>"],
  [/\b\d{4}-\d{2}-\d{2}[T ]\d{2}:?\d{2}(?::?\d{2}(?:[.,]\d+)?)?\s?(?:Z|[+-]\d{2}:?\d{2})?/g, "<time>"],
  [/\b\d{8}T\d{6}Z?\b/g, "<time>"],
  [/\b(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun), \d{1,2} \w{3} \d{4} \d{2}:\d{2}:\d{2}(?: \w{1,5})?/g, "<time>"],
  // Keys and tokens without a name: long, with both cases and digits. Resource names are rarely all three.
  [/(?=[A-Za-z0-9+_=]*[a-z])(?=[A-Za-z0-9+_=]*[A-Z])(?=[A-Za-z0-9+_=]*\d)\b[A-Za-z0-9+_=]{32,}/g, "<removed>"],
];

/** Takes credentials, signatures, signed URLs, request ids and times out of a text, and puts it on one line. */
export function redact(text: string): string {
  let clean = text.slice(0, longestInput);
  for (const [pattern, replacement] of patterns) clean = clean.replace(pattern, replacement);
  // Control and bidirectional characters: the text may come from an attacker.
  return clean.replace(/[\p{Cc}\p{Zl}\p{Zp}\u202a-\u202e\u2066-\u2069\s]+/gu, " ").trim();
}

/** Cuts to `most` characters without splitting a surrogate pair. */
export function cut(text: string, most: number): string {
  if (text.length <= most) return text;
  return `${text
    .slice(0, most - 1)
    .toWellFormed()
    .replace(/\ufffd$/u, "")}…`;
}
