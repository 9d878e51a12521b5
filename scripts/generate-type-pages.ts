import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { providers } from "../providers/index.ts";
import { pagesFolder, typePages, withCoverage } from "./type-pages.ts";

/** Writes a page per resource type, an index per provider and the coverage table of README.md. A test fails while they lag behind. */
const root = resolve(import.meta.dirname, "..");
const loaded = await Promise.all(
  Object.values(providers).map(async (load) => {
    const provider = await load();
    return { provider, types: await provider.types() };
  }),
);
const pages = typePages(loaded);
for (const { provider } of loaded) {
  const folder = join(root, pagesFolder(provider.id));
  mkdirSync(folder, { recursive: true });
  // A type that was renamed leaves no page behind.
  for (const name of readdirSync(folder)) {
    if (!pages.has(`${pagesFolder(provider.id)}/${name}`)) rmSync(join(folder, name));
  }
}
for (const [path, text] of pages) writeFileSync(join(root, path), text);
const readme = join(root, "README.md");
writeFileSync(readme, withCoverage(readFileSync(readme, "utf8"), loaded));
console.log(`wrote ${pages.size} pages and the table of README.md`);
