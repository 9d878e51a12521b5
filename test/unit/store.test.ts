import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import type { Gap, StreamedFinding } from "../../src/model/index.ts";
import { readCoverage } from "../../src/store/coverage.ts";
import { readFindings, relateFindings, writeFindings } from "../../src/store/findings.ts";
import { openStore } from "../../src/store/open.ts";
import { createSink } from "../../src/store/sink.ts";
import { readSummary } from "../../src/store/summary.ts";
import { link, reading, record, storeOf, task } from "../support/records.ts";

const folder = mkdtempSync(join(tmpdir(), "jingnei-store-"));
afterAll(() => rmSync(folder, { recursive: true }));

const surroundings = JSON.stringify({
  interrupted: false,
  notEnabled: [],
  excluded: [],
  endpoints: [],
  regionDifferences: [],
});

function gap(
  operation: string,
  resource: string | null,
  reason: Gap["reason"] = "denied",
  detail = "AccessDenied: no",
): Gap {
  return { kind: "gap", ...task, operation, reason, detail, resource };
}

describe("the run store", () => {
  it("tells a gap once per operation and reason, whatever order its resources come in", () => {
    const told = (resources: readonly string[]) => {
      const store = storeOf([]);
      store.setMeta("surroundings", surroundings);
      for (const resource of resources)
        store.sink.gap(gap("GetTagging", resource, "denied", `AccessDenied: ${resource}`));
      store.sink.flush();
      return readCoverage(store);
    };
    expect(told(["b", "a", "c"])).toEqual(told(["c", "b", "a"]));
    expect(told(["b", "a", "c"]).gaps).toEqual([
      expect.objectContaining({ operation: "GetTagging", count: 3, firstResource: "a", detail: "AccessDenied: a" }),
    ]);
  });

  it("counts asked and answered by operation, and is complete only when nothing that matters is missing", () => {
    const store = storeOf([record("a", "beijing")]);
    store.setMeta("surroundings", surroundings);
    store.sink.asked(task, "List");
    store.sink.asked(task, "GetTagging");
    store.sink.asked(task, "List");
    store.sink.flush();
    expect(readCoverage(store)).toMatchObject({ complete: true, asked: 2, answered: 2 });
    store.sink.gap(gap("EnterRegion", null, "not-enabled"));
    store.sink.flush();
    expect(readCoverage(store)).toMatchObject({ complete: true, asked: 3, answered: 3 });
    store.sink.gap(gap("GetTagging", "a"));
    store.sink.flush();
    expect(readCoverage(store)).toMatchObject({ complete: false, asked: 3, answered: 2 });
  });

  it("is not complete while a task that began has not ended, nor when the run was interrupted", () => {
    const store = storeOf([]);
    store.setMeta("surroundings", surroundings.replace("false", "true"));
    expect(readCoverage(store).complete).toBe(false);
    store.setMeta("surroundings", surroundings);
    expect(readCoverage(store).complete).toBe(true);
    store.sink.begin({ ...task, region: "beijing" });
    store.sink.flush();
    expect(readCoverage(store)).toMatchObject({ complete: false, asked: 1, answered: 0 });
    expect(readCoverage(store).gaps).toEqual([
      expect.objectContaining({ region: "beijing", operation: "interrupted", reason: "failed" }),
    ]);
  });

  it("keeps what ended, and forgets what an interrupted task left behind when it begins again", () => {
    const path = join(folder, "resume.sqlite");
    const ended = { ...task, region: "beijing" };
    const cut = { ...task, region: "shanghai" };
    const first = openStore(path, "create");
    const before = createSink(first, reading);
    before.begin(ended);
    before.record(ended, record("kept", "beijing"));
    before.end(ended);
    before.begin(cut);
    before.record(cut, record("half", "shanghai", { aliases: ["h"], links: [link("logs-to", "to", { id: "kept" })] }));
    before.gap({ ...gap("List", null), region: "shanghai" });
    before.flush();
    first.close();

    const second = openStore(path, "existing");
    const after = createSink(second, reading);
    expect([after.isDone(ended), after.isDone(cut)]).toEqual([true, false]);
    after.begin(cut);
    after.flush();
    const count = (table: string) => second.db.prepare(`SELECT count(*) AS n FROM ${table}`).get()?.["n"];
    expect(["resource", "alias", "link", "gap"].map(count)).toEqual([1, 0, 0, 0]);
    expect(second.db.prepare("SELECT id FROM resource").get()?.["id"]).toBe("kept");
    second.close();
  });

  it("lets the first reading of a resource stand when a shifting list shows it twice", () => {
    const store = storeOf([
      record("a", "beijing", { links: [link("logs-to", "to", { id: "b" })] }),
      record("A", "beijing", { links: [link("logs-to", "to", { id: "b" })] }),
    ]);
    expect(store.db.prepare("SELECT count(*) AS n FROM link").get()?.["n"]).toBe(1);
  });

  it("refuses a file that is no run", () => {
    const path = join(folder, "not-a-run.sqlite");
    writeFileSync(path, "hello, this is no database at all");
    expect(() => openStore(path, "existing")).toThrow(/is not a run of this version/);
  });
});

describe("the summary", () => {
  it("counts resources by account and jurisdiction, in order", () => {
    const store = storeOf([
      record("d", "singapore", { account: "2" }),
      record("a", "beijing"),
      record("c", "nowhere-we-know", { account: "2" }),
      record("b", "shanghai", { role: "flow" }),
    ]);
    const row = { provider: "test", partition: "test" };
    expect(readSummary(store).inventory).toEqual([
      { ...row, account: "1", jurisdiction: "mainland", count: 2 },
      { ...row, account: "2", jurisdiction: "foreign", count: 1 },
      { ...row, account: "2", jurisdiction: "unknown", count: 1 },
    ]);
  });
});

describe("findings", () => {
  const finding = (
    id: string,
    resource: string,
    kind: "stored-in" | "replicates-to",
    to: string | null,
  ): StreamedFinding => ({
    id,
    policy: "P",
    severity: "high",
    verdict: "not-met",
    resource,
    subject: null,
    memberCount: 0,
    edge: { kind, to, party: null },
    place: { region: null, country: null, jurisdiction: "unknown" },
    dataClass: "personal",
    missing: [],
    related: ["Q"],
    approval: null,
    status: "open",
    message: { en: "m", zh: "m" },
    remediation: { en: "r", zh: "r" },
    basis: [],
    evidence: [],
  });

  it("of a store outside and of the flow that feeds it name each other", () => {
    const store = storeOf([]);
    writeFindings(store, [
      { kind: "finding", finding: finding("flow", "a", "replicates-to", "b") },
      { kind: "finding", finding: finding("rest", "b", "stored-in", null) },
      { kind: "finding", finding: finding("alone", "c", "stored-in", null) },
    ]);
    relateFindings(store);
    const read = () => Object.fromEntries([...readFindings(store)].map(({ id, related }) => [id, related]));
    expect(read()).toEqual({ flow: ["Q", "rest"], rest: ["Q", "flow"], alone: ["Q"] });
    relateFindings(store);
    expect(read()).toEqual({ flow: ["Q", "rest"], rest: ["Q", "flow"], alone: ["Q"] });
  });

  it("read back as they were, once each, whatever they share", () => {
    const store = storeOf([]);
    const shared = { remediation: { en: "do", zh: "做" }, basis: [] };
    const written = ["a", "b", "c"].map((id) => ({ ...finding(id, id, "stored-in", null), ...shared }));
    const late = { ...finding("a", "a", "stored-in", null), evidence: ["said twice"] };
    for (let time = 0; time < 2; time++) {
      writeFindings(
        store,
        [...written, late].map((one) => ({ kind: "finding", finding: one })),
      );
    }
    expect([...readFindings(store)]).toEqual([late, ...written.slice(1)]);
    expect([...store.rows("SELECT n FROM wording")]).toHaveLength(2);
  });
});
