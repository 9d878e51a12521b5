import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { readBuiltIn } from "../../policies/catalogue.ts";
import { compilePolicies, loadPolicies, testPolicies } from "../../policies/index.ts";
import { JingneiError } from "../../src/model/index.ts";
import { findings, question } from "../support/questions.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "policies-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const own = `id: OWN-1
pack: transfer
family: own
rank: 1
when: place.outside && resource.account == "111122223333"
needs: [place.outside]
severity: low
title: { en: Ours, zh: 自有规则 }
message: { en: "{flow}. Ours says so.", zh: "{flow}。自有规则。" }
remediation: { en: Ask us., zh: 请联系我们。 }
basis:
  - { instrument: CSL, article: "39" }
reviewed: 2026-11-22
cases:
  - { name: fires, given: { place.outside: true, resource.account: "111122223333" }, expect: fires }
  - { name: another account, given: { place.outside: true, resource.account: x }, expect: passes }
  - { name: not located, given: { resource.account: "111122223333" }, expect: unknown }
`;

function write(text: string, name = "OWN-1.yaml"): void {
  writeFileSync(join(folder, name), text);
}

function failure(options = {}): JingneiError {
  try {
    loadPolicies({ directories: [folder], ...options });
  } catch (error) {
    if (error instanceof JingneiError) return error;
    throw error;
  }
  throw new Error("loading succeeded");
}

describe("a user's own policies", () => {
  it("are loaded, tested and judge like the built-in ones", () => {
    write(own);
    const book = loadPolicies({ directories: [folder] });
    expect(testPolicies(book).every(({ passed }) => passed)).toBe(true);
    const found = findings([question({ classes: ["general"] })], { book });
    expect(found.map(({ policy, verdict }) => `${policy} ${verdict}`)).toEqual(["OWN-1 not-met"]);
    expect(found[0]?.message.en).toBe("“crm-export” stores general data in Singapore (ap-southeast-1). Ours says so.");
  });

  it("may bring parameters and instruments", () => {
    write("strict: { value: true, title: { en: a, zh: 甲 }, source: house rules, confidence: C }", "parameters.yaml");
    write(
      `HOUSE: { name: { en: a, zh: 甲 }, kind: guide, inForce: null, status: in-force, source: house rules, confidence: C,
        articles: { "39": { title: { en: a, zh: 甲 } } } }`,
      "instruments.yaml",
    );
    write(
      own
        .replace('resource.account == "111122223333"', "parameters.strict")
        .replace("instrument: CSL", "instrument: HOUSE")
        .replaceAll('resource.account: "111122223333"', "parameters.strict: true")
        .replace("resource.account: x", "parameters.strict: false"),
    );
    const book = loadPolicies({ directories: [folder] });
    expect(testPolicies(book).filter(({ passed }) => !passed)).toEqual([]);
    expect(book.parameters["strict"]).toBe(true);
  });
});

describe("each mistake is its own clear error, with file and line", () => {
  it.each([
    [
      "an unknown fact",
      "place.outside &&",
      "place.outsid &&",
      5,
      /unknown fact, place\.outsid\. Did you mean place\.outside\?/,
    ],
    ["a sentinel", 'resource.account == "111122223333"', 'resource.account == "unknown"', 5, /compares with "unknown"/],
    ["a wrong article", 'article: "39"', 'article: "999"', 12, /CSL has no article 999/],
    [
      "an article of the 2017 text",
      'article: "39"',
      'article: "37"',
      12,
      /two readings: CSL2026-37 \(.*CSL2017-37, which is article 39/,
    ],
    [
      "an article of the 2017 text that is none today",
      'article: "39"',
      'article: "21"',
      12,
      /CSL2017-21 is article 23/,
    ],
    ["an earlier text as an instrument", "instrument: CSL", "instrument: CSL2017", 12, /is an earlier text of CSL/],
    ["a bare number with two readings as instrument", "instrument: CSL", "instrument: CSL-37", 12, /two readings/],
    ["a bare number as alias", "rank: 1", "rank: 1\naliases: [CSL-37]", 5, /CSL-37 alone has two readings/],
    ["an unknown instrument", "instrument: CSL", "instrument: CLS", 12, /there is no instrument CLS/],
    ["an unknown key", "severity: low", "sevirity: low", 7, /sevirity: unknown key\. Did you mean severity\?/],
    ["a wrong value", "severity: low", "severity: lowish", 7, /severity/],
    ["another file name", "id: OWN-1", "id: OWN-2", 1, /the file is named OWN-1, the policy OWN-2/],
    ["a fact that needs leaves out", "needs: [place.outside]", "needs: []", 6, /place\.outside can be unknown/],
    [
      "a need without a condition",
      "needs: [place.outside]",
      "needs: [place.outside, data.origin]",
      6,
      /data\.origin is in no condition/,
    ],
    ["no case for the unknown", "expect: unknown", "expect: passes", 14, /no case expects unknown/],
    ["an unknown placeholder", "{flow}. Ours", "{flaw}. Ours", 9, /nothing to put in place of \{flaw\}/],
    [
      "an unknown fact in a case",
      "given: { place.outside: true, resource.account: x }",
      "given: { place.outsite: true }",
      16,
      /no fact place\.outsite/,
    ],
    [
      "a wrong type in a case",
      "given: { place.outside: true, resource.account: x }",
      "given: { place.outside: 3 }",
      16,
      /place\.outside is a bool/,
    ],
    ["broken YAML", "rank: 1", "rank: [1", 5, /column/],
  ])("%s", (_what, from, to, line, message) => {
    write(own.replace(from, to));
    const error = failure();
    expect(error.code).toBe("config");
    expect(error.message).toMatch(message);
    expect(error.message).toContain(`${join(folder, "OWN-1.yaml")}:${line}:`);
    expect(error.remedy.length).toBeGreaterThan(5);
  });

  it("an id used twice", () => {
    mkdirSync(join(folder, "more"));
    write(own);
    write(own, "more/OWN-1.yaml");
    expect(failure().message).toMatch(
      /more\/OWN-1\.yaml:1: the policy id OWN-1 is used twice; .*OWN-1\.yaml has it already/,
    );
  });

  it("an id that is built in", () => {
    write(own.replace("id: OWN-1", "id: CSL-39-STORE"), "CSL-39-STORE.yaml");
    expect(failure().message).toContain("policies/localization/CSL-39-STORE.yaml has it already");
  });

  it("several mistakes come together, each with what to do", () => {
    write(own.replace("place.outside &&", "place.outsid &&").replace("{flow}. Ours", "{flaw}. Ours"));
    const { message } = failure();
    expect(message).toContain("place.outsid");
    expect(message).toContain("{flaw}");
    expect(message).toContain("Use one of {flow}");
  });

  it("a folder that is not there", () => {
    expect(failure({ directories: [join(folder, "nope")] }).message).toContain("no folder of policies");
  });
});

describe("selection and parameters", () => {
  const ids = (options = {}) => loadPolicies(options).policies.map(({ policy }) => policy.id);

  it("packs and disabled globs leave policies out, and the book says which", () => {
    expect(ids({ packs: ["localization"] })).not.toContain("CBDF-7-PI");
    const book = loadPolicies({ disable: ["CBDF-*", "LOC-UNKNOWN"] });
    expect(book.disabled).toContain("CBDF-7-PI");
    expect(book.disabled).toContain("LOC-UNKNOWN");
    expect(book.policies.map(({ policy }) => policy.id)).not.toContain("CBDF-7-PI");
  });

  it("a name that disables nothing is an error", () => {
    expect(() => loadPolicies({ disable: ["LOC-UNKNWON"] })).toThrow(
      /names no policy: LOC-UNKNWON\. Did you mean LOC-UNKNOWN/,
    );
  });

  it("parameters are replaced by name and type", () => {
    expect(loadPolicies({ parameters: { logRetentionDays: 200 } }).parameters["logRetentionDays"]).toBe(200);
    expect(() => loadPolicies({ parameters: { logRetentionDay: 200 } })).toThrow(/Did you mean logRetentionDays/);
    expect(() => loadPolicies({ parameters: { logRetentionDays: "200" } })).toThrow(/is a number/);
  });

  it("a parameter changes what fires", () => {
    const book = loadPolicies({ parameters: { contractPersonal: 50_000 } });
    const setting = { book, handled: 1, exported: { personal: 50_000, sensitivePersonal: 0 } };
    expect(findings([question()], setting)[0]?.policy).toBe("CBDF-8-PI");
  });

  it("the digest changes with policies, parameters and selection, and with nothing else", () => {
    const digest = loadPolicies().digest;
    expect(loadPolicies().digest).toBe(digest);
    expect(loadPolicies({ disable: ["LOC-UNKNOWN"] }).digest).not.toBe(digest);
    expect(loadPolicies({ parameters: { contractPersonal: 1 } }).digest).not.toBe(digest);
  });

  it("stands in rank order", () => {
    const ranks = loadPolicies().policies.map(({ policy }) => policy.rank);
    expect(ranks).toEqual(ranks.toSorted((a, b) => b - a));
  });
});

describe("the compiled law", () => {
  it("read back is the same as the files", () => {
    write(JSON.stringify(compilePolicies()), "policies.json");
    const compiled = readBuiltIn(folder);
    const files = readBuiltIn(join(import.meta.dirname, "../../policies"));
    const policies = (entries: typeof files.entries) => entries.map(({ policy, source }) => [source.file, policy]);
    expect(policies(compiled.entries)).toEqual(policies(files.entries));
    expect(compiled.instruments).toEqual(files.instruments);
    expect(compiled.parameters).toEqual(files.parameters);
  });
});

describe("cases", () => {
  it("that fail say what was expected and what came", () => {
    write(own.replace("expect: fires", "expect: fires, severity: high"));
    const failed = testPolicies(loadPolicies({ directories: [folder] })).filter(({ passed }) => !passed);
    expect(failed).toEqual([
      { policy: "OWN-1", name: "fires", passed: false, detail: "severity: expected high, got low" },
    ]);
  });
});
