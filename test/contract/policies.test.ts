import { readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { conditionLanguage } from "../../policies/cel.ts";
import { compilePolicy } from "../../policies/compile-policy.ts";
import { compilePolicies, loadPolicies, testPolicies } from "../../policies/index.ts";
import type { Policy, Text } from "../../src/model/index.ts";
import { mutantsOf } from "../support/mutants.ts";

const book = loadPolicies();
const home = join(import.meta.dirname, "../../policies");
const parameters = [...Object.keys(book.parameters), "mode"];

function everyText(): readonly { readonly where: string; readonly text: Text }[] {
  const own = book.policies.flatMap(({ policy }) =>
    (["title", "message", "accountMessage", "remediation"] as const).flatMap((key) => {
      const text = policy[key];
      return text === undefined ? [] : [{ where: `${policy.id} ${key}`, text }];
    }),
  );
  const cited = Object.entries(book.instruments).flatMap(([key, { articles }]) =>
    Object.entries(articles).flatMap(([number, { title, summary }]) =>
      [title, summary].flatMap((text) => (text === undefined ? [] : [{ where: `${key} ${number}`, text }])),
    ),
  );
  return [...own, ...cited];
}

describe("the policies that ship", () => {
  it("lists every file of the folder, and no other", () => {
    const files = readdirSync(home, { recursive: true, encoding: "utf8" })
      .filter((file) => /^[a-z]+\/.*\.yaml$/.test(file))
      .map((file) => file.replace(/^.*\//, "").replace(/\.yaml$/, ""));
    expect(book.policies.map(({ policy }) => policy.id).sort()).toEqual(files.sort());
  });

  it("passes every policy's own cases", () => {
    const results = testPolicies(book);
    expect(results.length).toBeGreaterThan(book.policies.length * 2);
    expect(results.filter(({ passed }) => !passed)).toEqual([]);
  });

  it("gives every family distinct ranks, so that precedence never hangs on a name", () => {
    for (const members of Map.groupBy(book.policies, ({ policy }) => policy.family).values()) {
      const ranks = members.map(({ policy }) => policy.rank);
      expect(new Set(ranks).size).toBe(ranks.length);
    }
  });

  it("is the same book from the compiled object as from the files", () => {
    const compiled = compilePolicies();
    expect(compiled.policies.map(({ policy }) => policy.id).sort()).toEqual(
      book.policies.map(({ policy }) => policy.id).sort(),
    );
    expect(JSON.parse(JSON.stringify(compiled))).toEqual(compiled);
  });

  it("cites every instrument with a source, a date and a confidence", () => {
    for (const { policy, file } of book.policies) {
      expect(policy.basis.length, file).toBeGreaterThan(0);
      expect(policy.reviewed, file).toMatch(/^\d{4}-\d{2}-\d{2}$/);
    }
    for (const instrument of Object.values(book.instruments)) {
      expect(instrument.source.length).toBeGreaterThan(5);
      // A draft has no day, and nothing rests on one.
      if (instrument.status !== "draft") expect(instrument.inForce).toMatch(/^\d{4}-\d{2}-\d{2}$/);
    }
  });

  it("gives one owner at most to each missing fact", () => {
    const owned = book.policies
      .filter(({ policy }) => !policy.when.includes("originContradicted && edge.rests"))
      .flatMap(({ policy }) => policy.owns);
    expect(owned).toEqual([...new Set(owned)]);
  });
});

describe("cases that can fail", () => {
  it.each(book.policies.map((policy) => [policy.policy.id, policy.policy] as const))(
    "%s: every negated or dropped term of a condition makes a case fail",
    (_id, policy) => {
      const environment = conditionLanguage(policy.subject);
      const survives = (mutated: Policy): boolean => {
        const compiled = compilePolicy(environment, mutated, "mutant", book.instruments, parameters);
        return testPolicies({ policies: [compiled], parameters: book.parameters }).every(({ passed }) => passed);
      };
      expect(survives(policy)).toBe(true);
      const inWhen = mutantsOf(policy.when)
        .filter(({ text }) => survives({ ...policy, when: text }))
        .map(({ change }) => `when: ${change}`);
      const inAdjust = policy.adjust.flatMap((entry, index) =>
        mutantsOf(entry.when)
          .filter(({ text }) => survives({ ...policy, adjust: policy.adjust.with(index, { ...entry, when: text }) }))
          .map(({ change }) => `adjust ${index}: ${change}`),
      );
      const { acceptedWhen } = policy;
      const inRoutes =
        acceptedWhen === undefined
          ? []
          : mutantsOf(acceptedWhen)
              .filter(({ text }) => survives({ ...policy, acceptedWhen: text }))
              .map(({ change }) => `acceptedWhen: ${change}`);
      const inBasis = policy.basis.flatMap((reference, index) =>
        reference.when === undefined
          ? []
          : mutantsOf(reference.when)
              .filter(({ text }) =>
                survives({ ...policy, basis: policy.basis.with(index, { ...reference, when: text }) }),
              )
              .map(({ change }) => `basis ${index}: ${change}`),
      );
      expect([...inWhen, ...inAdjust, ...inRoutes, ...inBasis]).toEqual([]);
    },
  );
});

describe("words", () => {
  const banned =
    /\b(illegal|unlawful|violat\w*|breach\w*|abroad|overseas|offshore|macau|foreign)\b|违法|违规|违反|国外|海外|大陆|(?<!中)国内|关基|隐私/i;

  it("never asserts what only an authority can find, nor calls Hong Kong, Macao or Taiwan foreign", () => {
    const found = everyText().filter(({ text }) => banned.test(text.en) || banned.test(text.zh));
    expect(found.map(({ where }) => where)).toEqual([]);
  });

  it("writes Chinese without Latin words", () => {
    const latin = everyText().filter(({ text }) => /[A-Za-z]/.test(text.zh.replaceAll(/\{[^{}]*\}/g, "")));
    expect(latin.map(({ where }) => where)).toEqual([]);
  });

  it("writes English without Chinese characters, and Chinese with full-width punctuation", () => {
    for (const { where, text } of everyText()) {
      expect(text.en, where).not.toMatch(/\p{Script=Han}/u);
      expect(text.zh, where).not.toMatch(/[,;:?!]|\.(?!\w)/);
    }
  });

  it("never advises deletion first, and promises no cure", () => {
    for (const { policy } of book.policies) {
      const en = policy.remediation.en;
      if (/delete/i.test(en)) {
        expect(en, policy.id).toMatch(/only after legal sign-off/);
        expect(en.search(/mainland/i), policy.id).toBeLessThan(en.search(/delete/i));
      }
      if (policy.routes.length > 0 && policy.verdict === "not-met") {
        expect(en, policy.id).toContain("Filing later does not regularise past transfers");
        expect(policy.remediation.zh, policy.id).toContain("事后申报不能补正此前的出境行为");
      }
    }
  });
});
