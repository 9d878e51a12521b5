/** What `CREATE TABLE` says of the columns, in the order in which rows store them. */
export interface TableColumns {
  readonly names: readonly string[];
  /** The column that stands for the row id and is stored as nothing; -1 for none. */
  readonly rowId: number;
}

interface Token {
  readonly text: string;
  readonly isQuoted: boolean;
}

const constraints = new Set(["CONSTRAINT", "PRIMARY", "UNIQUE", "CHECK", "FOREIGN"]);

/** Reads as much of the statement as names need. */
export function columnsOfTable(sql: string): TableColumns {
  const tokens = [...tokensOf(sql.slice(0, 256 * 1024))];
  const open = tokens.findIndex(({ text, isQuoted }) => text === "(" && !isQuoted);
  const definitions: Token[][] = [[]];
  let depth = 0;
  let end = open;
  for (; end >= 0 && end < tokens.length; end++) {
    const token = tokens[end];
    if (token === undefined) break;
    if (!token.isQuoted && token.text === "(") depth += 1;
    if (!token.isQuoted && token.text === ")") depth -= 1;
    if (depth === 0) break;
    if (depth === 1 && !token.isQuoted && token.text === ",") definitions.push([]);
    else if (depth > 1 || token.text !== "(" || token.isQuoted) definitions.at(-1)?.push(token);
  }
  const isColumn = ([first]: readonly Token[]): boolean =>
    first !== undefined && (first.isQuoted || !constraints.has(first.text.toUpperCase()));
  const columns = definitions.filter(isColumn);
  const names = columns.map(([first]) => first?.text ?? "");
  const keys = keysOf(
    columns,
    definitions.filter((definition) => !isColumn(definition)),
  );
  const isWithoutRowId = hasWords(tokens.slice(Math.max(0, end)), "WITHOUT", "ROWID");
  // Without row ids the key comes first.
  if (isWithoutRowId) {
    const first = keys.filter((key) => names.includes(key));
    return { names: [...first, ...names.filter((name) => !first.includes(name))], rowId: -1 };
  }
  const [key] = keys;
  const rowId = keys.length === 1 && key !== undefined ? names.indexOf(key) : -1;
  const isInteger = columns[rowId]?.[1]?.text.toUpperCase() === "INTEGER";
  return { names, rowId: isInteger ? rowId : -1 };
}

function keysOf(columns: readonly (readonly Token[])[], others: readonly (readonly Token[])[]): readonly string[] {
  const own = columns.find((definition) => hasWords(definition.slice(1), "PRIMARY", "KEY"));
  if (own?.[0] !== undefined) return [own[0].text];
  const table = others.find((definition) => hasWords(definition, "PRIMARY", "KEY"));
  if (table === undefined) return [];
  const from = table.findIndex(({ text, isQuoted }) => text === "(" && !isQuoted);
  return table
    .slice(from + 1)
    .filter(
      (token, index, all) =>
        index === 0 || (all[index - 1]?.text === "," && !token.isQuoted) || all[index - 1]?.text === ",",
    )
    .map(({ text }) => text);
}

function hasWords(tokens: readonly Token[], first: string, second: string): boolean {
  return tokens.some(
    ({ text, isQuoted }, index) =>
      !isQuoted && text.toUpperCase() === first && tokens[index + 1]?.text.toUpperCase() === second,
  );
}

function* tokensOf(sql: string): Iterable<Token> {
  const pattern =
    /--[^\n]*|\/\*[\s\S]*?(?:\*\/|$)|"((?:[^"]|"")*)(?:"|$)|`((?:[^`]|``)*)(?:`|$)|\[([^\]]*)(?:\]|$)|'((?:[^']|'')*)(?:'|$)|([(),])|([^\s(),"'`[]+)/g;
  for (const [, double, back, square, single, sign, word] of sql.matchAll(pattern)) {
    const quoted =
      double?.replaceAll('""', '"') ?? back?.replaceAll("``", "`") ?? square ?? single?.replaceAll("''", "'");
    if (quoted !== undefined) yield { text: quoted, isQuoted: true };
    else if (sign !== undefined) yield { text: sign, isQuoted: false };
    else if (word !== undefined) yield { text: word, isQuoted: false };
  }
}
