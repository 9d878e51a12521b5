import { describe, expect, it } from "vitest";
import type { ResourceRecord } from "../../src/model/index.ts";
import { linkRecords } from "../../src/residency/link.ts";
import { questions } from "../../src/residency/questions.ts";
import { spreadFacts } from "../../src/residency/spread-facts.ts";
import { settleStandings } from "../../src/residency/standing.ts";
import { link, record, storeOf } from "../support/records.ts";

function settled(records: readonly ResourceRecord[]) {
  const store = storeOf(records);
  linkRecords(store);
  spreadFacts(store);
  settleStandings(store);
  return store;
}

function edgesOf(records: readonly ResourceRecord[]): string[] {
  const store = settled(records);
  return [
    ...store.rows<Record<string, string>>(
      "SELECT from_id, kind, to_id, party, jurisdiction FROM edge WHERE kind <> 'stored-in' ORDER BY 1, 2, 3, 4",
    ),
  ].map((row) => [row["from_id"], row["kind"], row["to_id"] ?? row["party"] ?? "-", row["jurisdiction"]].join(" "));
}

function standingsOf(records: readonly ResourceRecord[]): Record<string, string> {
  const store = settled(records);
  const rows = store.rows<Record<string, string | number>>(
    "SELECT id, class, confidence, origin, contradicted, mainland_copy, scope FROM resource JOIN standing ON resource = n ORDER BY id",
  );
  return Object.fromEntries(
    [...rows].map((row) => [
      row["id"],
      `${row["class"]} ${row["confidence"]} ${row["origin"]} ${row["contradicted"] === 1 ? "contradicted " : ""}copy:${row["mainland_copy"]} ${row["scope"]}`,
    ]),
  );
}

describe("links become edges", () => {
  it("finds the other end by id in any case, by alias, by stated place, or leaves it unlocated", () => {
    expect(
      edgesOf([
        record("A", "beijing", {
          links: [
            link("replicates-to", "to", { id: "b" }),
            link("backs-up-to", "to", { id: "snap-1" }),
            link("logs-to", "to", { id: "elsewhere", place: { region: "singapore" } }),
            link("streams-to", "to", { id: "nobody-knows" }),
            link("shared-with", "to", { party: "*" }),
          ],
        }),
        record("B", "hongkong"),
        record("C", "shanghai", { aliases: ["snap-1"] }),
      ]),
    ).toEqual([
      "A backs-up-to C mainland",
      "A logs-to elsewhere foreign",
      "A replicates-to B hong-kong",
      "A shared-with * unknown",
      "A streams-to nobody-knows unknown",
    ]);
  });

  it("turns a copy that names its source into an edge from the source, observed or not", () => {
    expect(
      edgesOf([
        record("disk", "beijing"),
        record("snapshot", "hongkong", { links: [link("copied-to", "from", { id: "disk" })] }),
        record("orphan", "singapore", { links: [link("copied-to", "from", { id: "gone" })] }),
      ]),
    ).toEqual(["disk copied-to snapshot hong-kong", "gone copied-to orphan foreign"]);
  });

  it("says of what is stored which answer placed it, and names the type where none is told", () => {
    const told = { source: "test:List", field: "Location", value: "Hong Kong 1" };
    const store = settled([record("A", "hongkong", { placeEvidence: told }), record("B", "beijing")]);
    const rows = [...store.rows<Record<string, string>>("SELECT source, field, value FROM edge ORDER BY from_id")];
    expect(rows.map((row) => ({ ...row }))).toEqual([
      told,
      { source: "test/store/thing", field: "region", value: "beijing" },
    ]);
  });

  it("tells an edge once when both ends state it, with the evidence that sorts first", () => {
    const store = settled([
      record("A", "beijing", { links: [link("replicates-to", "to", { id: "B" }, "z")] }),
      record("B", "hongkong", { links: [link("replicates-to", "from", { id: "A" }, "a")] }),
    ]);
    const rows = [...store.rows<Record<string, string>>("SELECT kind, field FROM edge WHERE kind <> 'stored-in'")];
    expect(rows.map((row) => ({ ...row }))).toEqual([{ kind: "replicates-to", field: "a" }]);
  });

  it("tells an edge between two accounts once, with the other account as its party", () => {
    const out = link("replicates-to", "to", { id: "B", party: "2" }, "z");
    const store = settled([
      record("A", "beijing", { links: [out] }),
      record("B", "hongkong", { account: "2", links: [link("replicates-to", "from", { id: "A", party: "1" }, "a")] }),
    ]);
    const rows = [...store.rows<Record<string, string>>("SELECT to_id, party FROM edge WHERE kind <> 'stored-in'")];
    expect(rows.map((row) => ({ ...row }))).toEqual([{ to_id: "B", party: "2" }]);
  });

  it("opens the data where it lies when the other account was scanned too", () => {
    const share = link("shared-with", "to", { party: "2" });
    const store = storeOf([
      record("snapshot", "beijing", { role: "copy", links: [share] }),
      record("x", "beijing", { account: "2" }),
    ]);
    linkRecords(store);
    expect(
      [...store.rows<Record<string, string>>("SELECT party, jurisdiction FROM edge WHERE kind = 'shared-with'")].map(
        (r) => ({ ...r }),
      ),
    ).toEqual([{ party: "2", jurisdiction: "mainland" }]);
  });
});

describe("facts travel", () => {
  it("carries class and origin three copies far, tagged or not, and never backwards", () => {
    expect(
      standingsOf([
        record("a", "beijing", { tags: { class: "personal" } }),
        record("b", "hongkong", { links: [link("copied-to", "from", { id: "a" })] }),
        record("c", "singapore", { links: [link("copied-to", "from", { id: "b" })], tags: { class: "general" } }),
        record("d", "singapore", { links: [link("logs-to", "from", { id: "c" })] }),
        record("upstream", "shanghai", { links: [link("replicates-to", "to", { id: "a" })] }),
      ]),
    ).toEqual({
      a: "personal 0.95 mainland copy:yes in",
      b: "personal 0.95 mainland copy:yes in",
      c: "personal 0.95 mainland copy:yes in",
      d: "personal 0.95 mainland copy:unknown in",
      upstream: "unclassified 0 mainland copy:yes in",
    });
  });

  it("ends on a cycle and lets the best confidence win", () => {
    expect(
      standingsOf([
        record("a", "singapore", { tags: { hint: "personal" }, links: [link("replicates-to", "to", { id: "b" })] }),
        record("b", "singapore", { links: [link("replicates-to", "to", { id: "c" })] }),
        record("c", "singapore", { tags: { class: "personal" }, links: [link("replicates-to", "to", { id: "a" })] }),
      ]),
    ).toEqual({
      a: "personal 0.95 unknown copy:unknown unknown",
      b: "personal 0.95 unknown copy:unknown unknown",
      c: "personal 0.95 unknown copy:unknown unknown",
    });
  });

  it("inherits what the source declares before it presumes from the place", () => {
    expect(
      standingsOf([
        record("berlin", "singapore", {
          tags: { origin: "elsewhere" },
          links: [link("replicates-to", "to", { id: "transit" })],
        }),
        record("transit", "beijing", { links: [link("replicates-to", "to", { id: "back" })] }),
        record("back", "singapore"),
      ]),
    ).toEqual({
      back: "unclassified 0 elsewhere copy:yes in",
      berlin: "unclassified 0 elsewhere copy:yes out",
      transit: "unclassified 0 elsewhere copy:yes in",
    });
  });

  it("notices a store declared as elsewhere that a mainland store feeds", () => {
    const standings = standingsOf([
      record("a", "beijing", { links: [link("replicates-to", "to", { id: "b" })] }),
      record("b", "singapore", { tags: { origin: "elsewhere" } }),
    ]);
    expect(standings["b"]).toBe("unclassified 0 elsewhere contradicted copy:yes in");
  });

  it("takes the place of a source that is gone as a sign of origin, not as a mainland copy", () => {
    const standings = standingsOf([
      record("copy", "singapore", { links: [link("copied-to", "from", { id: "gone", place: { region: "beijing" } })] }),
      record("of-copy", "singapore", { links: [link("copied-to", "from", { id: "copy" })] }),
    ]);
    expect(standings).toEqual({
      copy: "unclassified 0 mainland copy:unknown in",
      "of-copy": "unclassified 0 mainland copy:unknown in",
    });
  });

  it("counts a replica kept in the mainland as the mainland copy of a store outside", () => {
    const standings = standingsOf([
      record("outside", "singapore", { links: [link("replicates-to", "to", { id: "inside" })] }),
      record("inside", "beijing"),
      record("declared", "singapore", { tags: { copy: "no" } }),
    ]);
    expect(standings["outside"]).toBe("unclassified 0 unknown copy:yes unknown");
    expect(standings["declared"]).toBe("unclassified 0 unknown copy:no unknown");
  });

  it("lets a disk inherit from its machine without an edge in the report", () => {
    const records = [
      record("vm", "beijing", { role: "compute", tags: { class: "sensitive-personal" } }),
      record("disk", "beijing", { links: [link("part-of", "from", { id: "vm" })] }),
    ];
    expect(standingsOf(records)["disk"]).toBe("sensitive-personal 0.95 mainland copy:yes in");
    expect(edgesOf(records)).toEqual([]);
  });

  it("does not depend on the order of arrival", () => {
    const records = [
      record("z", "beijing", { tags: { class: "personal" }, links: [link("replicates-to", "to", { id: "m" })] }),
      record("a", "beijing", { tags: { class: "personal" }, links: [link("replicates-to", "to", { id: "m" })] }),
      record("m", "singapore", { links: [link("replicates-to", "to", { id: "n" })] }),
      record("n", "singapore"),
    ];
    const details = (order: readonly ResourceRecord[]) =>
      [
        ...settled(order).rows<Record<string, string>>(
          "SELECT id, about, f.value, detail FROM fact f JOIN resource ON n = resource ORDER BY 1, 2, 3, 4",
        ),
      ].map((row) => ({ ...row }));
    expect(details(records)).toEqual(details(records.toReversed()));
    expect(details(records).find((row) => row["id"] === "m" && row["about"] === "class")?.["detail"]).toBe(
      "replicates-to from a",
    );
  });
});

describe("questions", () => {
  it("come with what the data was copied from, nearest first", () => {
    const store = settled([
      record("a", "beijing"),
      record("b", "hongkong", { links: [link("copied-to", "from", { id: "a" })] }),
      record("c", "singapore", { links: [link("copied-to", "from", { id: "b" })] }),
    ]);
    const stored = [...questions(store)].find(
      (question) => question.edge.from === "c" && question.edge.kind === "stored-in",
    );
    expect(stored?.sources()).toEqual(["b", "a"]);
  });
});

describe("a question", () => {
  it("says why the data is of its class and origin, and reads that only when asked", () => {
    const store = settled([
      record("disk", "beijing", { tags: { class: "personal", hint: "important" } }),
      record("snapshot", "hongkong", { links: [link("copied-to", "from", { id: "disk" })] }),
      record("plain", "singapore"),
    ]);
    const evidence = Object.fromEntries(
      [...questions(store)].map(({ resource, classEvidence }) => [resource.id, classEvidence?.()]),
    );
    expect(evidence).toEqual({
      disk: ["class personal: class=personal", "class important: class=important", "origin mainland: origin=mainland"],
      snapshot: [
        "class personal: inherited, copied-to from disk",
        "class important: inherited, copied-to from disk",
        "origin mainland: inherited, copied-to from disk",
      ],
      plain: [],
    });
    const [first] = questions(store);
    store.db.exec("DELETE FROM fact");
    expect(first?.classEvidence?.()).toEqual([]);
  });
});
