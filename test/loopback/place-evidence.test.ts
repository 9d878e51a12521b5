import { readFileSync } from "node:fs";
import tls from "node:tls";
import { beforeAll, describe, expect, test } from "vitest";
import { providers } from "../../providers/index.ts";
import { collect } from "../../src/collect/index.ts";
import type { ResourceRecord } from "../../src/model/index.ts";

/** Everything that the demo's part of a provider holds, by the real client and the real collecting room. */
async function demoRecords(id: string): Promise<readonly ResourceRecord[]> {
  const provider = await providers[id]?.();
  if (provider === undefined) throw new Error(`no provider ${id}`);
  const cloud = await provider.demo();
  const authority = cloud.environment["NODE_EXTRA_CA_CERTS"];
  // The variable is read when Node starts, and this process has started.
  if (authority !== undefined) {
    tls.setDefaultCACertificates([...tls.getCACertificates("default"), readFileSync(authority, "utf8")]);
  }
  const records: ResourceRecord[] = [];
  try {
    await collect({
      sources: cloud.sources.map((source) => ({ provider, source: provider.source.parse(source), label: id })),
      sink: {
        isDone: () => false,
        begin: () => undefined,
        record: (_task, record) => records.push(record),
        gap: () => undefined,
        asked: () => undefined,
        end: () => undefined,
      },
      signal: new AbortController().signal,
      environment: cloud.environment,
      only: [],
      skip: [],
      attempts: 1,
      timeoutMs: 5_000,
    });
  } finally {
    await cloud.close();
  }
  return records;
}

describe.each(Object.keys(providers))("%s", (id) => {
  let records: readonly ResourceRecord[] = [];
  beforeAll(async () => {
    records = await demoRecords(id);
  });

  test("says of every record which call and which field placed it", async () => {
    const types = new Map((await (await providers[id]?.())?.types())?.map((type) => [type.type, type]));
    expect(records.length).toBeGreaterThan(20);
    for (const { id: resource, type, placeEvidence } of records) {
      const declared = types.get(type)?.operations.map(({ operation }) => operation) ?? [];
      expect(declared, `${resource}: ${placeEvidence?.source}`).toContain(placeEvidence?.source.split(":").at(-1));
      expect(placeEvidence?.field, resource).not.toBe("");
      expect(placeEvidence?.value, resource).not.toBe("");
    }
  });

  test("spells the call as the evidence of its links does", () => {
    const service = (source: string | undefined) => /^[a-z0-9]+:/.exec(source ?? "")?.[0];
    const pairs = records.flatMap(({ placeEvidence, links }) =>
      links.map(({ evidence }) => [service(placeEvidence?.source), service(evidence.source)]),
    );
    expect(pairs.length).toBeGreaterThan(3);
    for (const [place, link] of pairs) expect(place).toBe(link);
  });
});
