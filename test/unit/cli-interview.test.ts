import { expect, test } from "vitest";
import { loadPolicies } from "../../policies/index.ts";
import { providers } from "../../providers/index.ts";
import { readCount } from "../../src/cli/answer-readers.ts";
import { interview } from "../../src/cli/interview.ts";
import { sectorsOf } from "../../src/cli/known-words.ts";
import { likelihoodWords } from "../../src/cli/likelihood.ts";
import { choiceKeys } from "../../src/model/index.ts";

const clouds = await Promise.all(
  Object.entries(providers).map(async ([id, load]) => ({ id, keys: choiceKeys((await load()).source) })),
);
const choices = { clouds, sectors: ["finance", "health"], today: "2026-11-22" };

/** Answers by what the question says; a question that no pattern matches is skipped. */
async function answer(lines: readonly (readonly [RegExp, ...string[]])[], lang: "en" | "zh" = "en") {
  const left = lines.map(([pattern, ...given]) => ({ pattern, given }));
  const prompts: string[] = [];
  const said: string[] = [];
  const answers = await interview(
    {
      ask: async (prompt) => {
        prompts.push(prompt);
        return left.find(({ pattern }) => pattern.test(prompt))?.given.shift() ?? "";
      },
      say: (text) => said.push(text),
    },
    choices,
    lang,
  );
  return { answers, prompts, said: said.join("\n") };
}

test("origins of accounts are asked first, and every question can be skipped", async () => {
  const { answers, prompts } = await answer([]);
  expect(answers).toEqual({ asOf: "2026-11-22" });
  expect(prompts[0]).toContain("Accounts with data collected or generated in operations in the mainland");
  const at = (words: string) => prompts.findIndex((prompt) => prompt.includes(words));
  expect([
    at("Accounts with data"),
    at("Clouds to scan"),
    at("Operator status"),
    at("Sectors"),
    at("in total"),
  ]).toEqual(
    [at("Accounts with data"), at("Clouds to scan"), at("Operator status"), at("Sectors"), at("in total")].toSorted(
      (a, b) => a - b,
    ),
  );
});

test("all of it answered", async () => {
  const { answers } = await answer([
    [/in operations in the mainland/, "111122223333，5123456789012345"],
    [/outside the mainland only/, "444455556666"],
    [/Every other account/, "Elsewhere"],
    [/Clouds to scan/, "azure, aws"],
    [/^aws, partition/, "aws, aws-cn"],
    [/^azure, cloud/, "china"],
    [/Operator status/, "state-organ, ciio"],
    [/Sectors/, "finance"],
    [/in total/, "300万"],
    [/non-sensitive/, "120,000"],
    [/whose sensitive/, "0"],
  ]);
  expect(answers).toEqual({
    mainlandAccounts: ["111122223333", "5123456789012345"],
    elsewhereAccounts: ["444455556666"],
    defaultOrigin: "elsewhere",
    sources: [
      { provider: "aws", partition: "aws" },
      { provider: "aws", partition: "aws-cn" },
      { provider: "azure", cloud: "china" },
    ],
    status: ["ciio", "state-organ"],
    sectors: ["finance"],
    handled: 3_000_000,
    asOf: "2026-11-22",
    exportedPersonal: 120_000,
    exportedSensitive: 0,
  });
});

test("an answer that cannot be is asked again, with what is near", async () => {
  const { answers, said } = await answer([
    [/in operations in the mainland/, "1 2", "12"],
    [/outside the mainland only/, "12", "13"],
    [/Clouds to scan/, "azur", "azure"],
    [/Operator status/, "ciio, non-ciio", "undeclared, ciio", "cio", "ciio"],
    [/in total/, "many", "-5", "1.5", "7"],
  ]);
  expect(answers).toMatchObject({ mainlandAccounts: ["12"], elsewhereAccounts: ["13"], status: ["ciio"], handled: 7 });
  for (const words of ["holds a space", "12 was named before", "Did you mean azure?", "Did you mean ciio?"]) {
    expect(said).toContain(words);
  }
  expect(said.match(/can be declared together/g)).toHaveLength(2);
  expect(said.match(/is no number of people/g)).toHaveLength(3);
});

test("the end of the input ends the questions", async () => {
  const answers = await interview({ ask: async () => undefined, say: () => undefined }, choices, "en");
  expect(answers).toEqual({ asOf: "2026-11-22" });
});

test("the factors of a designation are explained, and nothing is decided", async () => {
  const { said } = await answer([
    [/Sectors/, "finance"],
    [/in total/, "2000000"],
  ]);
  for (const factor of ["sector:", "scale:", "dependence:", "links:"]) expect(said).toContain(factor);
  expect(said).toContain("sector (finance); scale (2,000,000 people)");
  expect(said).toContain("None of this decides it");
  expect(said).not.toMatch(/you are (probably |likely )?(a |not )/i);
  const open = likelihoodWords({ handled: 999_999, sectors: ["tourism"] });
  expect(open?.en).toContain("which rules nothing out");
  expect(likelihoodWords({ status: ["ciio", "state-organ"], handled: 5_000_000 })).toBeUndefined();
});

test("in Chinese every question and every complaint is Chinese", async () => {
  const { prompts, said } = await answer(
    [
      [/存有在境内运营/, "1 2", "3"],
      [/自然人总数/, "x", "1"],
    ],
    "zh",
  );
  for (const text of [...prompts, ...said.split("\n")]) expect(text).toMatch(/\p{Script=Han}/u);
  expect(said).toContain("保护工作部门");
  expect(said).toContain("「x」不是自然人数量");
});

test.each([
  ["0", 0],
  ["3 000 000", 3_000_000],
  ["1，000", 1000],
  ["2_500", 2500],
  ["10万", 100_000],
])("%j is a number of people", (line, value) => {
  expect(readCount(line)).toEqual({ value });
});

test("the sectors on offer are those that some rule asks for", () => {
  const words = sectorsOf({
    policies: loadPolicies()
      .policies.slice(0, 1)
      .map((one) => ({
        ...one,
        policy: { ...one.policy, when: '("telecom" in operator.sectors || "finance" in operator.sectors)', adjust: [] },
      })),
  });
  expect(words).toEqual(["finance", "telecom"]);
});
