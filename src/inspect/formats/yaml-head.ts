import { asBuffer } from "./bytes.ts";

/** Whether a head is written like YAML: nearly every line a key with its colon, or an element of a list. */
export function beginsYaml(head: Uint8Array, path: string): boolean {
  const text = asBuffer(head).toString("latin1", 0, 16_384);
  if (/^(%YAML\s|---\s*\r?\n)/.test(text) && /^[^\n:]{1,200}:(\s|$)/m.test(text)) return true;
  const lines = text
    .split(/\r?\n/, 300)
    .filter((line) => line.trim() !== "" && !/^\s*#/.test(line))
    .map((line) => line.slice(0, 300));
  const keys = lines.filter((line) => key.test(line)).length;
  const elements = lines.filter((line) => /^\s*- /.test(line) && !key.test(line)).length;
  if (/\.ya?ml$/i.test(path)) return keys + elements >= lines.length / 2;
  // Literals of program code have keys as well.
  const code = lines.filter((line) => /[{,;]\s*$/.test(line)).length;
  return keys > 2 && code <= lines.length * 0.2 && keys + elements >= lines.length * 0.9 && isNested(lines);
}

const key =
  /^\s*(- +)*("[^"]{1,100}"|'[^']{1,100}'|[A-Za-z_\x80-\xff][\w\x80-\xff./-]{0,80}( [\w\x80-\xff]{1,40}){0,2})\s?:( |$)/;

/** Letters and forms have keys as well: YAML has them within others, or the same again, or none of their spaces. */
function isNested(lines: readonly string[]): boolean {
  return lines.some((line) => /^\s+\S|^- /.test(line)) || lines.every((line) => /^[\w.-]+: ?\S*/.test(line));
}
