import type { Known } from "../../model/index.ts";
import type { RawMap } from "./raw.ts";
import type { Value } from "./value.ts";

/** What functions may ask of the stack they stand in. */
export interface Evaluation {
  value(raw: unknown): Value;
  /** Three-valued: `undefined` where it depends on what is not known. */
  holds(raw: unknown): boolean | undefined;
  ref(name: string): Value;
  attribute(name: string, attribute: string): Value;
  /** The cell of a mapping; `undefined` where there is none. */
  cell(mapping: string, row: string, column: string): unknown;
  /** Evaluates what may not come about: its references are no dependencies. */
  perhaps(work: () => Value): Value;
  /** Something that could not be read, in words; filed as a gap of the resource that is being evaluated. */
  note(detail: string): void;
  /** Counts work that a small template can make large. @throws JingneiError beyond the bounds */
  spend(units: number): void;
}

export type TemplateFunction = (argument: unknown, evaluation: Evaluation) => Value;

/** A stack that a resource of another one brings with it. */
export interface NestedStack {
  /** Names of the properties with the template's path, its text, and the values for its parameters. */
  readonly path: string;
  readonly body?: string;
  readonly parameters: string;
  /** Left out = one stack, in the region of the parent. */
  instances?(resource: NestedResource): readonly StackInstance[];
}

export interface NestedResource {
  /** Logical id. */
  readonly name: string;
  readonly properties: Value;
  /** Properties of other resources of the same stack, as they stand in the file and as they are worked out. */
  others(kind: string): readonly { readonly raw: unknown; readonly properties: Value }[];
}

/** One of several stacks made from one template. */
export interface StackInstance {
  /** What tells it from the others: its region. Left out = cannot be told. */
  readonly key?: string;
  readonly region: Known<string>;
  readonly regionEvidence: string;
}

/** What tells one kind of stack template from the others. */
export interface Marks {
  readonly id: string;
  readonly title: string;
  /** Key of the version at the top: a document with it is of this dialect. */
  readonly versionKey: string;
  /** The only one that the service has ever had. */
  readonly version: string;
  /** How types of resources begin. */
  readonly kindPrefixes: readonly string[];
}

/** What one kind of stack template calls things. */
export interface Dialect extends Marks {
  /** How names begin that the service fills in itself. */
  readonly pseudoPrefix: string;
  readonly pseudo: {
    readonly region: string;
    readonly noValue: string;
    readonly account: string;
    readonly partition?: string;
    /** Number of a resource among those that `Count` makes. */
    readonly index?: string;
  };
  /** Whether resources take `Count`. */
  readonly counts: boolean;
  readonly functions: ReadonlyMap<string, TemplateFunction>;
  /** Whether a parameter's value is looked up when the stack is made. */
  isLookup(parameterType: string): boolean;
  /** Whether a type makes nothing by itself: it asks what is there, or says where another one applies. */
  makesNothing(kind: string): boolean;
  /** Whether a macro replaces resources of this type by others, so that references between them are no dependencies. */
  isExpanded(kind: string): boolean;
  /** What is known of a macro: `read` where resources can be taken as they stand; else why they cannot. */
  macro(name: string): "read" | { readonly why: string };
  /** End of the key in a nested stack's metadata under which the tool that wrote the template names the file that it will upload. */
  readonly assetKeyEnd?: string;
  nested(kind: string): NestedStack | undefined;
  /** The properties as they apply, where the template states some of them for all resources of a type. */
  properties?(kind: string, properties: unknown, template: RawMap): unknown;
}
