/** An expression of HCL, as far as it is looked at. */
export type Expression =
  | { readonly kind: "literal"; readonly value: string | number | boolean | null }
  /** A text with `${…}` in it. */
  | { readonly kind: "template"; readonly parts: readonly Expression[] }
  | { readonly kind: "list"; readonly items: readonly Expression[] }
  | { readonly kind: "object"; readonly entries: readonly (readonly [Expression, Expression])[] }
  /** `var.regions["hk"].name`; a splat or anything else that picks many is `undefined` among the steps. */
  | { readonly kind: "traversal"; readonly root: string; readonly steps: readonly (Expression | undefined)[] }
  | {
      readonly kind: "conditional";
      readonly condition: Expression;
      readonly yes: Expression;
      readonly no: Expression;
    }
  | { readonly kind: "equal"; readonly isEqual: boolean; readonly left: Expression; readonly right: Expression }
  /** `name` without `core::`; with `isSpread` the last argument is a list of arguments. */
  | { readonly kind: "call"; readonly name: string; readonly args: readonly Expression[]; readonly isSpread: boolean }
  | LoopExpression
  /** `split("-", var.zone)[0]`. */
  | { readonly kind: "part"; readonly of: Expression; readonly steps: readonly (Expression | undefined)[] }
  /** An operator, or what a template decides: not worked out, but what it is made of is known. */
  | { readonly kind: "opaque"; readonly parts: readonly Expression[] };

/** `[for k, v in source : value if condition]`, or `{ … : key => value... }`. */
export interface LoopExpression {
  readonly kind: "loop";
  /** The names of the key and the value, or of the value alone. */
  readonly names: readonly string[];
  readonly source: Expression;
  /** Of a map only. */
  readonly key?: Expression;
  readonly value: Expression;
  readonly condition?: Expression;
  /** Values of the same key make a list. */
  readonly isGrouped: boolean;
}

export interface Attribute {
  readonly value: Expression;
  readonly line: number;
}

/** What stands between the braces of a block, or in a file. */
export interface Body {
  readonly attributes: ReadonlyMap<string, Attribute>;
  readonly blocks: readonly Block[];
}

export interface Block {
  readonly type: string;
  readonly labels: readonly string[];
  readonly body: Body;
  readonly line: number;
}

/** A block and the file it stands in. */
export interface Placed {
  readonly block: Block;
  readonly file: string;
}

/** Where a file cannot be read on. Line and column from 1. */
export interface SyntaxMistake {
  readonly message: string;
  readonly line: number;
  readonly column: number;
}

export type Parsed = { readonly body: Body } | { readonly mistake: SyntaxMistake };
