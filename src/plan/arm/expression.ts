/** An expression of the template language, parsed. */
export type Expression =
  | { readonly kind: "literal"; readonly value: string | number }
  /** `name` in lower case, with its namespace: `contoso.uniquename`. */
  | { readonly kind: "call"; readonly name: string; readonly written: string; readonly args: readonly Expression[] }
  /** `of.name`, `of[name]`; `safe` (`of.?name`): null where it is not there. */
  | { readonly kind: "property"; readonly of: Expression; readonly name: Expression; readonly safe: boolean };

/** Nesting of calls; Resource Manager's own limit on an expression's length allows no more that makes sense. */
const maxDepth = 100;
const tokenAt = /\s*(?:('(?:[^']|'')*')|(-?\d+)|([A-Za-z_][A-Za-z0-9_]*)|([()[\],.?]))/y;

/** Whether a text is an expression: `[…]`, while `[[…` is a text that begins with a bracket. */
export function isExpression(text: string): boolean {
  return text.startsWith("[") && !text.startsWith("[[") && text.endsWith("]");
}

/** The text that a literal stands for. */
export function literalText(text: string): string {
  return text.startsWith("[[") ? text.slice(1) : text;
}

/** Parses what stands between the brackets; `undefined` where it is no expression of the language. */
export function parseExpression(text: string): Expression | undefined {
  const tokens = tokensOf(text.slice(1, -1));
  if (tokens === undefined) return undefined;
  let at = 0;

  function take(mark: string): boolean {
    if (tokens?.[at]?.mark !== mark) return false;
    at += 1;
    return true;
  }

  function value(depth: number): Expression | undefined {
    if (depth > maxDepth) return undefined;
    const token = tokens?.[at];
    at += 1;
    if (token?.literal !== undefined) return { kind: "literal", value: token.literal };
    if (token?.word === undefined) return undefined;
    return access(call(token.word, depth), depth);
  }

  function call(first: string, depth: number): Expression | undefined {
    let written = first;
    while (tokens?.[at]?.mark === "." && tokens[at + 1]?.word !== undefined) {
      written += `.${tokens[at + 1]?.word}`;
      at += 2;
    }
    if (!take("(")) return undefined;
    const args: Expression[] = [];
    if (!take(")")) {
      do {
        const arg = value(depth + 1);
        if (arg === undefined) return undefined;
        args.push(arg);
      } while (take(","));
      if (!take(")")) return undefined;
    }
    return { kind: "call", name: written.toLowerCase(), written, args };
  }

  function access(start: Expression | undefined, depth: number): Expression | undefined {
    let of = start;
    while (of !== undefined) {
      const dotted = take(".");
      const safe: boolean = dotted && take("?");
      if (dotted && tokens?.[at]?.word !== undefined) {
        of = { kind: "property", of, name: { kind: "literal", value: tokens[at]?.word ?? "" }, safe };
        at += 1;
        continue;
      }
      if (!take("[")) return dotted ? undefined : of;
      const safeIndex: boolean = take("?");
      const name = value(depth + 1);
      if (name === undefined || !take("]")) return undefined;
      of = { kind: "property", of, name, safe: safe || safeIndex };
    }
    return undefined;
  }

  const parsed = value(0);
  return at === tokens.length ? parsed : undefined;
}

interface Token {
  readonly literal?: string | number;
  readonly word?: string;
  readonly mark?: string;
}

function tokensOf(text: string): readonly Token[] | undefined {
  const tokens: Token[] = [];
  let at = 0;
  const end = text.trimEnd().length;
  while (at < end) {
    tokenAt.lastIndex = at;
    const found = tokenAt.exec(text);
    if (found === null) return undefined;
    const [, quoted, number, word, mark] = found;
    if (quoted !== undefined) tokens.push({ literal: quoted.slice(1, -1).replaceAll("''", "'") });
    else if (number !== undefined) tokens.push({ literal: Number(number) });
    else if (word !== undefined) tokens.push({ word });
    else if (mark !== undefined) tokens.push({ mark });
    at = tokenAt.lastIndex;
  }
  return tokens;
}
