import { beforeAll, describe, expect, test } from "vitest";
import { idOf } from "../../providers/aws/demo/ids.ts";
import { companyConfig } from "../../src/demo/company.ts";
import type { Document, Edge, ReportResource } from "../../src/model/index.ts";
import { sampleCompany } from "../support/spine-demo.ts";
import { scanSpine } from "../support/spine-scan.ts";

/** From, kind, other end (a resource, a party, or nobody), place. */
type Row = readonly [from: string, kind: Edge["kind"], to: string | null, place: string];

/** What the sample company's estates say of where data goes, written down by hand from the settings in them. */
const ways: Readonly<Record<string, readonly Row[]>> = {
  aws: [
    // China: a replica within the mainland; the ledger's disk, its snapshot, and the image that a partner may use.
    ["haitang-crm-prod", "replicates-to", "haitang-crm-dr", "cn-northwest-1 mainland"],
    [idOf("vol", "core-ledger-data"), "copied-to", idOf("snap", "core-ledger-data"), "cn-north-1 mainland"],
    [idOf("snap", "core-ledger-data"), "copied-to", "core-ledger-2026-10", "cn-north-1 mainland"],
    ["core-ledger", "copied-to", "core-ledger-2026-10", "cn-north-1 mainland"],
    ["core-ledger-2026-10", "shared-with", "party 222233334444", "unknown"],
    // Elsewhere: Hong Kong writes to Singapore and to a log sink beside it.
    ["haitang-crm-hk", "replicates-to", "haitang-analytics-sg", "ap-southeast-1 foreign"],
    ["haitang-crm-hk", "logs-to", "haitang-logs-hk", "ap-east-1 hong-kong"],
    // The forgotten copy: of the gateway's disk, then across a border.
    ["hk-gateway-data", "copied-to", idOf("snap", "hk-gateway-data"), "ap-east-1 hong-kong"],
    [idOf("snap", "hk-gateway-data"), "copied-to", idOf("snap", "hk-gateway-data-copy"), "ap-southeast-1 foreign"],
    // Open to everyone; the website is served from its bucket's own region.
    ["haitang-kyc-images", "reachable-from", "party *", "unknown"],
    ["haitang-campaign-assets", "reachable-from", "party *", "unknown"],
    ["haitang-campaign-assets", "served-from", null, "us-east-1 foreign"],
  ],
  alibaba: [
    ["haitang-member-prod", "replicates-to", "haitang-member-hk", "cn-hongkong hong-kong"],
    ["haitang-member-prod", "logs-to", "haitang-oss-logs", "cn-hangzhou mainland"],
    // Accelerated access is served from points in and outside the mainland: no single place.
    ["haitang-member-prod", "served-from", null, "oss-accelerate unknown"],
    ["haitang-orders", "replicates-to", "haitang-orders-sg", "ap-southeast-1 foreign"],
    ["haitang-www", "reachable-from", "party *", "unknown"],
    // The policy copies what the disk's snapshots hold; a snapshot of it and that one's copy are there as well.
    ["member-db-data", "backs-up-to", null, "ap-southeast-1 foreign"],
    ["member-db-data", "copied-to", "auto2.0_sp_member_db", "cn-hangzhou mainland"],
    ["auto2.0_sp_member_db", "copied-to", "copied_from_cn-hangzhou_member_db", "ap-southeast-1 foreign"],
    ["auto2.0_sp_member_db", "copied-to", "member-db-handover", "cn-hangzhou mainland"],
    ["member-db-handover", "shared-with", "party 9876543210987654", "unknown"],
  ],
  azure: [
    // 21Vianet: the pair of China East 2 is China North 2, so geo-redundancy stays in the mainland.
    ["haitangledgercn", "replicates-to", null, "chinanorth2 mainland"],
    ["ledger-api-01-data", "copied-to", "ledger-api-01-data-weekly", "chinaeast2 mainland"],
    ["ledger-api-01-data", "copied-to", "ledger-api-01-data-offsite", "chinanorth2 mainland"],
    // The pair of East Asia is Southeast Asia: from Hong Kong to Singapore. And to London by a policy.
    ["haitangmktea", "replicates-to", null, "southeastasia foreign"],
    ["haitangmktea", "replicates-to", "haitangbiuk", "uksouth foreign"],
    ["haitangmktea", "reachable-from", "party *", "unknown"],
    ["mkt-gateway-01-data", "copied-to", "mkt-gateway-01-data-weekly", "eastasia hong-kong"],
    ["mkt-gateway-01-data-weekly", "copied-to", "mkt-gateway-01-data-copy", "southeastasia foreign"],
  ],
};

/** Where the company keeps data, and what the law calls it. */
const homes: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  aws: {
    "cn-north-1": "CN mainland",
    "cn-northwest-1": "CN mainland",
    "ap-east-1": "HK hong-kong",
    "ap-southeast-1": "SG foreign",
    "us-east-1": "US foreign",
  },
  alibaba: {
    "cn-hangzhou": "CN mainland",
    "cn-shanghai": "CN mainland",
    "cn-hongkong": "HK hong-kong",
    "ap-southeast-1": "SG foreign",
  },
  azure: {
    chinaeast2: "CN mainland",
    chinanorth2: "CN mainland",
    chinanorth3: "CN mainland",
    eastasia: "HK hong-kong",
    southeastasia: "SG foreign",
    uksouth: "GB foreign",
    // A region that no table knows is nowhere.
    atlantisnorth: "null unknown",
  },
};

let document: Document;
let observed: ReadonlyMap<string, ReportResource>;

beforeAll(async () => {
  const { sources: _sources, ...config } = companyConfig([], new Date("2026-11-22T08:00:00Z"));
  const paged = { aws: { pageSize: 12 }, alibaba: { pageSize: 5 }, azure: { pageSize: 10 } };
  ({ document } = await scanSpine(paged, { config }, sampleCompany));
  observed = new Map(document.resources.map((resource) => [resource.id, resource]));
});

/** The name of an observed resource; the id of one that was only named by another. */
function nameOf(id: string): string {
  return observed.get(id)?.name ?? id;
}

function rowOf({ from, kind, to, party, place }: Edge): Row {
  const end = to === null ? (party === null ? null : `party ${party}`) : nameOf(to);
  return [nameOf(from), kind, end, [place.region, place.jurisdiction].filter((word) => word !== null).join(" ")];
}

function sorted(rows: readonly Row[]): readonly string[] {
  return rows.map((row) => row.join(" | ")).sort();
}

describe.each(["aws", "alibaba", "azure"])("the edges of the sample company on %s", (provider) => {
  test("are those of its settings and no others", () => {
    const found = document.edges.filter(
      ({ from, kind }) => kind !== "stored-in" && observed.get(from)?.provider === provider,
    );
    expect(sorted(found.map(rowOf))).toEqual(sorted(ways[provider] ?? []));
  });

  test("say of everything that holds data, once, where it is stored", () => {
    const holders = document.resources.filter((one) => one.provider === provider && one.role !== "flow");
    const stored = document.edges.filter(
      ({ from, kind }) => kind === "stored-in" && observed.get(from)?.provider === provider,
    );
    expect(stored.map(({ from }) => from).sort()).toEqual(holders.map(({ id }) => id).sort());
    expect(stored.map(({ from, place }) => [from, place])).toEqual(
      stored.map(({ from }) => [from, observed.get(from)?.place]),
    );
    const places = stored.map(({ place }) => [place.region, `${place.country} ${place.jurisdiction}`]);
    expect(Object.fromEntries(places)).toEqual(homes[provider]);
  });
});

test("every edge begins at a resource that was observed, and says which call told of it", () => {
  for (const { from, kind, to, evidence } of document.edges) {
    expect(observed.has(from), `${from} ${kind}`).toBe(true);
    if (to !== null) expect(observed.has(to), `${from} ${kind} ${to}`).toBe(true);
    expect(evidence.source, `${from} ${kind}`).not.toBe("");
    expect(evidence.field, `${from} ${kind}`).not.toBe("");
  }
});
