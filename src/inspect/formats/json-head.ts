import { asBuffer } from "./bytes.ts";

/** Whether a head begins like a JSON object or array; a log line in brackets does not. */
export function beginsJson(head: Uint8Array): boolean {
  const text = asBuffer(head).toString("utf8", 0, 4_096).trimStart();
  if (/^\{\s*("(?:[^"\\]|\\.){0,500}"\s*:|\}\s*$)/s.test(text)) return true;
  return /^\[\s*([[{]|\]\s*$|("(?:[^"\\]|\\.){0,1000}"|-?\d+(\.\d+)?([eE][+-]?\d+)?|true|false|null)\s*(,|\]\s*($|\n\s*\[)))/s.test(
    text,
  );
}

/** Whether the first lines are JSON documents of their own. */
export function beginsJsonLines(head: Uint8Array): boolean {
  const buffer = asBuffer(head);
  const lines: string[] = [];
  for (let from = 0; from < buffer.length && lines.length < 3; ) {
    const end = buffer.indexOf(10, from);
    if (end === -1 && lines.length > 0) break;
    const line = buffer.toString("utf8", from, end === -1 ? buffer.length : end).trim();
    if (line !== "") lines.push(line);
    from = end === -1 ? buffer.length : end + 1;
  }
  return lines.length > 1 && lines.every((line) => /^[{[]/.test(line) && isJson(line));
}

function isJson(line: string): boolean {
  try {
    JSON.parse(line);
    return true;
  } catch {
    return false;
  }
}
