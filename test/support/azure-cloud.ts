import tls from "node:tls";
import type { TokenCredential } from "@azure/identity";
import { enterSubscriptions } from "../../providers/azure/connect.ts";
import { azure } from "../../providers/azure/index.ts";
import { type AzureLoopbackOptions, startAzureLoopback } from "../../providers/azure/loopback.ts";
import { createLoopbackAuthority, type LoopbackAuthority } from "../../providers/azure/loopback-authority.ts";
import type { AzureEstate } from "../../providers/azure/loopback-estate.ts";
import type { AzureResourceType, AzureSession } from "../../providers/azure/session.ts";
import { AzureSource } from "../../providers/azure/source.ts";
import { azureTypes } from "../../providers/azure/types/index.ts";
import { createCaller, type TaskCaller } from "../../src/collect/caller.ts";
import type { Gap, LoopbackCloud, ResourceRecord } from "../../src/model/index.ts";

/** What was read of an estate: through the SDK clients, over TLS, with the callers of `collect/`. */
export interface AzureReading {
  readonly sessions: readonly AzureSession[];
  readonly records: readonly ResourceRecord[];
  readonly gaps: readonly Gap[];
  readonly hosts: ReadonlySet<string>;
  readonly scopesAsked: readonly string[];
  readonly cloud: LoopbackCloud;
}

export interface AzureReadingOptions extends Omit<AzureLoopbackOptions, "authority"> {
  readonly source?: Readonly<Record<string, unknown>>;
  /** Resource types to collect; all when left out. */
  readonly types?: readonly string[];
  readonly timeoutMs?: number;
}

let shared: Promise<LoopbackAuthority> | undefined;

/** One authority for the whole test process, trusted as NODE_EXTRA_CA_CERTS would make it. */
export async function trustedAuthority(): Promise<LoopbackAuthority> {
  shared ??= createLoopbackAuthority().then((authority) => {
    tls.setDefaultCACertificates([...tls.getCACertificates("default"), authority.ca]);
    return authority;
  });
  return shared;
}

/** Serves the estate, enters it, collects, and stops serving. */
export async function readAzure(estate: AzureEstate, options: AzureReadingOptions = {}): Promise<AzureReading> {
  const { source, types, timeoutMs, ...serving } = options;
  const cloud = await startAzureLoopback(estate, { ...serving, authority: await trustedAuthority() });
  const records: ResourceRecord[] = [];
  const gaps: Gap[] = [];
  const sessions: AzureSession[] = [];
  const hosts = new Set<string>();
  const scopesAsked: string[] = [];
  const credential: TokenCredential = {
    async getToken(scopes) {
      scopesAsked.push(...[scopes].flat());
      return { token: options.token ?? "loopback-token", expiresOnTimestamp: Date.now() + 3_600_000 };
    },
  };
  const pace = { provider: azure, gap: (gap: Gap) => gaps.push(gap), attempts: 2, timeoutMs: timeoutMs ?? 5_000 };

  async function read(
    caller: TaskCaller,
    items: AsyncIterable<ResourceRecord | Gap | AzureSession>,
    otherwise: string,
  ) {
    try {
      for await (const item of items) {
        if (!("kind" in item)) sessions.push(item);
        else if (item.kind === "gap") gaps.push(item);
        else records.push(item);
      }
    } catch (error) {
      gaps.push(caller.gapFor(error, otherwise));
    }
  }

  try {
    const parsed = AzureSource.parse({ provider: "azure", endpoint: cloud.url, ...source });
    const scope = { provider: "azure", partition: azure.partitionOf(parsed), account: "-" };
    const caller = createCaller({ ...pace, scope, type: "identity", region: null });
    const context = {
      caller,
      signal: new AbortController().signal,
      environment: {},
      contacted: (host: string) => void hosts.add(host),
      timeoutMs: pace.timeoutMs,
    };
    const entered = enterSubscriptions(parsed, credential, context);
    await read(caller, entered as AsyncIterable<AzureSession | Gap>, "connect");
    for (const session of sessions) {
      for (const type of chosen(types)) {
        const task = createCaller({ ...pace, scope: session.scope, type: type.type, region: null });
        await read(task, type.collect(session, null, task), type.operations[0]?.operation ?? "collect");
      }
    }
  } finally {
    await cloud.close();
  }
  return { sessions, records, gaps, hosts, scopesAsked, cloud };
}

function chosen(types: readonly string[] | undefined): readonly AzureResourceType[] {
  return azureTypes.filter((type) => types?.includes(type.type) ?? true);
}
