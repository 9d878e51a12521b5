import { describe, expect, it } from "vitest";
import type { EdgeInQuestion, ResourceRecord } from "../../src/model/index.ts";
import { linkRecords } from "../../src/residency/link.ts";
import { questions } from "../../src/residency/questions.ts";
import { spreadFacts } from "../../src/residency/spread-facts.ts";
import { settleStandings } from "../../src/residency/standing.ts";
import { link, record, storeOf } from "../support/records.ts";

/** What is known of each resource's data where it rests, by id. */
function atRest(records: readonly ResourceRecord[]): Readonly<Record<string, EdgeInQuestion["data"]>> {
  const store = storeOf(records);
  linkRecords(store);
  spreadFacts(store);
  settleStandings(store);
  return Object.fromEntries(
    [...questions(store)]
      .filter(({ edge }) => edge.kind === "stored-in")
      .map(({ resource, data }) => [resource.id, data]),
  );
}

function withSecondRegion(records: readonly ResourceRecord[]): readonly string[] {
  return Object.entries(atRest(records)).flatMap(([id, data]) => (data.secondMainlandRegion === true ? [id] : []));
}

const to = (id: string, kind: Parameters<typeof link>[0] = "replicates-to") => ({ links: [link(kind, "to", { id })] });

describe("a copy in a second mainland region", () => {
  it("serves both ends of a replication between two mainland regions", () => {
    expect(withSecondRegion([record("A", "beijing", to("B")), record("B", "shanghai")])).toEqual(["A", "B"]);
  });

  it("is none in the same region, and none outside the mainland", () => {
    expect(withSecondRegion([record("A", "beijing", to("B")), record("B", "beijing")])).toEqual([]);
    expect(withSecondRegion([record("A", "beijing", to("B")), record("B", "hongkong")])).toEqual([]);
  });

  it("is found along a chain, through a place outside too", () => {
    const chain = [
      record("A", "beijing", to("B")),
      record("B", "hongkong", to("C", "copied-to")),
      record("C", "shanghai"),
    ];
    expect(withSecondRegion(chain)).toEqual(["A", "B", "C"]);
  });

  it("is no extract: logs and streams are not the whole store", () => {
    expect(withSecondRegion([record("A", "beijing", to("B", "logs-to")), record("B", "shanghai")])).toEqual([]);
    expect(withSecondRegion([record("A", "beijing", to("B", "streams-to")), record("B", "shanghai")])).toEqual([]);
  });

  it("counts where only its place was told: a geo-redundant pair, a backup rule with its destination", () => {
    const pair = { links: [link("replicates-to", "to", { place: { region: "shanghai" } })] };
    expect(withSecondRegion([record("A", "beijing", pair)])).toEqual(["A"]);
    const outside = { links: [link("backs-up-to", "to", { place: { region: "singapore" } })] };
    expect(withSecondRegion([record("A", "beijing", outside)])).toEqual([]);
    expect(withSecondRegion([record("Z", "beijing", to("A")), record("A", "beijing", pair)])).toEqual(["A", "Z"]);
  });

  it("is told apart from what the copy itself came from in the same region", () => {
    const records = [
      record("A", "beijing", to("B")),
      record("B", "beijing", { links: [link("copied-to", "to", { id: "D" })] }),
      record("D", "shanghai"),
      record("U", "shanghai", to("B")),
    ];
    expect(withSecondRegion(records)).toEqual(["A", "B", "D", "U"]);
  });

  it("ends on a cycle of replicas", () => {
    expect(withSecondRegion([record("A", "beijing", to("B")), record("B", "shanghai", to("A"))])).toEqual(["A", "B"]);
  });
});

describe("a mainland copy", () => {
  it("counts for its source where only its place was told", () => {
    const data = atRest([
      record("A", "hongkong", { links: [link("replicates-to", "to", { place: { region: "beijing" } })] }),
      record("Z", "hongkong", to("A")),
      record("Q", "hongkong", { links: [link("replicates-to", "to", { place: { region: "singapore" } })] }),
    ]);
    expect([data["A"]?.mainlandCopy, data["Z"]?.mainlandCopy, data["Q"]?.mainlandCopy]).toEqual([
      "yes",
      "yes",
      "unknown",
    ]);
  });
});

describe("kinds of data and graded-protection levels", () => {
  it("travel along whatever carries data, and add up", () => {
    const data = atRest([
      record("A", "beijing", { tags: { kind: "financial", mlps: "3" }, links: [link("logs-to", "to", { id: "B" })] }),
      record("B", "shanghai", { tags: { kind: "minors", mlps: "2" }, ...to("C", "copied-to") }),
      record("C", "hongkong"),
    ]);
    expect(data["A"]).toMatchObject({ kinds: ["financial"], mlps: 3 });
    expect(data["B"]).toMatchObject({ kinds: ["financial", "minors"], mlps: 3 });
    expect(data["C"]).toMatchObject({ kinds: ["financial", "minors"], mlps: 3 });
  });

  it("stay away from what only shares a key", () => {
    const data = atRest([
      record("A", "beijing", { tags: { kind: "financial", mlps: "3" }, ...to("B", "key-held-in") }),
      record("B", "beijing"),
    ]);
    expect(data["B"]).toMatchObject({ kinds: [], mlps: 0 });
  });
});
