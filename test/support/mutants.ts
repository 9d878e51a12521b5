import { type ASTNode, serialize } from "@marcbachmann/cel-js";
import { childrenOf, conditionLanguage } from "../../policies/cel.ts";

export interface Mutant {
  readonly text: string;
  readonly change: string;
}

/** The condition negated as a whole, and with each term of each `&&` and `||` negated and dropped. */
export function mutantsOf(text: string): readonly Mutant[] {
  const { ast } = conditionLanguage().environment.parse(text);
  return [
    { text: `!(${text})`, change: "all negated" },
    ...termsOf(ast).flatMap(({ node, neutral }) => [
      { text: render(ast, node, `!(${serialize(node)})`), change: `negated: ${serialize(node)}` },
      { text: render(ast, node, neutral), change: `dropped: ${serialize(node)}` },
    ]),
  ];
}

function termsOf(node: ASTNode): readonly { readonly node: ASTNode; readonly neutral: string }[] {
  const own =
    node.op === "&&" || node.op === "||"
      ? node.args.map((term) => ({ node: term, neutral: node.op === "&&" ? "true" : "false" }))
      : [];
  return [...own, ...childrenOf(node).flatMap(termsOf)];
}

/** The condition as text, with one node replaced. */
function render(node: ASTNode, target: ASTNode, by: string): string {
  if (node === target) return by;
  if (node.op === "&&" || node.op === "||") {
    return `(${node.args.map((term) => render(term, target, by)).join(` ${node.op} `)})`;
  }
  return node.op === "!_" ? `!${render(node.args, target, by)}` : `(${serialize(node)})`;
}
