import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { loadPolicies } from "../../policies/index.ts";
import { providers } from "../../providers/index.ts";
import {
  type AccountSession,
  Config,
  known,
  type Link,
  type Provider,
  type ResourceRecord,
  type ResourceType,
  type Role,
  type Scope,
} from "../../src/model/index.ts";
import { type FinishedRun, scan } from "../../src/run/index.ts";

/** A resource as a provider would state it, without the calls. */
export interface Stated {
  readonly id: string;
  readonly type: string;
  readonly role?: Role;
  readonly region: string;
  readonly tags?: Readonly<Record<string, string>>;
  readonly attributes?: ResourceRecord["attributes"];
  readonly links?: readonly Link[];
}

export interface StatedAccount extends Scope {
  readonly resources: readonly Stated[];
}

/** The real provider, its region table and habits, with accounts that are stated instead of asked for. */
function stating(provider: Provider, accounts: readonly StatedAccount[]): Provider {
  const [name = ""] = accounts.flatMap(({ resources }) => resources.map(({ type }) => type));
  const type: ResourceType = {
    type: name,
    title: { en: "stated", zh: "申明" },
    role: "store",
    service: "stated",
    reach: "global",
    operations: [],
    links: [],
    unseen: { en: "nothing", zh: "无" },
    async *collect({ scope }) {
      for (const account of accounts) {
        if (account.account === scope.account) for (const one of account.resources) yield recordOf(one, scope);
      }
    },
  };
  return {
    ...provider,
    types: async () => [type],
    async *connect(): AsyncGenerator<AccountSession> {
      for (const { provider: id, partition, account } of accounts) {
        yield { scope: { provider: id, partition, account }, regions: [], notEnabled: [], regionDifferences: [] };
      }
    },
  };
}

function recordOf(
  { id, type, role = "store", region, tags = {}, attributes = {}, links = [] }: Stated,
  scope: Scope,
): ResourceRecord {
  return {
    kind: "record",
    id,
    type,
    role,
    scope,
    name: id.split(/[/:]/).at(-1) ?? id,
    place: known({ region }),
    placeEvidence: { source: "stated", field: "region", value: region },
    tags: known(tags),
    aliases: [],
    links,
    attributes,
  };
}

/** The whole of a scan, from records to findings, over an estate that no cloud has to serve. Close it. */
export async function scanStated(accounts: readonly StatedAccount[], config: unknown = {}): Promise<FinishedRun> {
  const byProvider = Map.groupBy(accounts, ({ provider }) => provider);
  const registry = Object.fromEntries(
    [...byProvider].map(([id, own]) => [
      id,
      async () => {
        const provider = await providers[id]?.();
        if (provider === undefined) throw new Error(`there is no provider ${id}`);
        return stating(provider, own);
      },
    ]),
  );
  const parsed = Config.parse(config);
  return scan({
    id: "stated",
    mode: "scan",
    config: { ...parsed, sources: [...byProvider.keys()].map((provider) => ({ provider })) },
    providers: registry,
    book: loadPolicies(),
    storePath: join(mkdtempSync(join(tmpdir(), "jingnei-test-")), "run.sqlite"),
    resume: false,
    only: [],
    skip: [],
    asOf: "2026-11-22",
    environment: {},
    signal: new AbortController().signal,
    now: () => new Date("2026-11-22T08:00:00Z"),
    listener: () => undefined,
  });
}
