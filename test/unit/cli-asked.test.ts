import { expect, test } from "vitest";
import { askedBy } from "../../src/cli/asked.ts";

test("a flag beats its environment variable, which beats nothing", () => {
  expect(askedBy({ failOn: "low" }, { JINGNEI_FAIL_ON: "high" }).text("fail-on")).toBe("low");
  expect(askedBy({}, { JINGNEI_FAIL_ON: "high" }).text("fail-on")).toBe("high");
  expect(askedBy({}, { JINGNEI_FAIL_ON: "" }).text("fail-on")).toBeUndefined();
  expect(askedBy({}, {}).text("fail-on")).toBeUndefined();
});

test.each([
  ["1", true],
  ["true", true],
  ["YES", true],
  ["0", false],
  ["false", false],
  ["off", false],
])("JINGNEI_QUIET=%s is %s", (value, expected) => {
  expect(askedBy({}, { JINGNEI_QUIET: value }).isSet("quiet")).toBe(expected);
});

test("what is wrong is named as the user gave it", () => {
  expect(() => askedBy({}, { JINGNEI_QUIET: "maybe" }).isSet("quiet")).toThrow('JINGNEI_QUIET "maybe" is neither');
  expect(() => askedBy({ failOn: "hgih" }, {}).choice("fail-on", ["high", "low"])).toThrow(
    '--fail-on "hgih" is not known. Did you mean high?',
  );
  expect(() => askedBy({ concurrency: "0x10" }, {}).count("concurrency", 1, 256)).toThrow(
    "a whole number from 1 to 256",
  );
  expect(() => askedBy({ concurrency: "257" }, {}).count("concurrency", 1, 256)).toThrow(
    "a whole number from 1 to 256",
  );
  expect(() => askedBy({ output: "" }, {}).text("output")).toThrow("--output is empty");
});

test("lists may be repeated, separated by commas, or both", () => {
  expect(askedBy({ only: ["a,b", "c", "a"] }, {}).list("only")).toEqual(["a", "b", "c"]);
  expect(askedBy({}, { JINGNEI_ONLY: "a, b" }).list("only")).toEqual(["a", "b"]);
  expect(() => askedBy({ only: ["a,,b"] }, {}).list("only")).toThrow("--only has an empty entry");
});

test.each([["2026-02-29"], ["2026-13-01"], ["26-01-01"], ["yesterday"], ["2026-1-1"]])("%s is no day", (value) => {
  expect(() => askedBy({ asOf: value }, {}).day("as-of")).toThrow("is no date");
});

test("a day that exists is taken", () => {
  expect(askedBy({ asOf: "2028-02-29" }, {}).day("as-of")).toBe("2028-02-29");
});
