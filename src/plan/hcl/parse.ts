import { type Cursor, createCursor, HclError } from "./cursor.ts";
import { readExpression } from "./parse-expression.ts";
import { readQuoted, readTemplateText } from "./parse-text.ts";
import type { Attribute, Block, Body, Expression, Parsed } from "./syntax.ts";

/** Blocks within blocks; providers nest no more than a handful. */
const maxDepth = 50;

/** Parses a file of HCL: its blocks and attributes, with the lines on which they begin. */
export function parseHcl(text: string): Parsed {
  const cursor = createCursor(text);
  try {
    return { body: readBody(cursor, 0) };
  } catch (error) {
    if (error instanceof HclError) return { mistake: error.mistake };
    throw error;
  }
}

/** Parses a text with `${…}` in it, as the JSON syntax holds it. */
export function parseHclTemplate(text: string): Expression | undefined {
  try {
    return readTemplateText(createCursor(text), readExpression);
  } catch (error) {
    if (error instanceof HclError) return undefined;
    throw error;
  }
}

/** Parses one expression, such as a variable given on the command line. */
export function parseHclExpression(text: string): Expression | undefined {
  const cursor = createCursor(text);
  try {
    const expression = readExpression(cursor, true, 0);
    cursor.skip(true);
    return cursor.at === text.length ? expression : undefined;
  } catch (error) {
    if (error instanceof HclError) return undefined;
    throw error;
  }
}

function readBody(cursor: Cursor, depth: number): Body {
  if (depth > maxDepth) cursor.fail(`blocks nested deeper than ${maxDepth}`);
  const attributes = new Map<string, Attribute>();
  const blocks: Block[] = [];
  for (;;) {
    cursor.skip(true);
    const isEnd = cursor.at >= cursor.text.length;
    if (isEnd && depth > 0) cursor.fail("the file ends within a block");
    if (isEnd || (depth > 0 && cursor.looksAt("}"))) return { attributes, blocks };
    const line = cursor.line();
    const name = cursor.identifier();
    if (name === undefined) cursor.fail("an attribute or a block is expected");
    cursor.skip(false);
    if (cursor.looksAt("=") && !cursor.looksAt("==")) {
      cursor.at += 1;
      if (attributes.has(name)) cursor.fail(`${name} is set a second time`);
      attributes.set(name, { value: readExpression(cursor, false, 0), line });
    } else blocks.push(readBlock(cursor, name, line, depth));
    endLine(cursor, depth);
  }
}

function readBlock(cursor: Cursor, type: string, line: number, depth: number): Block {
  const labels: string[] = [];
  while (!cursor.take("{")) {
    const label = cursor.take('"') ? literal(readQuoted(cursor, 0, readExpression), cursor) : cursor.identifier();
    if (label === undefined) cursor.fail(`an opening brace, a label or an equals sign is expected after ${type}`);
    labels.push(label);
    cursor.skip(false);
  }
  const body = readBody(cursor, depth + 1);
  cursor.at += 1;
  return { type, labels, body, line };
}

function literal(expression: Expression, cursor: Cursor): string {
  if (expression.kind === "literal" && typeof expression.value === "string") return expression.value;
  return cursor.fail("a label must be a plain text");
}

function endLine(cursor: Cursor, depth: number): void {
  cursor.skip(false);
  // A block of one line ends behind its attribute.
  const isEnd = cursor.at >= cursor.text.length || cursor.looksAt("\n") || (depth > 0 && cursor.looksAt("}"));
  if (!isEnd) cursor.fail("the end of the line is expected");
}
