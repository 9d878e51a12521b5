import {
  type Config,
  didYouMean,
  isMadeFor,
  JingneiError,
  type Language,
  matchesGlob,
  type Provider,
  type ResourceType,
} from "../model/index.ts";
import type { ProviderRegistry } from "../run/index.ts";
import type { CommandContext } from "./context.ts";
import { fitted } from "./fit.ts";
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
  lang: Language,
  context: CommandContext,
): Promise<number> {
  const words = dryRunWords[lang];
  const text: string[] = [];
  const names: string[] = [];
  for (const [index, source] of config.sources.entries()) {
    const provider = await providers[source.provider]?.();
    if (provider === undefined) continue;
    const types = await provider.types();
    names.push(...types.map(({ type }) => type), ...provider.regions.map(({ id }) => id));
    text.push(
      `${words.source(index, source.provider, provider.partitionOf(source))}\n`,
      renderTable(words.head, callsOf(provider, source, types, selection, words.per), context.stdout.columns),
      "\n",
    );
  }
  demandMatches(selection.only, names);
  text.push(`${fitted(words.end, context.stdout)}\n`);
  await writeToStdout(text.map(printable), context.stdout);
  return 0;
}

type Per = "source" | "account" | "account and region" | "resource";

const perInChinese: Readonly<Record<Per, string>> = {
  source: "来源",
  account: "账号",
  "account and region": "账号及地域",
  resource: "资源",
};

const dryRunWords = {
  en: {
    source: (index: number, provider: string, partition: string) =>
      `sources[${index}]: ${provider}, partition ${partition}`,
    head: ["type", "asked per", "call", "permission"],
    per: (per: Per): string => per,
    end: "No call was made. Which accounts and regions there are is known only after connecting.",
  },
  zh: {
    source: (index: number, provider: string, partition: string) => `sources[${index}]：${provider}，分区 ${partition}`,
    head: ["资源类型", "调用频次", "调用", "权限"],
    per: (per: Per) => `每${perInChinese[per]}`,
    end: "未发出任何调用。有哪些账号和地域，连接后才能得知。",
  },
} as const;

function callsOf(
  provider: Provider,
  source: Readonly<Record<string, unknown>>,
  types: readonly ResourceType[],
  { only, skip }: Selection,
  say: (per: Per) => string,
): readonly (readonly string[])[] {
  const onlyTypes = only.filter((glob) => types.some(({ type }) => matchesGlob(glob, type)));
  const rows = types
    .filter(({ type }) => onlyTypes.length === 0 || onlyTypes.some((glob) => matchesGlob(glob, type)))
    .filter(({ type }) => !skip.some((glob) => matchesGlob(glob, type)))
    .flatMap(({ type, reach, operations }) =>
      operations.map(({ operation, permission, per }) => [
        type,
        say(per ?? (reach === "global" ? "account" : "account and region")),
        operation,
        permission,
      ]),
    );
  const entry = (provider.entry ?? [])
    .filter((call) => isMadeFor(call, source))
    .map(({ operation, permission }) => ["connect", say("source"), operation, permission]);
  return [...entry, ...rows];
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
