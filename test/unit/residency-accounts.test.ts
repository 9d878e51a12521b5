import { describe, expect, it } from "vitest";
import type { ResourceRecord } from "../../src/model/index.ts";
import { storesOfAccounts } from "../../src/residency/accounts.ts";
import { linkRecords } from "../../src/residency/link.ts";
import { spreadFacts } from "../../src/residency/spread-facts.ts";
import { settleStandings } from "../../src/residency/standing.ts";
import { record, storeOf } from "../support/records.ts";

function counted(records: readonly ResourceRecord[]) {
  const store = storeOf(records);
  linkRecords(store);
  spreadFacts(store);
  settleStandings(store);
  return storesOfAccounts(store);
}

const line = ({
  account,
  jurisdiction,
  scope,
  classes,
  count,
}: ReturnType<typeof counted> extends Iterable<infer Row> ? Row : never) =>
  `${account} ${jurisdiction} ${scope} ${classes.map((held) => held.class).join("+")} ${count}`;

describe("what accounts hold", () => {
  const records = [
    record("a", "beijing", { tags: { class: "personal" } }),
    record("b", "beijing", { tags: { class: "personal" }, role: "copy" }),
    record("c", "singapore", { account: "2" }),
    record("d", "singapore", { account: "2", tags: { class: "important", origin: "mainland" } }),
    record("machine", "hongkong", { account: "3", role: "compute" }),
  ];

  it("is counted by account, place, scope and classes; machines tell of their account only", () => {
    const expected = [
      "1 mainland in personal 2",
      "2 foreign in important 1",
      "2 foreign unknown  1",
      "3 hong-kong unknown  0",
    ];
    expect([...counted(records)].map(line)).toEqual(expected);
    expect([...counted(records.toReversed())].map(line)).toEqual(expected);
  });

  it("can be read more than once", () => {
    const rows = counted(records);
    expect([...rows]).toEqual([...rows]);
  });

  it("takes as many rows as there are combinations, whatever the number of stores", () => {
    const many = Array.from({ length: 500 }, (_, index) => record(`store-${index}`, "beijing"));
    expect([...counted(many)].map(line)).toEqual(["1 mainland in  500"]);
  });
});
