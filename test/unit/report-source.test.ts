import { expect, it } from "vitest";
import { linkRecords } from "../../src/residency/link.ts";
import { spreadFacts } from "../../src/residency/spread-facts.ts";
import { settleStandings } from "../../src/residency/standing.ts";
import { readRun } from "../../src/store/report-source.ts";
import { link, record, storeOf } from "../support/records.ts";
import { fixtureDocument } from "../support/report-fixture.ts";

/** Records that arrive in another order than that of their ids, one of them without a single fact. */
function finishedRun() {
  const store = storeOf([
    record("e", "beijing", { tags: { class: "personal", hint: "important" } }),
    record("b", "singapore"),
    record("d", "hongkong", {
      tags: { origin: "elsewhere", copy: "yes" },
      links: [link("copied-to", "from", { id: "e" })],
    }),
    record("a", "beijing", { role: "flow" }),
    record("c", "singapore", { links: [link("copied-to", "from", { id: "d" })] }),
  ]);
  linkRecords(store);
  spreadFacts(store);
  settleStandings(store);
  const { tool, run, coverage } = fixtureDocument();
  store.setMeta("tool", JSON.stringify(tool));
  store.setMeta("run", JSON.stringify(run));
  store.setMeta("surroundings", JSON.stringify({ ...coverage, interrupted: false }));
  return readRun(store);
}

it("gives each resource its own evidence, certain facts first, whatever order the records came in", () => {
  const source = finishedRun();
  const evidence = [...source.resources()].map(({ id, dataClass }) => [
    id,
    dataClass.evidence.map(({ kind, detail }) => `${kind}: ${detail}`),
  ]);
  expect(evidence).toEqual([
    ["a", ["config: origin mainland: origin=mainland"]],
    ["b", []],
    [
      "c",
      [
        "inherited: class personal: copied-to from d",
        "inherited: class important: copied-to from d",
        "inherited: mainland-copy yes: copied-to from d",
        "inherited: origin elsewhere: copied-to from d",
      ],
    ],
    [
      "d",
      [
        "inherited: class personal: copied-to from e",
        "inherited: class important: copied-to from e",
        "inherited: mainland-copy yes: copied-to from e",
        "tag: mainland-copy yes: mainland-copy=yes",
        "tag: origin elsewhere: origin=elsewhere",
        "inherited: origin mainland: copied-to from e",
      ],
    ],
    [
      "e",
      [
        "tag: class personal: class=personal",
        "tag: class important: class=important",
        "config: origin mainland: origin=mainland",
      ],
    ],
  ]);
});

it("gives the same of a resource that is asked for by itself, also in the middle of the stream", () => {
  const source = finishedRun();
  for (const resource of source.resources()) expect(source.resource(resource.id)).toEqual(resource);
});

it("can be left in the middle and read again", () => {
  const source = finishedRun();
  for (const { id } of source.resources()) if (id === "c") break;
  expect([...source.resources()].map(({ id }) => id)).toEqual(["a", "b", "c", "d", "e"]);
});
