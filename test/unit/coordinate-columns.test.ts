import { describe, expect, it } from "vitest";
import { createColumn, weighCell } from "../../src/inspect/columns/column.ts";
import { judgePair } from "../../src/inspect/columns/coordinates.ts";
import { type HeaderHints, noHints } from "../../src/inspect/columns/hints.ts";
import { createHasher } from "../../src/inspect/hash.ts";

const named: HeaderHints = { ...noHints, strong: new Set(["coordinate"]) };

function judge(east: readonly number[], north: readonly number[], hints: HeaderHints): number | undefined {
  const [first, second] = [east, north].map((values) => {
    const column = createColumn("", "", false);
    for (const value of values) weighCell(column, value.toFixed(6), [], createHasher("test"));
    return column;
  });
  if (first === undefined || second === undefined) return undefined;
  return judgePair([first, second], [hints, hints])?.confidence;
}

const range = (from: number, step: number): readonly number[] => Array.from({ length: 8 }, (_, at) => from + at * step);

describe("two neighbouring columns of decimals", () => {
  it("are places by their names, few or one, in either order", () => {
    expect(judge([116.39713, 121.4737], [39.908741, 31.2304], named)).toBe(0.95);
    expect(judge([39.908741], [116.39713], named)).toBe(0.95);
  });

  it("are a hint without names, where there are some and they differ", () => {
    expect(judge(range(116.39713, 0.5), range(31.2304, 0.5), noHints)).toBe(0.7);
    expect(judge(range(116.39713, 0.5), range(31.2304, 0), noHints)).toBeUndefined();
    expect(judge([116.39713], [39.908741], noHints)).toBeUndefined();
  });

  it("are none where one lies outside the box, or both could be a longitude", () => {
    expect(judge([73.9857], [60.7484], named)).toBeUndefined();
    expect(judge(range(80.5, 3), range(90.5, 2), named)).toBeUndefined();
    expect(judge([116.39713], [39.908741], { ...named, veto: true })).toBeUndefined();
  });
});
