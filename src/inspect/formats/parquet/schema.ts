import { malformed } from "../binary/gap.ts";
import { memberName } from "../binary/member-name.ts";
import { numberIn, structIn, type ThriftStruct, textIn } from "./thrift.ts";

/** A column that holds values, and how to read them. */
export interface Leaf {
  /** As `customer.phones.element`. */
  readonly name: string;
  readonly type: number;
  readonly length: number;
  /** Levels of optional and repeated fields around a value. */
  readonly definition: number;
  readonly repetition: number;
  readonly meaning: Meaning;
}

/** What the numbers or bytes of a column stand for. */
export interface Meaning {
  readonly kind: "date" | "decimal" | "plain" | "text" | "timestamp" | "unsigned" | "uuid";
  /** Digits behind the point of a decimal; units per millisecond of a timestamp. */
  readonly scale: number;
}

const deepest = 64;

/** The columns with values, in the order in which row groups have them. */
export function leavesOf(schema: readonly ThriftStruct[]): readonly Leaf[] {
  const leaves: Leaf[] = [];
  let next = 1;

  function walk(path: string, count: number, definition: number, repetition: number, depth: number): void {
    if (depth > deepest) throw malformed("has columns that are nested too deep");
    for (let index = 0; index < count; index++) {
      const element = schema[next++];
      if (element === undefined) throw malformed("has fewer columns than it says");
      const own = memberName(textIn(element, 4));
      // The groups that a list or a map needs say nothing.
      const isWrapping = /^(list|bag|array|element|array_element|key_value|map)$/.test(own) && depth > 0;
      const name = isWrapping && path !== "" ? path : path === "" ? own : `${path}.${own}`;
      const kind = numberIn(element, 3) ?? 0;
      const levels = [definition + (kind === 0 ? 0 : 1), repetition + (kind === 2 ? 1 : 0)] as const;
      const children = numberIn(element, 5) ?? 0;
      const type = numberIn(element, 1);
      if (type === undefined || children > 0) walk(name, children, ...levels, depth + 1);
      else {
        const length = numberIn(element, 2) ?? 0;
        leaves.push({ name, type, length, definition: levels[0], repetition: levels[1], meaning: meaningOf(element) });
      }
    }
  }

  const [root] = schema;
  walk("", numberIn(root, 5) ?? 0, 0, 0, 0);
  return leaves;
}

/** By `LogicalType`, or by `ConvertedType` of older writers. */
function meaningOf(element: ThriftStruct): Meaning {
  const logical = structIn(element, 10);
  const converted = numberIn(element, 6);
  const decimal = structIn(logical, 5);
  if (decimal !== undefined || converted === 5) {
    return { kind: "decimal", scale: numberIn(decimal, 1) ?? numberIn(element, 7) ?? 0 };
  }
  if (logical?.has(6) === true || converted === 6) return { kind: "date", scale: 0 };
  const unit = structIn(structIn(logical, 8), 2);
  if (unit !== undefined) return { kind: "timestamp", scale: unit.has(3) ? 1e6 : unit.has(2) ? 1e3 : 1 };
  if (converted === 9 || converted === 10) return { kind: "timestamp", scale: converted === 9 ? 1 : 1e3 };
  if ([1, 4, 12].some((id) => logical?.has(id)) || [0, 4, 19].includes(converted ?? -1))
    return { kind: "text", scale: 0 };
  if (logical?.has(14) === true) return { kind: "uuid", scale: 0 };
  const isUnsigned =
    structIn(logical, 10)?.get(2) === false || (converted !== undefined && converted >= 11 && converted <= 14);
  return { kind: isUnsigned ? "unsigned" : "plain", scale: 0 };
}
