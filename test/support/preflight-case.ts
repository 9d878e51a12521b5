import { providers } from "../../providers/index.ts";
import type { LoopbackOptions } from "../../src/model/index.ts";
import { type Check, preflight } from "../../src/preflight/index.ts";
import { places, serveCases } from "./case-clouds.ts";
import { caseOf } from "./case-reading.ts";

export interface CasePreflight {
  /** Of the type; connecting's own left out. */
  readonly checks: readonly Check[];
  readonly sent: ReadonlyMap<string, number>;
}

/** Tries one type against a cloud that serves its case in one region; `undefined` where it has no case. */
export async function preflightOfCase(type: string, options: LoopbackOptions = {}): Promise<CasePreflight | undefined> {
  const [id = ""] = type.split("/");
  const provider = await providers[id]?.();
  const where = places[id]?.home[0];
  const serve = serveCases[id];
  if (provider === undefined || where === undefined || serve === undefined) throw new Error(`no cases of ${id}`);
  const typeCase = await caseOf(type);
  if (typeCase === undefined) return undefined;
  const account = typeCase.account === undefined ? {} : { account: typeCase.account(where) };
  const cloud = await serve([{ where, held: typeCase.held(where), ...account }], options);
  try {
    const { checks } = await preflight({
      sources: cloud.sources.map((source) => ({
        provider,
        source: provider.source.parse(source),
        label: "sources[0]",
      })),
      environment: cloud.environment,
      signal: new AbortController().signal,
      only: [type],
      skip: [],
      listener: () => undefined,
    });
    const calls = Map.groupBy(cloud.calls, ({ operation }) => operation);
    return {
      checks: checks.filter((check) => check.type === type),
      sent: new Map([...calls].map(([operation, made]) => [operation, made.length])),
    };
  } finally {
    await cloud.close();
  }
}
