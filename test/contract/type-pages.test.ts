import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { describe, expect, test } from "vitest";
import { providers } from "../../providers/index.ts";
import { templateProviders } from "../../providers/templates.ts";
import { coverageTable, type LoadedProvider, pagesFolder, typePages, withCoverage } from "../../scripts/type-pages.ts";
import type { ResourceType } from "../../src/model/index.ts";

const root = resolve(import.meta.dirname, "../..");
const loaded: readonly LoadedProvider[] = await Promise.all(
  Object.values(providers).map(async (load) => {
    const provider = await load();
    return { provider, types: await provider.types() };
  }),
);
const pages = typePages(loaded);
const again = "run `node scripts/generate-type-pages.ts`";

test("the registry of providers and their folders agree", async () => {
  const folders = readdirSync(join(root, "providers"), { withFileTypes: true }).filter((entry) => entry.isDirectory());
  // Some are known from templates only.
  const known = new Set([...Object.keys(providers), ...Object.keys(templateProviders)]);
  expect(folders.map(({ name }) => name).sort()).toEqual([...known].sort());
  for (const [id, load] of Object.entries(providers)) expect((await load()).id).toBe(id);
  for (const [id, load] of Object.entries(templateProviders)) expect((await load()).id).toBe(id);
});

describe.each(loaded.map((one) => [one.provider.id, one] as const))("%s", (id, { types }) => {
  const folder = join(root, "providers", id, "types");
  const files = readdirSync(folder).filter((name) => name.endsWith(".ts") && name !== "index.ts");

  test("its registry of types and their folder agree", async () => {
    const index = readFileSync(join(folder, "index.ts"), "utf8");
    const found = new Set<ResourceType>();
    for (const file of files) {
      const exported = Object.values<unknown>(await import(join(folder, file)));
      const own = exported.filter(isType);
      // A file may make its type from the others: then the registry has to make it.
      if (own.length === 0) expect(index, `${file} exports no type, and the registry does not call it`).toContain(file);
      for (const type of own) {
        expect(types.includes(type), `${type.type} of ${file} is not in the registry`).toBe(true);
        found.add(type);
      }
    }
    const elsewhere = types.filter((type) => !found.has(type));
    expect(elsewhere.length, "types that no file of the folder holds").toBeLessThanOrEqual(files.length - found.size);
  });

  test("every type is named for its provider, and once", () => {
    const names = types.map(({ type }) => type);
    expect(names.filter((name) => !/^[a-z]+(?:\/[a-z0-9]+(?:-[a-z0-9]+)*){2}$/.test(name))).toEqual([]);
    expect(names.filter((name) => !name.startsWith(`${id}/`))).toEqual([]);
    expect(new Set(names).size).toBe(names.length);
  });

  test("its pages are those of its types, word for word", () => {
    const written = readdirSync(join(root, pagesFolder(id))).map((name) => `${pagesFolder(id)}/${name}`);
    const wanted = [...pages.keys()].filter((path) => path.startsWith(`${pagesFolder(id)}/`));
    expect(written.sort(), again).toEqual(wanted.sort());
    for (const path of wanted)
      expect(readFileSync(join(root, path), "utf8"), `${path}: ${again}`).toBe(pages.get(path));
  });
});

test("the table of README.md counts the types", () => {
  const readme = readFileSync(join(root, "README.md"), "utf8");
  expect(readme, again).toBe(withCoverage(readme, loaded));
  for (const { types } of loaded) expect(coverageTable(loaded)).toContain(`| ${types.length}: `);
});

test("a page says what is called with which permission, where the data can go and what cannot be seen, in both languages", () => {
  const page = pages.get("providers/aws/pages/s3-bucket.md") ?? "";
  expect(page).toContain("# S3 bucket · S3 存储桶");
  expect(page).toContain("| `GetBucketTagging` | `s3:GetBucketTagging` |");
  expect(page).toContain("`replicates-to`");
  expect(page).toContain("access points");
  expect(page).toContain("预签名 URL");
  expect(page).toContain("not needed");
});

test("a page says what --inspect calls besides, where content can be read, and nothing of it where it cannot", () => {
  const read = pages.get("providers/aws/pages/s3-bucket.md") ?? "";
  expect(read).toContain("## With `--inspect`");
  expect(read).toContain("| `GetObject` | `s3:GetObject` | for each store or object that needs it |");
  expect(read.indexOf("`s3:GetObject`")).toBeGreaterThan(read.indexOf("## With `--inspect`"));
  const unread = loaded.flatMap(({ provider, types }) =>
    types
      .filter(({ content }) => content === undefined)
      .map(({ type }) => `${pagesFolder(provider.id)}/${type.split("/").slice(1).join("-")}.md`),
  );
  expect(unread.length).toBeGreaterThan(0);
  for (const path of unread) expect(pages.get(path), path).not.toContain("--inspect");
});

test("markers that are gone are an error, not a README without its table", () => {
  expect(() => withCoverage("# jingnei\n", loaded)).toThrow("README.md lacks");
});

function isType(value: unknown): value is ResourceType {
  return typeof value === "object" && value !== null && "type" in value && "collect" in value && "operations" in value;
}
