import { jurisdictionOf } from "../geography/index.ts";
import type { Jurisdiction, RegionFact } from "../model/index.ts";
import { askedBy } from "./asked.ts";
import type { Command } from "./context.ts";
import { namedProvider } from "./named-provider.ts";
import { printable } from "./print-error.ts";
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
  const text = format === "json" ? `${JSON.stringify({ schemaVersion: 1, regions }, null, 2)}\n` : tableOf(regions);
  await writeToStdout([text], context.stdout);
  return 0;
};

function tableOf(regions: readonly ListedRegion[]): string {
  return printable(
    renderTable(
      ["region", "jurisdiction", "country", "partition", "kind", "status", "name", "source"],
      regions.map((region) => [
        `${region.provider}:${region.id}`,
        region.jurisdiction,
        region.country ?? "-",
        region.partition,
        region.kind,
        region.status,
        region.name,
        `${region.source} (${region.asOf})`,
      ]),
    ),
  );
}
