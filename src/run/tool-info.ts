import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Provider, ToolInfo } from "../model/index.ts";

/** Stands on every report and export. */
const disclaimer = {
  en: "This report supports a decision. It is not legal advice, nor a determination by an authority.",
  zh: "本报告供决策参考，不构成法律意见，亦不代表主管部门的认定。",
};

export function toolInfo(policyDigest: string, providers: readonly Pick<Provider, "regions">[]): ToolInfo {
  const days = providers.flatMap((provider) => provider.regions.map((region) => region.asOf)).sort();
  return { name: "jingnei", version: packageVersion(), policies: policyDigest, regions: days.at(-1) ?? "", disclaimer };
}

/** Sources lie one level deeper when built, so the package file is looked for upwards. */
export function packageVersion(): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  for (;;) {
    try {
      const { name, version } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
      if (name === "jingnei") return version;
    } catch (error) {
      if (!(error instanceof Error && "code" in error && error.code === "ENOENT")) throw error;
    }
    const parent = dirname(folder);
    if (parent === folder) throw new Error("package.json of jingnei not found");
    folder = parent;
  }
}
