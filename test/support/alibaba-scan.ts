import { alibaba } from "../../providers/alibaba/index.ts";
import type { AlibabaEstate, EstateAccount } from "../../providers/alibaba/loopback/estate.ts";
import { startLoopback } from "../../providers/alibaba/loopback.ts";
import { collect } from "../../src/collect/index.ts";
import type { CollectTask, Gap, LoopbackCall, LoopbackOptions, ResourceRecord } from "../../src/model/index.ts";

export const uid = "1234567890123456";
export const secrets = {
  accessKeyId: "LTAI5tLoopbackKeyId0",
  accessKeySecret: "loopbackSecretThatNobodyMaySee",
  securityToken: "CAISloopbackToken/With+Signs=That%Hurt",
};

export const environment = {
  ALIBABA_CLOUD_ACCESS_KEY_ID: secrets.accessKeyId,
  ALIBABA_CLOUD_ACCESS_KEY_SECRET: secrets.accessKeySecret,
  ALIBABA_CLOUD_SECURITY_TOKEN: secrets.securityToken,
  HOME: "/nonexistent",
};

/** An estate of one account. */
export function estateOf(
  account: EstateAccount,
  regions: readonly string[] = ["cn-hangzhou", "ap-southeast-1"],
): AlibabaEstate {
  return { keys: secrets, account: uid, regions, accounts: { [uid]: account } };
}

export interface CollectSettings {
  readonly environment?: Readonly<Record<string, string | undefined>>;
  readonly timeoutMs?: number;
  readonly attempts?: number;
  readonly concurrency?: number;
  /** Types to read; all by default. */
  readonly only?: readonly string[];
}

export interface ScanSettings extends CollectSettings {
  readonly loopback?: LoopbackOptions;
  readonly source?: Readonly<Record<string, unknown>>;
}

export interface Collected {
  readonly records: readonly ResourceRecord[];
  readonly gaps: readonly Gap[];
  /** `type operation`, as coverage counts them. */
  readonly asked: ReadonlySet<string>;
  readonly outcome: Awaited<ReturnType<typeof collect>>;
}

export interface Scanned extends Collected {
  readonly calls: readonly LoopbackCall[];
}

/** Serves the estate and reads it. */
export async function scan(estate: AlibabaEstate, settings: ScanSettings = {}): Promise<Scanned> {
  const cloud = await startLoopback(estate, settings.loopback);
  try {
    const source = { provider: "alibaba", endpoint: cloud.url, ...settings.source };
    return { ...(await collectFrom(source, settings)), calls: cloud.calls };
  } finally {
    await cloud.close();
  }
}

/** Reads a source with the real client and the real collecting room, and hands back everything that came. */
export async function collectFrom(source: unknown, settings: CollectSettings = {}): Promise<Collected> {
  const records: ResourceRecord[] = [];
  const gaps: Gap[] = [];
  const asked = new Set<string>();
  const outcome = await collect({
    sources: [{ provider: alibaba, source: alibaba.source.parse(source), label: "sources[0] (alibaba)" }],
    sink: {
      isDone: () => false,
      begin: () => undefined,
      record: (_task: CollectTask, record: ResourceRecord) => records.push(record),
      gap: (gap: Gap) => gaps.push(gap),
      asked: (task: CollectTask, operation: string) => asked.add(`${task.type} ${operation}`),
      end: () => undefined,
    },
    signal: new AbortController().signal,
    environment: settings.environment ?? environment,
    only: settings.only ?? [],
    skip: [],
    attempts: settings.attempts ?? 3,
    timeoutMs: settings.timeoutMs ?? 5_000,
    ...(settings.concurrency === undefined ? {} : { concurrency: settings.concurrency }),
  });
  return { records, gaps, asked, outcome };
}

export function byId(records: readonly ResourceRecord[]): ReadonlyMap<string, ResourceRecord> {
  return new Map(records.map((record) => [record.id, record]));
}
