import { beforeAll, describe, expect, test } from "vitest";
import { providers } from "../../providers/index.ts";
import { createRegionIndex } from "../../src/geography/region-index.ts";
import { resolvePlace } from "../../src/geography/resolve-place.ts";
import type { Provider, ResourceType } from "../../src/model/index.ts";
import { places } from "./case-clouds.ts";
import { type CaseReading, caseOf, expectedAt, found, readCase } from "./case-reading.ts";
import type { FoundRecord, TypeCase, Where } from "./type-case.ts";

/** What counts what the others do not read is no type of data and has tests of its own. */
const censuses: ReadonlySet<string> = new Set(["azure/resources/census"]);

/** `JINGNEI_CASE=aws/rds` runs the types that begin so. */
const chosen = process.env["JINGNEI_CASE"] ?? "";

/** The suite over every type of a provider. A type without a case of its own fails it. */
export async function describeTypesOf(id: string): Promise<void> {
  const provider = await providers[id]?.();
  if (provider === undefined) throw new Error(`no provider ${id}`);
  const types = (await provider.types()).filter(({ type }) => !censuses.has(type) && type.startsWith(chosen));
  for (const type of types) describeType(provider, type);
  if (types.length === 0) test.skip(`no type of ${id} begins with ${chosen}`);
}

function describeType(provider: Provider, type: ResourceType): void {
  const name = type.type;
  describe.concurrent(name, () => {
    let typeCase: TypeCase<unknown>;
    let whole: CaseReading;
    const { home = [], other = [], unlisted } = places[provider.id] ?? {};

    beforeAll(async () => {
      const one = await caseOf(name);
      if (one === undefined)
        throw new Error(
          `${name} has no case: write test/cases/${name.replace("/", ":").replaceAll("/", "-").replace(":", "/")}.ts`,
        );
      typeCase = one;
      whole = await readCase(typeCase, type, home);
    });

    function expectedIn(wheres: readonly Where[]): readonly FoundRecord[] {
      return wheres.flatMap((where) => expectedAt(typeCase, where)).sort((a, b) => (a.id < b.id ? -1 : 1));
    }

    test("finds in two regions, page by page, what was written down by hand, and leaves no gap", () => {
      expect(typeCase.type).toBe(name);
      for (const where of home) expect(typeCase.finds(where).length).toBeGreaterThanOrEqual(3);
      expect(found(whole.records, expectedIn(home))).toEqual(expectedIn(home));
      expect(whole.gaps).toEqual([]);
      for (const { operation, unpaged } of typeCase.lists) {
        const times = whole.calls.filter((call) => call.operation === operation).length;
        if (unpaged !== true) expect(times, operation).toBeGreaterThanOrEqual(3);
      }
    });

    test("calls what it declares and nothing else, and states the links that it declares", () => {
      const called = [...new Set(whole.calls.map(({ operation }) => operation))].sort();
      expect(called).toEqual([...new Set(type.operations.map(({ operation }) => operation))].sort());
      const kinds = new Set(whole.records.flatMap(({ links }) => links.map(({ kind }) => kind)));
      kinds.delete("part-of");
      expect([...kinds].sort()).toEqual([...type.links].sort());
      expect(whole.records.some(({ tags }) => tags.known && Object.keys(tags.value).length > 0)).toBe(hasTags());
      for (const { placeEvidence, id } of whole.records) {
        const source = placeEvidence?.source.split(":").at(-1);
        expect(
          type.operations.map(({ operation }) => operation),
          id,
        ).toContain(source);
      }
    });

    function hasTags(): boolean {
      return expectedIn(home).some(({ tags }) => tags !== null && Object.keys(tags).length > 0);
    }

    test.runIf(other.length > 0)("finds the same in the other partition", async () => {
      const reading = await readCase(typeCase, type, other);
      expect(found(reading.records, expectedIn(other))).toEqual(expectedIn(other));
      expect(reading.gaps).toEqual([]);
    });

    test("does not place what lies in a region that no table lists, and keeps the region's own word", async () => {
      if (unlisted === undefined) throw new Error("no unlisted region to serve");
      const reading = await readCase(typeCase, type, [unlisted]);
      expect(found(reading.records, expectedIn([unlisted]))).toEqual(expectedIn([unlisted]));
      const index = createRegionIndex(provider.regions);
      const here = reading.records.filter(({ place }) => place.known && place.value.region.endsWith(unlisted.region));
      expect(here.length).toBeGreaterThan(0);
      for (const { reason } of reading.gaps) expect(reason).toBe("unlisted-region");
      for (const { place } of here) {
        expect(resolvePlace(index, place)).toMatchObject({ jurisdiction: "unknown", country: null });
      }
    });

    test("reads answers with fields of tomorrow, and pages in another order", async () => {
      const reading = await readCase(typeCase, type, home, { unknownFields: true, shuffleSeed: 7, pageSize: 2 });
      expect(found(reading.records, expectedIn(home))).toEqual(expectedIn(home));
      expect(reading.gaps).toEqual([]);
    });

    test("asks again what failed once", async () => {
      const faults = type.operations.map(({ operation }) => ({ operation, answer: "throttled", times: 1 }) as const);
      const reading = await readCase(typeCase, type, home.slice(0, 1), { faults, attempts: 3 });
      expect(found(reading.records, expectedIn(home.slice(0, 1)))).toEqual(expectedIn(home.slice(0, 1)));
      expect(reading.gaps).toEqual([]);
    });

    describe.each([
      { answer: "denied", reason: "denied" },
      { answer: "throttled", reason: "throttled" },
      { answer: "server-error", reason: "failed" },
      { answer: "malformed", reason: "malformed" },
    ] as const)("what is answered $answer", ({ answer, reason }) => {
      test.each(type.operations.map(({ operation }) => operation))(
        "is a gap, and no other fact is lost: %s",
        async (operation) => {
          const where = home.slice(0, 1);
          const reading = await readCase(typeCase, type, where, { faults: [{ operation, answer }] });
          const told = new Set(reading.gaps.map((gap) => `${gap.type} ${gap.operation} ${gap.reason}`));
          expect(told).toEqual(new Set([`${name} ${operation} ${reason}`]));
          const expected = expectedIn(where);
          const list = typeCase.lists.find((one) => one.operation === operation);
          const lost = new Set(
            list === undefined ? [] : where.flatMap((one) => list.loses?.(one) ?? expected.map(({ id }) => id)),
          );
          expect(reading.records.map(({ id }) => id).sort()).toEqual(
            expected.flatMap(({ id }) => (lost.has(id) ? [] : [id])),
          );
          for (const one of found(reading.records, expected)) expectNothingInvented(one, expected);
        },
      );
    });

    test("stops at a page token that comes back", async () => {
      for (const { operation, unpaged } of typeCase.lists) {
        if (unpaged === true) continue;
        const faults = [{ operation, answer: "repeat-token" } as const];
        const reading = await readCase(typeCase, type, home.slice(0, 1), { faults });
        const told = new Set(reading.gaps.map((gap) => `${gap.operation} ${gap.reason}`));
        expect(told).toEqual(new Set([`${operation} malformed`]));
      }
    });
  });
}

/** Less may be known than with all answers, never something else. */
function expectNothingInvented(one: FoundRecord, expected: readonly FoundRecord[]): void {
  const whole = expected.find(({ id }) => id === one.id);
  if (one.tags !== null) expect(one.tags, one.id).toEqual(whole?.tags);
  if (one.region !== null) expect(one.region, one.id).toBe(whole?.region);
  const stated = new Set(whole?.links.map((link) => JSON.stringify([link.kind, link.direction, link.id, link.party])));
  for (const { kind, direction, id, party } of one.links) {
    expect([...stated], one.id).toContain(JSON.stringify([kind, direction, id, party]));
  }
  for (const [attribute, value] of Object.entries(one.attributes ?? {})) {
    expect(value, `${one.id} ${attribute}`).toBe(whole?.attributes?.[attribute]);
  }
}
