import { expect, test } from "vitest";
import { packed } from "../../src/cli/packed.ts";
import { seededRandom } from "../support/seeded-random.ts";

test("texts become the bytes that they are as one text, whatever the size of a buffer", () => {
  const random = seededRandom(11);
  for (let round = 0; round < 200; round += 1) {
    const texts = Array.from({ length: random.below(30) }, () => random.text(random.below(40), "ab \né中境\ud800"));
    texts.push("😀");
    const bytes: Buffer[] = [];
    // A buffer is used again: what is kept is a copy.
    for (const piece of packed(texts, 1 + random.below(90))) bytes.push(Buffer.from(piece));
    expect(Buffer.concat(bytes).equals(Buffer.concat(texts.map((text) => Buffer.from(text))))).toBe(true);
  }
});

test("the buffer that was handed out last stays as it is while the next is filled", () => {
  let last: { readonly piece: Uint8Array; readonly copy: string } | undefined;
  for (const piece of packed(
    Array.from({ length: 50 }, (_, index) => `line ${index}\n`),
    40,
  )) {
    if (last !== undefined) expect(Buffer.from(last.piece).toString()).toBe(last.copy);
    last = { piece, copy: Buffer.from(piece).toString() };
  }
  expect(last).toBeDefined();
});
