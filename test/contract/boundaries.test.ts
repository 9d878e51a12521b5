import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { expect, test } from "vitest";
import { findBreaches } from "../../scripts/find-breaches.ts";

const root = resolve(import.meta.dirname, "../..");

test("every import keeps the rules", async () => {
  const { breaches, modules } = await findBreaches(root, root, ["src", "providers", "policies", "reports", "scripts"]);
  expect(breaches).toEqual([]);
  expect(modules).toBeGreaterThan(60);
});

test("a planted breach of each rule is found", async () => {
  const { breaches, comments } = await findBreaches(root, join(root, "test/fixtures/boundaries"), ["."]);
  expect([...new Set(breaches.map(({ rule }) => rule))].sort()).toEqual([...comments.keys()].sort());
});

test("each rule says what to do instead", async () => {
  const { comments } = await findBreaches(root, join(root, "test/fixtures/boundaries"), ["policies"]);
  for (const [rule, comment] of comments) expect(comment, rule).toMatch(/.{20,}/);
});

test("shared code names no provider, no resource type and no policy", () => {
  const providers = foldersOf("providers");
  const policies = filesOf("policies", /^[A-Z].*\.ya?ml$/).map((path) => path.replace(/^.*\/|\.ya?ml$/g, ""));
  expect(providers.length).toBeGreaterThan(2);
  expect(policies.length).toBeGreaterThan(10);
  const names = new RegExp(`["'\`/](?:${[...providers, ...policies].join("|")})(?=["'\`/:])`);
  const shared = [...filesOf("src", /\.ts$/), ...filesOf("reports", /\.ts$/)].filter(
    (path) => !mayName.some((allowed) => path.startsWith(allowed)),
  );
  const named = shared.flatMap((path) =>
    withoutComments(readFileSync(join(root, path), "utf8"))
      .split("\n")
      .flatMap((line, index) => (names.test(line) ? [`${path}:${index + 1}: ${line.trim()}`] : [])),
  );
  expect(named).toEqual([]);
});

/** The composition roots, the sample company of the demo, and a format whose own words for types begin with a provider's. */
const mayName = ["src/cli.ts", "src/index.ts", "src/demo/", "src/plan/pulumi/"];

function withoutComments(text: string): string {
  // Line breaks stay, so that lines keep their numbers.
  return text
    .replaceAll(/\/\*[\s\S]*?\*\//g, (comment) => comment.replaceAll(/[^\n]/g, ""))
    .replaceAll(/\/\/.*$/gm, "");
}

function foldersOf(folder: string): readonly string[] {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? [entry.name] : [],
  );
}

function filesOf(folder: string, name: RegExp): readonly string[] {
  return readdirSync(join(root, folder), { withFileTypes: true, recursive: true }).flatMap((entry) =>
    entry.isFile() && name.test(entry.name) ? [join(entry.parentPath, entry.name).slice(root.length + 1)] : [],
  );
}
