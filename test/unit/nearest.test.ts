import { expect, test } from "vitest";
import { editDistance, nearest } from "../../src/model/nearest.ts";

test.each([
  ["", "", 0],
  ["abc", "abc", 0],
  ["abc", "acb", 1],
  ["abc", "ab", 1],
  ["abc", "xabc", 1],
  ["kitten", "sitting", 3],
  ["a", "", 1],
])("%j is %j after %i edits", (a, b, edits) => {
  expect(editDistance(a, b)).toBe(edits);
  expect(editDistance(b, a)).toBe(edits);
});

test("case and underscores do not count", () => {
  expect(nearest("Fail_On", ["quiet", "fail-on"])).toBe("fail-on");
});

test("what is too far is not suggested", () => {
  expect(nearest("frankfurt", ["json", "html"])).toBeUndefined();
  expect(nearest("xy", ["ab"])).toBeUndefined();
  expect(nearest("anything", [])).toBeUndefined();
});

test("a very long word costs no time", () => {
  expect(nearest("x".repeat(5_000_000), ["json"])).toBeUndefined();
});
