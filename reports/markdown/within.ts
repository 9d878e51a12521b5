/** As many of the first lines as there is room for. Escaped, a name can be nine times as long as it was. */
export function within(lines: Iterable<string>, mostLines: number, mostCharacters: number): readonly string[] {
  const kept: string[] = [];
  let room = mostCharacters;
  for (const line of lines) {
    room -= line.length + 1;
    if (room < 0) break;
    kept.push(line);
    if (kept.length === mostLines) break;
  }
  return kept;
}
