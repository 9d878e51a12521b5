import {
  type Config,
  didYouMean,
  isMadeFor,
  JingneiError,
  matchesGlob,
  type Provider,
  type ResourceType,
} from "../model/index.ts";
import type { ProviderRegistry } from "../run/index.ts";
import type { CommandContext } from "./context.ts";
import { printable } from "./print-error.ts";
import { renderTable } from "./table.ts";
import { writeToStdout } from "./write-output.ts";

interface Selection {
  readonly only: readonly string[];
  readonly skip: readonly string[];
}

/** Prints the calls that a scan of each source would make, and makes none. */
export async function printDryRun(
  config: Config,
  providers: ProviderRegistry,
  selection: Selection,
  context: CommandContext,
): Promise<number> {
  const text: string[] = [];
  const names: string[] = [];
  for (const [index, source] of config.sources.entries()) {
    const provider = await providers[source.provider]?.();
    if (provider === undefined) continue;
    const types = await provider.types();
    names.push(...types.map(({ type }) => type), ...provider.regions.map(({ id }) => id));
    text.push(
      `sources[${index}]: ${source.provider}, partition ${provider.partitionOf(source)}\n`,
      callsOf(provider, source, types, selection),
      "\n",
    );
  }
  demandMatches(selection.only, names);
  text.push("No call was made. Which accounts and regions there are is known only after connecting.\n");
  await writeToStdout(text.map(printable), context.stdout);
  return 0;
}

function callsOf(
  provider: Provider,
  source: Readonly<Record<string, unknown>>,
  types: readonly ResourceType[],
  { only, skip }: Selection,
): string {
  const onlyTypes = only.filter((glob) => types.some(({ type }) => matchesGlob(glob, type)));
  const rows = types
    .filter(({ type }) => onlyTypes.length === 0 || onlyTypes.some((glob) => matchesGlob(glob, type)))
    .filter(({ type }) => !skip.some((glob) => matchesGlob(glob, type)))
    .flatMap(({ type, reach, operations }) =>
      operations.map(({ operation, permission, per }) => [
        type,
        per ?? (reach === "global" ? "account" : "account and region"),
        operation,
        permission,
      ]),
    );
  const entry = (provider.entry ?? [])
    .filter((call) => isMadeFor(call, source))
    .map(({ operation, permission }) => ["connect", "source", operation, permission]);
  return renderTable(["type", "asked per", "call", "permission"], [...entry, ...rows]);
}

function demandMatches(only: readonly string[], names: readonly string[]): void {
  for (const glob of only) {
    if (names.some((name) => matchesGlob(glob, name))) continue;
    throw new JingneiError(
      "usage",
      `--only ${glob} matches no resource type and no region of the configured sources.${didYouMean(glob, names)}`,
      "Give a type such as provider/service/thing or a region id; * stands for any characters.",
    );
  }
}
