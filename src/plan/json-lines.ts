/**
 * The lines of a document in JSON on which its resources name themselves, each where it comes first. Looked for once, when the first
 * line is asked for: most plans are one long line.
 * @returns the line, from 1, of a member of one of these names with that value; 1 where there is none
 */
export function namedLines(text: string, names: readonly string[]): (value: string) => number {
  let lines: ReadonlyMap<string, number> | undefined;
  return (value) => {
    lines ??= text.trimEnd().includes("\n") ? find(text, names) : new Map();
    return lines.get(value) ?? 1;
  };
}

function find(text: string, names: readonly string[]): ReadonlyMap<string, number> {
  const lines = new Map<string, number>();
  let line = 1;
  let counted = 0;
  for (const { 1: literal = "", index } of text.matchAll(member(names))) {
    for (let end = text.indexOf("\n", counted); end !== -1 && end < index; end = text.indexOf("\n", counted)) {
      line += 1;
      counted = end + 1;
    }
    const value: unknown = JSON.parse(literal);
    if (typeof value === "string" && !lines.has(value)) lines.set(value, line);
  }
  return lines;
}

function member(names: readonly string[]): RegExp {
  const character = String.raw`[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})`;
  return new RegExp(String.raw`"(?:${names.join("|")})"\s*:\s*("(?:${character})*")`, "g");
}
