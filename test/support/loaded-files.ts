import { spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { emptyFolder } from "./command.ts";

/** What a program loads, as Node's own loader reports it: `node:` names and `file:` addresses, in turn. */
export function loadedFiles(program: string, args: readonly string[]): readonly string[] {
  const folder = emptyFolder();
  const hook = join(folder, "hook.mjs");
  writeFileSync(
    hook,
    `import { registerHooks } from "node:module";
     import { writeSync } from "node:fs";
     registerHooks({ load(url, context, next) { writeSync(2, "LOADED " + url + "\\n"); return next(url, context); } });`,
  );
  const { stderr, status } = spawnSync(process.execPath, ["--import", hook, program, ...args], {
    cwd: folder,
    encoding: "utf8",
    env: { PATH: process.env["PATH"] ?? "" },
  });
  if (status !== 0) throw new Error(`${args.join(" ")} ended with ${status}: ${stderr}`);
  return stderr.split("\n").flatMap((line) => (line.startsWith("LOADED ") ? [line.slice("LOADED ".length)] : []));
}
