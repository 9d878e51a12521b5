import { textOf } from "./definitions.ts";
import type { Expression } from "./syntax.ts";

/** Names that are no part of a module: of the block around, of Terraform itself. */
const surroundings: ReadonlySet<string> = new Set(["each", "count", "path", "terraform", "self"]);

/** What an expression mentions, as far as it names something: `var.x`, `local.y`, `module.m`, `aws_s3_bucket.b`, `data.t.n`. */
export function mentionsIn(expression: Expression): ReadonlySet<string> {
  const found = new Set<string>();

  /** @param own - names of the `for` around */
  function visit(at: Expression, own: ReadonlySet<string>): void {
    if (at.kind === "traversal" && !own.has(at.root)) {
      const head = headOf([at.root, ...at.steps.map(textOf)]);
      if (head !== undefined) found.add(head);
    }
    const inner = at.kind === "loop" ? new Set([...own, ...at.names]) : own;
    if (at.kind === "loop") visit(at.source, own);
    for (const part of partsOf(at)) if (part !== undefined) visit(part, inner);
  }

  visit(expression, new Set());
  return found;
}

/** What an expression is made of; of a `for` what stands within its names. */
function partsOf(expression: Expression): readonly (Expression | undefined)[] {
  switch (expression.kind) {
    case "literal":
      return [];
    case "template":
    case "opaque":
      return expression.parts;
    case "list":
      return expression.items;
    case "object":
      return expression.entries.flat();
    case "conditional":
      return [expression.condition, expression.yes, expression.no];
    case "equal":
      return [expression.left, expression.right];
    case "call":
      return expression.args;
    case "part":
      return [expression.of, ...expression.steps];
    case "loop":
      return [expression.key, expression.value, expression.condition];
    case "traversal":
      return expression.steps;
  }
}

/** The steps of a reference down to what it names. */
export function headOf([root, first, second]: readonly (string | undefined)[]): string | undefined {
  if (root === undefined || first === undefined || surroundings.has(root)) return undefined;
  if (root !== "data") return `${root}.${first}`;
  return second === undefined ? undefined : `data.${first}.${second}`;
}
