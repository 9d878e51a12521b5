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
  /** `jsonencode(…)`, as most policies are written. */
  | { readonly kind: "json"; readonly value: Expression }
  /** A call, an operator, a `for`: not worked out, but what it is made of is known. */
  | { readonly kind: "opaque"; readonly parts: readonly Expression[] };

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

/** Where a file cannot be read on. Line and column from 1. */
export interface SyntaxMistake {
  readonly message: string;
  readonly line: number;
  readonly column: number;
}

export type Parsed = { readonly body: Body } | { readonly mistake: SyntaxMistake };
