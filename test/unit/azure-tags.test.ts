import { describe, expect, test } from "vitest";
import { readTags } from "../../providers/azure/tags.ts";

describe("tags", () => {
  test.each([undefined, null, {}])("given as %o are none", (tags) => {
    expect(readTags(tags)).toEqual({ tags: { known: true, value: {} }, unread: null });
  });

  test.each([7, "a", true, [["data-class", "personal"]]])("given as %o are unknown, and said to be", (tags) => {
    expect(readTags(tags)).toEqual({ tags: { known: false, why: "malformed" }, unread: "its tags cannot be read" });
  });

  test("that cannot be read are counted and take no other with them", () => {
    expect(readTags({ a: {}, "data-class": "personal", b: [], n: 0, none: null })).toEqual({
      tags: { known: true, value: { "data-class": "personal", n: "0", none: "" } },
      unread: "2 tags have values that cannot be read",
    });
  });
});
