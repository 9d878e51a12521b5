import { describe, expect, it } from "vitest";
import { fold } from "../../src/inspect/fold.ts";

describe("a value as detectors see it", () => {
  it.each([
    [" １３８１２３４５６７８\t", "13812345678"],
    ["'110105194912310020", "110105194912310020"],
    ['="6222020212345678909"', "6222020212345678909"],
    ["\u202d138 1234 5678\u202c", "138 1234 5678"],
    ["138\u00a01234\u30005678", "138 1234 5678"],
    ["\ufeff京Ａ１２３４５", "京A12345"],
    ["'a' or 'b'", "'a' or 'b'"],
    ["it's", "it's"],
    ["", ""],
  ])("of %j is %j", (value, folded) => {
    expect(fold(value)).toBe(folded);
  });
});
