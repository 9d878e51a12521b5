import { expect, test } from "vitest";
import { tokensIn } from "../../src/inspect/engine/tokens.ts";

test.each([
  ["证件11010519491231002x，手机138-1234-5678。", ["11010519491231002x", "138-1234-5678"]],
  ["card 6222 0202 1234 5678 909, ref 2024-0001", ["6222 0202 1234 5678 909", "2024-0001"]],
  ["91350100M000100Y43/LSVAA49J132047371", ["91350100M000100Y43", "LSVAA49J132047371"]],
  ["138xxxx5678 00-1a-2b-3c-4d-5e", ["138xxxx5678", "00-1a-2b-3c-4d-5e"]],
  ["in 2024 12345 6789", []],
  ["a1b2c3d4e5f6 Windows10 x-request-id ABCDEFGH", []],
  [`${"1".repeat(32)} 9c43a8c3-b7cf-43c2-a563-2b92409d3fb6`, []],
  ["1234 5678 9012 34567", ["1234 5678 9012"]],
  ["12345678", ["12345678"]],
  ["", []],
])("of %j are weighed %j", (text, tokens) => {
  expect(tokensIn(text)).toEqual(tokens);
});
