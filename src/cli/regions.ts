import { jurisdictionOf } from "../geography/index.ts";
import { type Jurisdiction, jurisdictionTerms, type Language, type RegionFact, type Text } from "../model/index.ts";
import { askedBy } from "./asked.ts";
import type { Command } from "./context.ts";
import { namedProvider } from "./named-provider.ts";
import { printable } from "./print-error.ts";
import { talkSettings } from "./settings.ts";
import { renderTable } from "./table.ts";
import { writeToStdout } from "./write-output.ts";

interface ListedRegion extends RegionFact {
  readonly provider: string;
  readonly jurisdiction: Jurisdiction;
}

/** The region tables: what jurisdiction a region is taken for, and by what source. */
export const regionsCommand: Command = async (context, flags, [only]) => {
  const providers = await context.house.providers();
  const asked = askedBy(flags, context.environment);
  const { lang } = talkSettings(asked, flags, context);
  const [format = "table"] = asked.choices("format", ["table", "json"]) ?? [];
  if (only !== undefined) await namedProvider(providers, only);
  const regions: ListedRegion[] = [];
  for (const [id, load] of Object.entries(providers)) {
    if (only !== undefined && only !== id) continue;
    const provider = await load();
    for (const region of provider.regions) {
      regions.push({ provider: id, jurisdiction: jurisdictionOf(region.country), ...region });
    }
  }
  const text =
    format === "json"
      ? `${JSON.stringify({ schemaVersion: 1, regions }, null, 2)}\n`
      : printable(tableOf(regions, lang, context.stdout.columns));
  await writeToStdout([text], context.stdout);
  return 0;
};

const heads = {
  en: ["region", "jurisdiction", "country", "partition", "kind", "status", "name", "source"],
  zh: ["地域", "法域", "国家或地区", "分区", "类型", "状态", "名称", "来源"],
} as const satisfies Readonly<Record<Language, readonly string[]>>;

const kinds: Readonly<Record<RegionFact["kind"], Text>> = {
  region: { en: "region", zh: "地域" },
  zone: { en: "zone", zh: "可用区" },
  edge: { en: "edge", zh: "边缘" },
  logical: { en: "logical", zh: "逻辑位置" },
  "multi-region": { en: "multi-region", zh: "多地域" },
};

const statuses: Readonly<Record<RegionFact["status"], Text>> = {
  active: { en: "active", zh: "可用" },
  restricted: { en: "restricted", zh: "受限" },
  closed: { en: "closed", zh: "已关闭" },
};

function tableOf(regions: readonly ListedRegion[], lang: Language, width: number | undefined): string {
  const rows = regions.map((region) => [
    `${region.provider}:${region.id}`,
    lang === "zh" ? jurisdictionTerms[region.jurisdiction].zh : region.jurisdiction,
    region.country ?? "-",
    region.partition,
    kinds[region.kind][lang],
    statuses[region.status][lang],
    region.name,
    `${region.source} (${region.asOf})`,
  ]);
  return renderTable(heads[lang], rows, width);
}
