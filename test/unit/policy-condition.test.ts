import { describe, expect, it } from "vitest";
import { ConditionError, conditionLanguage } from "../../policies/cel.ts";
import { compileCondition } from "../../policies/condition.ts";
import type { Facts } from "../../src/model/index.ts";
import { mutantsOf } from "../support/mutants.ts";

const environment = conditionLanguage();
const compile = (text: string) => compileCondition(environment, text, ["limit"]);

function facts(known: Partial<Facts> = {}): Facts {
  return { operator: {}, resource: {}, edge: {}, place: {}, data: {}, parameters: { limit: 10n }, ...known };
}

const test = (text: string, known: Partial<Facts> = {}) => compile(text).test(facts(known));

describe("three-valued conditions", () => {
  const T = "data.personal";
  const F = "data.important";
  const U = "data.core";
  const known = { data: { personal: true, important: false } };

  it.each([
    [`${T} && ${U}`, undefined],
    [`${U} && ${T}`, undefined],
    [`${F} && ${U}`, false],
    [`${U} && ${F}`, false],
    [`${T} || ${U}`, true],
    [`${U} || ${T}`, true],
    [`${F} || ${U}`, undefined],
    [`!${U}`, undefined],
    [`!(${U} && ${F})`, true],
    [`${T} ? ${F} : ${U}`, false],
    [`${F} ? ${F} : ${U}`, undefined],
    [`${U} ? ${T} : ${T}`, undefined],
    [`(${U} || ${T}) && ${T}`, true],
  ])("%s is %s", (text, expected) => {
    expect(test(text, known)).toBe(expected);
  });

  it("agrees with the CEL library where all is known, and where an error is absorbed", () => {
    const names = ["personal", "important", "core"];
    const texts = [
      "data.personal && (data.important || !data.core)",
      "data.personal || data.important && data.core",
      "!(data.personal && data.important) || data.core",
      "data.personal ? data.important : data.core && data.important",
    ];
    for (const text of texts) {
      for (let code = 0; code < 27; code++) {
        const data: Record<string, boolean> = {};
        for (const [index, name] of names.entries()) {
          const digit = Math.floor(code / 3 ** index) % 3;
          if (digit < 2) data[name] = digit === 1;
        }
        expect(test(text, { data }), `${text} ${JSON.stringify(data)}`).toBe(libraryAnswer(text, facts({ data })));
      }
    }
  });

  it("names only the facts that it turns on", () => {
    const condition = compile('data.personal && (place.outside || edge.leaves) && data.origin == "mainland"');
    const missing = (known: Partial<Facts>) => [...condition.missing(facts(known))].sort();
    expect(missing({ data: { personal: true }, place: { outside: true } })).toEqual(["data.origin"]);
    expect(missing({ data: { personal: true, origin: "mainland" } })).toEqual(["edge.leaves", "place.outside"]);
    expect(missing({ data: { personal: false } })).toEqual([]);
    expect(missing({ data: { origin: "elsewhere" } })).toEqual([]);
  });

  it("compares numbers, words, lists and tags", () => {
    expect(test("operator.handled >= parameters.limit", { operator: { handled: 10n } })).toBe(true);
    expect(test("operator.handled >= parameters.limit", { operator: { handled: 9n } })).toBe(false);
    expect(test("operator.handled >= parameters.limit")).toBeUndefined();
    expect(test('place.region in ["a", "b"]', { place: { region: "b" } })).toBe(true);
    expect(test('"finance" in operator.sectors', { operator: { sectors: ["finance"] } })).toBe(true);
    expect(test('data.classes.exists(held, held == "personal")', { data: { classes: ["personal"] } })).toBe(true);
    const tagged = '"env" in resource.tags && resource.tags["env"] == "prod"';
    expect(test(tagged, { resource: { tags: { env: "prod" } } })).toBe(true);
    expect(test(tagged, { resource: { tags: {} } })).toBe(false);
    expect(test(tagged)).toBeUndefined();
  });

  it("takes no error for want of a fact", () => {
    expect(() => test("operator.handled + 9223372036854775807 > 1", { operator: { handled: 1n } })).toThrow(/overflow/);
    expect(test("operator.handled + 9223372036854775807 > 1")).toBeUndefined();
  });
});

describe("what conditions may not say", () => {
  it.each([
    ["data.orign == 'mainland'", /unknown fact, data\.orign\. Did you mean data\.origin\?/],
    ["data.origin == 'mainland", /cannot be read as CEL/],
    ["daten.origin == 'mainland'", /Unknown variable: daten/],
    ["data.origin == 'unknown'", /compares with "unknown"/],
    ["data.class in ['personal', 'unclassified']", /compares with "unclassified"/],
    ["parameters.limt > 1", /unknown parameter, parameters\.limt\. Did you mean parameters\.limit\?/],
    ["data.class.matches('^(a+)+$')", /calls matches.*without bound/],
    ["has(data.origin)", /calls has/],
    ["data.classes.map(c, c) == []", /calls map/],
    ["data.classes.exists(a, data.classes.exists(b, a == b))", /nests exists/],
    ["operator.handled", /gives int, not true or false/],
    ["operator.handled > 'a'", /does not fit the types/],
    ["data == data", /names all of data at once/],
    ["resource.tags['env'] == 'prod'", /reads the tag env/],
    ["resource.tags.env == 'prod'", /reads the tag env/],
    ["'a' in resource.tags && resource.tags[resource.name] == 'x'", /computed name/],
  ])("%s", (text, message) => {
    expect(() => compile(text)).toThrow(ConditionError);
    expect(() => compile(text)).toThrow(message);
  });
});

describe("mutants", () => {
  it("negate and drop every term", () => {
    expect(mutantsOf("edge.rests && (place.outside || !data.core)").map(({ change }) => change)).toEqual([
      "all negated",
      "negated: edge.rests",
      "dropped: edge.rests",
      "negated: place.outside || !data.core",
      "dropped: place.outside || !data.core",
      "negated: place.outside",
      "dropped: place.outside",
      "negated: !data.core",
      "dropped: !data.core",
    ]);
  });
});

/** CEL itself: an error that nothing absorbs is an unknown fact. */
function libraryAnswer(text: string, known: Facts): boolean | undefined {
  try {
    return environment.environment.evaluate(text, known) === true;
  } catch {
    return undefined;
  }
}
