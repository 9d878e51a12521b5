import { evaluate } from "./evaluate.ts";
import { optionsOf } from "./options.ts";
import { render, tablesOf } from "./score/tables.ts";

/** `npm run eval -- --seed N`: measures the content engine on generated content and exits 1 where a goal is missed. */
const options = optionsOf(process.argv.slice(2));
const begun = Date.now();
const done = await evaluate(options, (part) =>
  process.stderr.write(`${((Date.now() - begun) / 1000).toFixed(0)} s: ${part}\n`),
);
process.stdout.write(`seed ${options.seed}\n\n${render(tablesOf(done), options.markdown)}`);
if (!options.markdown) {
  for (const { mistakes } of [done.columns, done.texts, done.files]) {
    const listed = [...mistakes].sort(([, a], [, b]) => b - a).slice(0, options.mistakes);
    process.stdout.write(`\n${listed.map(([what, count]) => `  ${count} × ${what}\n`).join("")}`);
  }
}
if (done.goals.some(({ isMet }) => !isMet)) process.exitCode = 1;
