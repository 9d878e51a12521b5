import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { ContentRules } from "../src/model/index.ts";
import { type Mistake, refuseMistakes } from "./mistake.ts";
import { isMistake, readAs, readYamlFile } from "./yaml-file.ts";

const home = import.meta.dirname;

/** What content stands for; read when somebody inspects content. */
export function loadContentRules(): ContentRules {
  const compiled = join(home, "detectors.json");
  // The build wrote it beside this file's compiled form, from what it had checked.
  return existsSync(compiled) ? JSON.parse(readFileSync(compiled, "utf8")) : compileContentRules();
}

/**
 * The rules from their YAML file.
 * @throws JingneiError `config` with file and line of every mistake.
 */
export function compileContentRules(): ContentRules {
  const source = readYamlFile(join(home, "detectors.yaml"), "policies/detectors.yaml");
  if (isMistake(source)) return refuse([source]);
  const rules = readAs(source, ContentRules);
  return isRules(rules) ? rules : refuse(rules);
}

function isRules(read: ContentRules | readonly Mistake[]): read is ContentRules {
  return !Array.isArray(read);
}

function refuse(mistakes: readonly Mistake[]): never {
  refuseMistakes(mistakes);
  throw new RangeError("refused without a mistake");
}
