import { resolve } from "node:path";
import { cruise } from "dependency-cruiser";
import extractConfig from "dependency-cruiser/config-utl/extract-depcruise-config";
import extractTsConfig from "dependency-cruiser/config-utl/extract-ts-config";

export interface Breach {
  readonly rule: string;
  readonly from: string;
  readonly to: string;
}

export interface Cruise {
  /** Own files that were read; packages and built-ins do not count. */
  readonly modules: number;
  readonly breaches: readonly Breach[];
  /** Each rule and what to do instead. */
  readonly comments: ReadonlyMap<string, string>;
}

/** Checks the folders of `base` against the import rules of the project at `root`. */
export async function findBreaches(root: string, base: string, folders: readonly string[]): Promise<Cruise> {
  const config = await extractConfig(resolve(root, ".dependency-cruiser.mjs"));
  const { forbidden = [], options = {} } = config;
  const { tsConfig: _, ...rest } = options;
  const { output } = await cruise(
    [...folders],
    {
      ...rest,
      baseDir: base,
      validate: true,
      ruleSet: { forbidden },
      ...(base === root ? { exclude: { path: "^test/fixtures/boundaries/" } } : {}),
    },
    undefined,
    { tsConfig: extractTsConfig(resolve(root, "tsconfig.json")) },
  );
  if (typeof output === "string") throw new TypeError("dependency-cruiser answered with text instead of a result");
  return {
    modules: output.modules.filter(({ source }) => /\.m?ts$/.test(source) && !source.includes("node_modules")).length,
    breaches: output.summary.violations.map(({ rule, from, to }) => ({ rule: rule.name, from, to })),
    comments: new Map(forbidden.map((rule) => [rule.name ?? "", rule.comment ?? ""])),
  };
}
