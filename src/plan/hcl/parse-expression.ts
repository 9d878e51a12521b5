import type { Cursor } from "./cursor.ts";
import { readHeredoc, readQuoted } from "./parse-text.ts";
import type { Expression } from "./syntax.ts";

const maxDepth = 100;
const number = /\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const operator = /\|\||&&|==|!=|<=|>=|[<>+\-*/%]/y;

/**
 * Reads an expression.
 * @param lines whether it goes on over line ends, as it does within brackets.
 */
export function readExpression(cursor: Cursor, lines: boolean, depth: number): Expression {
  if (depth > maxDepth) cursor.fail(`an expression nested deeper than ${maxDepth}`);
  const operands = [readOperand(cursor, lines, depth)];
  const operators: string[] = [];
  for (let sign = readOperator(cursor, lines); sign !== undefined; sign = readOperator(cursor, lines)) {
    operators.push(sign);
    operands.push(readOperand(cursor, lines, depth));
  }
  const value = combined(operands, operators);
  cursor.skip(lines);
  if (!cursor.take("?")) return value;
  const yes = readExpression(cursor, lines, depth + 1);
  cursor.skip(lines);
  if (!cursor.take(":")) cursor.fail("a colon is expected");
  const no = readExpression(cursor, lines, depth + 1);
  return { kind: "conditional", condition: value, yes, no };
}

function readOperator(cursor: Cursor, lines: boolean): string | undefined {
  cursor.skip(lines);
  // `=>` belongs to a `for`.
  return cursor.match(operator);
}

function combined(operands: readonly Expression[], operators: readonly string[]): Expression {
  const [left, right] = operands;
  const [sign] = operators;
  if (left !== undefined && sign === undefined) return left;
  if (left !== undefined && right !== undefined && operators.length === 1 && (sign === "==" || sign === "!=")) {
    return { kind: "equal", isEqual: sign === "==", left, right };
  }
  return { kind: "opaque", parts: operands };
}

function readOperand(cursor: Cursor, lines: boolean, depth: number): Expression {
  cursor.skip(lines);
  if (cursor.take("!") || cursor.take("-")) {
    const isMinus = cursor.text[cursor.at - 1] === "-";
    if (depth > maxDepth) cursor.fail(`an expression nested deeper than ${maxDepth}`);
    const operand = readOperand(cursor, lines, depth + 1);
    if (isMinus && operand.kind === "literal" && typeof operand.value === "number") {
      return { kind: "literal", value: -operand.value };
    }
    if (isMinus) return { kind: "opaque", parts: [operand] };
    return { kind: "equal", isEqual: true, left: operand, right: { kind: "literal", value: false } };
  }
  return readSteps(cursor, readPrimary(cursor, depth), depth);
}

function readPrimary(cursor: Cursor, depth: number): Expression {
  if (cursor.take('"')) return readQuoted(cursor, depth, readExpression);
  if (cursor.looksAt("<<")) return readHeredoc(cursor, depth, readExpression);
  if (cursor.take("[")) return readList(cursor, depth);
  if (cursor.take("{")) return readObject(cursor, depth);
  if (cursor.take("(")) {
    const inner = readExpression(cursor, true, depth + 1);
    cursor.skip(true);
    if (!cursor.take(")")) cursor.fail("a closing parenthesis is expected");
    return inner;
  }
  const digits = cursor.match(number);
  if (digits !== undefined) return { kind: "literal", value: Number(digits) };
  const name = cursor.identifier();
  if (name === undefined) cursor.fail("a value is expected");
  const names = [name];
  while (cursor.take("::")) names.push(cursor.identifier() ?? "");
  cursor.skip(false);
  if (cursor.take("(")) return readCall(cursor, names.join("::").replace(/^core::/, ""), depth);
  if (name === "true" || name === "false") return { kind: "literal", value: name === "true" };
  return name === "null" ? { kind: "literal", value: null } : { kind: "traversal", root: name, steps: [] };
}

function readCall(cursor: Cursor, name: string, depth: number): Expression {
  const { items, isSpread } = readItems(cursor, ")", depth);
  return { kind: "call", name, args: items, isSpread };
}

interface Items {
  readonly items: readonly Expression[];
  readonly isSpread: boolean;
}

function readItems(cursor: Cursor, closing: string, depth: number): Items {
  const items: Expression[] = [];
  let isSpread = false;
  for (;;) {
    cursor.skip(true);
    if (cursor.take(closing)) return { items, isSpread };
    items.push(readExpression(cursor, true, depth + 1));
    cursor.skip(true);
    isSpread = cursor.take("...");
    cursor.skip(true);
    if (cursor.take(closing)) return { items, isSpread };
    if (!cursor.take(",")) cursor.fail(`a comma or ${closing} is expected`);
  }
}

const forAt = /for(?=[\s/#])/y;

function readList(cursor: Cursor, depth: number): Expression {
  cursor.skip(true);
  if (cursor.match(forAt) !== undefined) return readFor(cursor, "]", depth);
  return { kind: "list", items: readItems(cursor, "]", depth).items };
}

function readObject(cursor: Cursor, depth: number): Expression {
  cursor.skip(true);
  if (cursor.match(forAt) !== undefined) return readFor(cursor, "}", depth);
  const entries: (readonly [Expression, Expression])[] = [];
  for (;;) {
    cursor.skip(true);
    if (cursor.take("}")) return { kind: "object", entries };
    entries.push(readEntry(cursor, depth));
    cursor.skip(false);
    if (!cursor.take(",") && !cursor.looksAt("\n") && !cursor.looksAt("}")) {
      cursor.fail("a comma, the end of the line or a closing brace is expected");
    }
  }
}

function readEntry(cursor: Cursor, depth: number): readonly [Expression, Expression] {
  const key = readExpression(cursor, false, depth + 1);
  cursor.skip(false);
  if (!cursor.take("=") && !cursor.take(":")) cursor.fail("an equals sign is expected");
  const value = readExpression(cursor, false, depth + 1);
  // A bare name is the key itself.
  const isBare = key.kind === "traversal" && key.steps.length === 0;
  return [isBare ? { kind: "literal", value: key.root } : key, value];
}

/** `for k, v in SET : KEY => VALUE... if CONDITION`, without its brackets. */
function readFor(cursor: Cursor, closing: string, depth: number): Expression {
  const head = /[^:"{}[\]()]*?\bin\b/y;
  cursor.skip(true);
  const heading = cursor.match(head);
  if (heading === undefined) cursor.fail("`in` is expected");
  const names = heading
    .replace(/\bin$/, "")
    .split(",")
    .map((name) => name.trim());
  const source = readExpression(cursor, true, depth + 1);
  cursor.skip(true);
  if (!cursor.take(":")) cursor.fail("a colon is expected");
  const first = readExpression(cursor, true, depth + 1);
  cursor.skip(true);
  const second = cursor.take("=>") ? readExpression(cursor, true, depth + 1) : undefined;
  cursor.skip(true);
  const isGrouped = cursor.take("...");
  cursor.skip(true);
  const condition = cursor.match(/if\b/y) === undefined ? undefined : readExpression(cursor, true, depth + 1);
  cursor.skip(true);
  if (!cursor.take(closing)) cursor.fail(`${closing} is expected`);
  return {
    kind: "loop",
    names,
    source,
    ...(second === undefined ? { value: first } : { key: first, value: second }),
    ...(condition === undefined ? {} : { condition }),
    isGrouped,
  };
}

const index = /\d+/y;

function readSteps(cursor: Cursor, start: Expression, depth: number): Expression {
  const steps: (Expression | undefined)[] = [];
  for (;;) {
    if (cursor.looksAt("...")) break;
    if (cursor.take(".")) {
      const digits = cursor.match(index);
      if (digits !== undefined) steps.push({ kind: "literal", value: Number(digits) });
      else if (cursor.take("*")) steps.push(undefined);
      else {
        const name = cursor.identifier();
        if (name === undefined) cursor.fail("a name is expected after the dot");
        steps.push({ kind: "literal", value: name });
      }
    } else if (cursor.take("[")) {
      cursor.skip(true);
      if (cursor.take("*")) steps.push(undefined);
      else steps.push(readExpression(cursor, true, depth + 1));
      cursor.skip(true);
      if (!cursor.take("]")) cursor.fail("a closing bracket is expected");
    } else break;
  }
  if (steps.length === 0) return start;
  if (start.kind === "traversal") return { ...start, steps };
  return { kind: "part", of: start, steps };
}
