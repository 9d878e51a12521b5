import { aws } from "../../providers/aws/index.ts";
import { createCaller } from "../../src/collect/caller.ts";
import type { AccountSession, Gap, ResourceRecord, ResourceType } from "../../src/model/index.ts";

export interface AwsScan {
  readonly sessions: readonly AccountSession[];
  readonly records: readonly ResourceRecord[];
  readonly gaps: readonly Gap[];
  readonly hosts: readonly string[];
  /** Operations that collectors asked for, by type. */
  readonly asked: ReadonlyMap<string, ReadonlySet<string>>;
}

export interface AwsScanOptions {
  readonly environment?: Readonly<Record<string, string>>;
  /** Only these types; all by default. */
  readonly types?: readonly string[];
  readonly concurrency?: number;
  readonly timeoutMs?: number;
}

export const testKeys = { AWS_ACCESS_KEY_ID: "TESTKEY", AWS_SECRET_ACCESS_KEY: "test" };

/** Scans a source the way collect does, with its real caller, without store and progress. Back-off takes no time. */
export async function scanAws(source: unknown, options: AwsScanOptions = {}): Promise<AwsScan> {
  const sessions: AccountSession[] = [];
  const records: ResourceRecord[] = [];
  const gaps: Gap[] = [];
  const hosts = new Set<string>();
  const asked = new Map<string, Set<string>>();
  const timeoutMs = options.timeoutMs ?? 5_000;

  const callerFor = (scope: AccountSession["scope"], type: string, region: string | null) =>
    createCaller({
      scope,
      type,
      region,
      provider: aws,
      timeoutMs,
      sleep: async () => undefined,
      ...(options.concurrency === undefined ? {} : { concurrency: options.concurrency }),
      asked: (operation) => asked.set(type, (asked.get(type) ?? new Set()).add(operation)),
      gap: (gap) => gaps.push(gap),
    });

  const context = {
    caller: callerFor({ provider: "aws", partition: aws.partitionOf(source), account: "" }, "identity", null),
    signal: new AbortController().signal,
    environment: options.environment ?? testKeys,
    contacted: (host: string) => hosts.add(host),
    timeoutMs,
  };
  for await (const session of aws.connect(source, context)) {
    if ("kind" in session) gaps.push(session);
    else sessions.push(session);
  }
  const types = (await aws.types()).filter(({ type }) => options.types?.includes(type) ?? true);
  for (const session of sessions) {
    for (const type of types) {
      for (const region of type.reach === "global" ? [null] : session.regions) {
        await collect(session, type, region);
      }
    }
  }
  return { sessions, records, gaps, hosts: [...hosts].sort(), asked };

  async function collect(session: AccountSession, type: ResourceType, region: string | null): Promise<void> {
    const caller = callerFor(session.scope, type.type, region);
    try {
      for await (const item of type.collect(session, region, caller)) {
        if (item.kind === "gap") gaps.push(item);
        else records.push(item);
      }
    } catch (error) {
      gaps.push(caller.gapFor(error, "collect"));
    }
  }
}

/** What the gaps say, as text that sorts. */
export function gapLines(gaps: readonly Gap[]): readonly string[] {
  return gaps
    .map((gap) => [gap.type, gap.region ?? "global", gap.operation, gap.reason, gap.resource ?? "list"].join(" "))
    .sort();
}
