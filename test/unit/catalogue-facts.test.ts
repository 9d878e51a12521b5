import { describe, expect, it } from "vitest";
import { canBeUnknown, factPathsOf } from "../../policies/fact-names.ts";
import { factsOfEdge } from "../../src/evaluate/edge-facts.ts";
import { whatToSupply } from "../../src/evaluate/missing-facts.ts";
import { operatorWorlds } from "../../src/evaluate/operator-facts.ts";
import { missingFactTerms, Operator } from "../../src/model/index.ts";
import { book, flow, places, question, type Sketch, wholeBook } from "../support/questions.ts";

const resource = (sketch: Sketch) => factsOfEdge(question(sketch)).resource;
const data = (sketch: Sketch) => factsOfEdge(question(sketch)).data;

describe("facts of an edge", () => {
  it("has every fact that conditions may take for granted, of a resource of which nothing is known too", () => {
    const bare = flow({
      at: places.nowhere,
      end: places.nowhere,
      copy: "unknown",
      tags: null,
      classes: [],
      origin: "unknown",
      scope: "unknown",
    });
    const [operator] = operatorWorlds(Operator.parse({}), book.parameters, "2026-11-22");
    const facts = { ...factsOfEdge(bare), operator };
    const there = Object.entries(facts).flatMap(([group, known]) =>
      Object.keys(known ?? {}).map((name) => `${group}.${name}`),
    );
    const granted = factPathsOf("edge").filter((path) => !canBeUnknown(path));
    expect(granted.filter((path) => !there.includes(path))).toEqual([]);
    // And nothing that could be unknown: what is not known is absent.
    expect(there.filter(canBeUnknown).sort()).toEqual([]);
  });

  it("names no fact that conditions cannot", () => {
    const full = flow({
      tags: { a: "b" },
      classes: ["personal"],
      copy: "no",
      secondRegion: true,
      kinds: ["map"],
      mlps: 3,
      attributes: { encrypted: false, logKind: "network", logging: false, retentionDays: 30 },
    });
    const paths = factPathsOf("edge");
    for (const [group, known] of Object.entries(factsOfEdge(full))) {
      for (const name of Object.keys(known)) expect(paths).toContain(`${group}.${name}`);
    }
  });
});

describe("what a type states of its settings", () => {
  it("encryption is stated or not asked about", () => {
    expect(resource({})).toMatchObject({ encryptionStated: false });
    expect(resource({})).not.toHaveProperty("encrypted");
    expect(resource({ attributes: { encrypted: false } })).toMatchObject({ encryptionStated: true, encrypted: false });
    expect(resource({ attributes: { encrypted: true } })).toMatchObject({ encryptionStated: true, encrypted: true });
    expect(resource({ attributes: { encrypted: "yes" } })).toMatchObject({ encryptionStated: false });
  });

  it("a retention is a whole number of days, and a hundred years where it never ends", () => {
    expect(resource({ attributes: { retentionDays: 180 } })).toMatchObject({ retentionDays: 180n });
    expect(resource({ attributes: { retentionDays: 0 } })).toMatchObject({ retentionDays: 0n });
    expect(resource({ attributes: { retentionDays: "unlimited" } })).toMatchObject({ retentionDays: 36_500n });
    for (const retentionDays of ["180", 1.5, true]) {
      expect(resource({ attributes: { retentionDays } })).not.toHaveProperty("retentionDays");
    }
  });

  it("a log has a kind, and is off only where that is stated", () => {
    expect(resource({})).toMatchObject({ holdsLogs: false, loggingOff: false });
    expect(resource({ attributes: { logKind: "network" } })).toMatchObject({ holdsLogs: true, logKind: "network" });
    expect(resource({ attributes: { holdsLogs: true } })).toMatchObject({ holdsLogs: true });
    expect(resource({ attributes: { logging: true } })).toMatchObject({ loggingOff: false });
    expect(resource({ attributes: { logging: false } })).toMatchObject({ loggingOff: true });
  });

  it("tags that could not be read are not the same as none", () => {
    expect(resource({ tags: null })).toMatchObject({ tagsRead: false, mlps: 0n });
    expect(resource({ tags: {} })).toMatchObject({ tagsRead: true, mlps: 0n });
    expect(resource({ mlps: 3 })).toMatchObject({ mlps: 3n });
  });
});

it("names every fact that a rule on a resource can miss in both languages", () => {
  const missable = wholeBook.policies
    .filter(({ policy }) => policy.subject === undefined)
    .flatMap(({ policy }) => whatToSupply(policy.needs, { place: { located: true } }))
    .filter((path) => path !== "data.secondMainlandRegion");
  expect([...new Set(missable)].filter((path) => missingFactTerms[path] === undefined)).toEqual([]);
});

describe("what is told of the data", () => {
  it("a second mainland region is seen or absent, never denied", () => {
    expect(data({ secondRegion: true })).toMatchObject({ secondMainlandRegion: true });
    expect(data({ secondRegion: false })).not.toHaveProperty("secondMainlandRegion");
    expect(data({})).not.toHaveProperty("secondMainlandRegion");
  });

  it("kinds are a list, mostly an empty one", () => {
    expect(data({})).toMatchObject({ kinds: [] });
    expect(data({ kinds: ["map", "minors"] })).toMatchObject({ kinds: ["map", "minors"] });
  });
});
