import { expect, test } from "vitest";
import { hasHiddenCharacters, showHiddenCharacters } from "../../src/model/index.ts";

const asUnicodeHasIt = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}\u2800]/u;

test("every character of Unicode counts as hidden by its properties, the usual ones too that are told without them", () => {
  const wrong: number[] = [];
  for (let code = 0; code <= 0x10ffff; code += 1) {
    const text = String.fromCodePoint(code);
    if (hasHiddenCharacters(text) !== asUnicodeHasIt.test(text)) wrong.push(code);
  }
  expect(wrong).toEqual([]);
});

test("a hidden character among usual ones is shown", () => {
  expect(showHiddenCharacters("境内 a\u202eb，“c”", (codePoint) => `[${codePoint}]`)).toBe("境内 a[U+202E]b，“c”");
});
