import { resolve } from "node:path";
import { findBreaches } from "./find-breaches.ts";

/** Far below the true number, far above what a cruiser that reads nothing would find. */
const fewestModules = 60;

const root = resolve(import.meta.dirname, "..");
const product = await findBreaches(root, root, ["src", "providers", "policies", "reports", "scripts", "test"]);
const canary = await findBreaches(root, resolve(root, "test/fixtures/boundaries"), ["."]);

const problems = [
  ...product.breaches.map(({ rule, from, to }) => `${from} -> ${to}\n  ${rule}: ${product.comments.get(rule) ?? ""}`),
  ...[...product.comments.keys()]
    .filter((rule) => !canary.breaches.some((breach) => breach.rule === rule))
    .map((rule) => `the breach of ${rule} planted in test/fixtures/boundaries was not found: the rule does not bite`),
];
if (product.modules < fewestModules) {
  problems.push(
    `only ${product.modules} modules were read, at least ${fewestModules} were expected: nothing was checked`,
  );
}

for (const problem of problems) console.error(problem);
if (problems.length > 0) process.exitCode = 1;
else console.log(`boundaries: ${product.modules} modules keep ${product.comments.size} rules`);
