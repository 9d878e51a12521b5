import { describe, expect, it } from "vitest";
import { compileContentRules } from "../../policies/content-rules.ts";
import { loadPolicies } from "../../policies/index.ts";
import { classOfContent } from "../../src/inspect/class-of.ts";
import {
  type ContentEvidence,
  type ContentProfile,
  type ContentReading,
  contentEvidence,
  contentProfiles,
} from "../../src/model/index.ts";

const rules = compileContentRules();
const { instruments } = loadPolicies();
const banned =
  /\b(illegal|unlawful|violat\w*|breach\w*|abroad|overseas|offshore|macau|foreign)\b|违法|违规|违反|国外|海外|大陆|(?<!中)国内|关基|隐私/i;

const readings: readonly (readonly [string, ContentReading])[] = [
  ...Object.entries(rules.evidence).flatMap(([id, rule]) => [
    [id, rule] as const,
    ...(rule.strict === undefined ? [] : [[`${id} strict`, rule.strict] as const]),
  ]),
  ...rules.combinations.map(({ id, shows }) => [id, shows] as const),
];

function classOf(evidence: readonly ContentEvidence[], profile: ContentProfile = "strict", people = 1): string {
  const group = { evidence: new Map(evidence.map((one) => [one, 0.95])), people };
  return classOfContent([group], rules, profile).class;
}

describe("what content stands for", () => {
  it("has a reading for everything that content can show", () => {
    expect(Object.keys(rules.evidence).sort()).toEqual([...contentEvidence].sort());
  });

  it("rests every reading on an article that the catalogue has", () => {
    const missing = readings.flatMap(([where, { basis }]) => {
      if (basis.length === 0) return [`${where}: none`];
      return basis
        .filter(({ instrument, article }) => instruments[instrument]?.articles[article] === undefined)
        .map(({ instrument, article }) => `${where}: ${instrument} ${article}`);
    });
    expect(missing).toEqual([]);
  });

  it("says why in both languages, in the words of the house", () => {
    for (const [where, { reason }] of readings) {
      expect(reason.en, where).not.toMatch(/\p{Script=Han}/u);
      expect(reason.zh, where).not.toMatch(/[A-Za-z,;:?!]|\.(?!\w)/);
      expect(banned.test(reason.en) || banned.test(reason.zh), where).toBe(false);
    }
  });

  it("makes nothing important or core: that takes a notice or a catalogue", () => {
    const classes = new Set(readings.map(([, reading]) => reading.class));
    expect(classes.has("important")).toBe(false);
    expect(classes.has("core")).toBe(false);
  });

  it("names each combination once, and none that one of its parts says already", () => {
    const ids = rules.combinations.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const { id, groups } of rules.combinations) expect(groups.length, id).toBeGreaterThan(1);
  });
});

describe("classes by evidence", () => {
  it.each<readonly [string, readonly ContentEvidence[], string, string]>([
    ["contacts", ["cn-name", "cn-mobile"], "personal", "personal"],
    ["a column of resident ids", ["cn-resident-id"], "sensitive-personal", "personal"],
    ["cards", ["bank-card"], "sensitive-personal", "sensitive-personal"],
    ["patients", ["cn-name", "medical-term"], "sensitive-personal", "sensitive-personal"],
    ["records by patient number", ["health", "account"], "sensitive-personal", "sensitive-personal"],
    ["an encyclopaedia of diseases", ["medical-term"], "unclassified", "unclassified"],
    ["a payroll", ["cn-name", "finance"], "sensitive-personal", "sensitive-personal"],
    ["a price list", ["financial-term"], "unclassified", "unclassified"],
    ["a school roster", ["cn-name", "minors"], "sensitive-personal", "sensitive-personal"],
    ["a track", ["cn-mobile", "coordinate", "time"], "sensitive-personal", "sensitive-personal"],
    ["shops on a map", ["coordinate"], "unclassified", "unclassified"],
    ["a fleet of sensors", ["device", "coordinate", "time"], "personal", "personal"],
    ["branches of a bank", ["cn-address", "cn-landline"], "unclassified", "unclassified"],
    ["addresses of homes", ["cn-address", "demographic"], "personal", "personal"],
    ["positions without a time", ["cn-mobile", "coordinate"], "personal", "personal"],
    ["addresses with passwords", ["email", "credential"], "sensitive-personal", "personal"],
    ["a configuration with a password", ["account", "credential"], "unclassified", "unclassified"],
    ["a log of requests", ["ip-address", "time", "account"], "unclassified", "unclassified"],
    ["profiles of users", ["account", "demographic"], "personal", "personal"],
    ["companies", ["cn-uscc", "cn-landline"], "unclassified", "unclassified"],
    ["faces by number", ["biometric", "account"], "sensitive-personal", "sensitive-personal"],
    ["fingerprints of certificates", ["biometric"], "unclassified", "unclassified"],
    ["genomes", ["genome"], "suspected-important", "suspected-important"],
    ["a survey", ["geodata", "coordinate"], "suspected-important", "suspected-important"],
    ["a marked paper", ["secrecy-mark", "cn-name"], "state-secret", "state-secret"],
  ])("%s", (_, evidence, strict, narrow) => {
    expect(contentProfiles.map((profile) => classOf(evidence, profile))).toEqual([strict, narrow]);
  });

  it("suspects important data in vehicles of more than 100,000 people only", () => {
    expect(classOf(["vin", "cn-name"], "strict", 99_999)).toBe("personal");
    expect(classOf(["vin", "cn-name"], "strict", 100_000)).toBe("suspected-important");
  });
});
