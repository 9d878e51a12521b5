import { describe, expect, test } from "vitest";
import { chinaEstate, globalEstate } from "../../providers/azure/demo-estate.ts";
import { azure } from "../../providers/azure/index.ts";
import type { AzureEstate } from "../../providers/azure/loopback-estate.ts";
import { type CollectTask, Config } from "../../src/model/index.ts";
import { linkRecords } from "../../src/residency/link.ts";
import { spreadFacts } from "../../src/residency/spread-facts.ts";
import { createReading } from "../../src/run/reading.ts";
import { openStore } from "../../src/store/open.ts";
import { createSink } from "../../src/store/sink.ts";
import { readAzure } from "../support/azure-cloud.ts";

/** Edges between resources and the wholes of parts, by the last words of their ids, as the house resolves them. */
async function resolved(estate: AzureEstate, cloud: "public" | "china") {
  const { records } = await readAzure(estate, { source: { cloud }, pageSize: 10 });
  const store = openStore(":memory:", "create");
  try {
    const sink = createSink(store, createReading([azure], Config.parse({}).classification));
    for (const record of records) {
      const task: CollectTask = { scope: record.scope, type: record.type, region: null };
      sink.record(task, record);
    }
    sink.flush();
    linkRecords(store);
    spreadFacts(store);
    const last = (id: unknown) => (typeof id === "string" ? id.slice(id.lastIndexOf("/") + 1) : String(id));
    const edges = store.db
      .prepare("SELECT from_id, kind, to_id, party, region, jurisdiction FROM edge WHERE kind <> 'stored-in'")
      .all()
      .map((row) => Object.values(row).map(last).join(" "));
    const parts = store.db
      .prepare(
        "SELECT w.id AS whole, p.id AS part FROM part JOIN resource w ON w.n = whole JOIN resource p ON p.n = part",
      )
      .all()
      .map((row) => Object.values(row).map(last).join(" "));
    return { edges: edges.sort(), parts };
  } finally {
    store.close();
  }
}

describe("the sample estate, linked", () => {
  test("has exactly these ways out of the global subscription", async () => {
    const { edges, parts } = await resolved(globalEstate(), "public");
    expect(edges).toEqual([
      "haitangmktea reachable-from null * null unknown",
      "haitangmktea replicates-to haitangbiuk null uksouth foreign",
      "haitangmktea replicates-to null null southeastasia foreign",
      "mkt-gateway-01-data copied-to mkt-gateway-01-data-weekly null eastasia hong-kong",
      "mkt-gateway-01-data-weekly copied-to mkt-gateway-01-data-copy null southeastasia foreign",
      "warehouse backs-up-to null null ukwest foreign",
    ]);
    expect(parts).toContain("mkt-gateway-01 mkt-gateway-01-data");
  });

  test("keeps everything of the China subscription in the mainland", async () => {
    const { edges, parts } = await resolved(chinaEstate(), "china");
    expect(edges).toEqual([
      "haitangledgercn replicates-to null null chinanorth2 mainland",
      "ledger-api-01-data copied-to ledger-api-01-data-offsite null chinanorth2 mainland",
      "ledger-api-01-data copied-to ledger-api-01-data-weekly null chinaeast2 mainland",
    ]);
    expect(parts).toContain("ledger-api-01 ledger-api-01-data");
  });
});
