/** Longest message that is passed on, in characters. */
const longest = 300;

const patterns: readonly (readonly [RegExp, string])[] = [
  // The SDK's own hint names a field that holds the raw answer.
  [/\s*Deserialization error: to see the raw response.*$/s, ""],
  [/\s*Encoded authorization failure message:.*$/is, ""],
  // A signature mismatch quotes the signed request.
  [/(The request signature we calculated does not match)[\s\S]*/i, "$1"],
  [/\b(?:String-to-Sign|Canonical String|StringToSign)\b[\s\S]*/i, "<removed>"],
  [/https?:\/\/[^\s"'<>?]*\?[^\s"'<>]*/gi, "<url>"],
  [/\b((?:X-Amz-[\w-]+|AWSAccessKeyId|Signature|Credential|SecurityToken)\s*=\s*)[^\s&,"']+/gi, "$1<removed>"],
  [/\b(?:AKIA|ASIA|AROA|AIDA|ANPA|ABIA|ACCA)[A-Z0-9]{8,}\b/g, "<key>"],
  // Who asked is nobody's business but the operator's: user and session names stay out.
  [/\barn:aws[\w-]*:(?:iam|sts)::\d{12}:[^\s"'<>,]+/g, "<principal>"],
  [/\b[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\b/gi, "<id>"],
  [/\b((?:request|host|extended request)[ -]?id\s*[:=]?\s*)[^\s,;)<]+/gi, "$1<id>"],
  [/\b\d{4}-\d{2}-\d{2}T[\d:.]+(?:Z|[+-]\d{2}:?\d{2})?/g, "<time>"],
  [/\b\d{8}T\d{6}Z\b/g, "<time>"],
  [/\S{120,}/g, "<removed>"],
];

/** An API's error message without credentials, signatures, signed URLs, request ids and times, on one line. */
export function scrub(message: string): string {
  let clean = message.slice(0, 4000);
  for (const [pattern, replacement] of patterns) clean = clean.replace(pattern, replacement);
  clean = clean.replace(/[\p{Cc}\p{Cf}\s]+/gu, " ").trim();
  return clean.length <= longest ? clean : `${clean.slice(0, longest - 1).toWellFormed()}…`;
}
