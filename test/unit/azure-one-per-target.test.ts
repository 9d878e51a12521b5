import { expect, test } from "vitest";
import { onePerTarget } from "../../providers/azure/one-per-target.ts";
import type { Link } from "../../src/model/index.ts";

const to = (id: string): Link => ({
  kind: "streams-to",
  direction: "to",
  target: { id },
  evidence: { source: "list", field: "id", value: id },
});

test.each([[["/A", "/a", "/b"]], [["/b", "/a", "/A"]]])(
  "of several links to one end the same is kept in whatever order they come (%o)",
  (ids) => {
    const kept = onePerTarget(ids.map(to)).map(({ target }) => target.id);
    expect(kept.sort()).toEqual(["/A", "/b"]);
  },
);
