import { describe, expect, it } from "vitest";
import { createColumn, weighCell } from "../../src/inspect/columns/column.ts";
import { type HeaderHints, noHints } from "../../src/inspect/columns/hints.ts";
import { judgeColumn, type Verdict } from "../../src/inspect/columns/vote.ts";
import { detectors } from "../../src/inspect/detectors/index.ts";
import { createHasher } from "../../src/inspect/hash.ts";
import { certainConfidence, type DetectorId } from "../../src/model/index.ts";
import { type Random, seededRandom } from "../support/seeded-random.ts";
import { synthetic } from "../support/synthetic-identifiers.ts";

type Make = (random: Random) => () => string;

const byId = new Map(detectors.map((detector) => [detector.id, detector]));

function judge(cells: Iterable<string>, hints: HeaderHints = noHints): readonly Verdict[] {
  const column = createColumn("", "column 1", false);
  const hasher = createHasher("test");
  for (const cell of cells) weighCell(column, cell, detectors, hasher);
  return judgeColumn(column, hints, byId);
}

function columnOf(make: Make, seed: number, rows: number): readonly string[] {
  const next = make(seededRandom(seed));
  return Array.from({ length: rows }, () => next());
}

function moment(random: Random): string {
  const time = Date.UTC(2015, 0, 1) + random.below(11 * 365 * 86_400) * 1000;
  return new Date(time).toISOString().slice(0, 19).replaceAll(/\D/g, "");
}

function counter(from: (random: Random) => number, step: number, head = "", width = 0): Make {
  return (random) => {
    let at = from(random);
    return () => {
      at += 1 + random.below(step);
      return head + String(at).padStart(width, "0");
    };
  };
}

const hexadecimal = "0123456789abcdef";
const capitals = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";

const negatives: Readonly<Record<string, Make>> = {
  "seconds since 1970": (r) => () => String(1_600_000_000 + r.below(160_000_000)),
  "milliseconds since 1970": (r) => () => String(1_600_000_000_000 + r.below(160_000_000) * 1000 + r.below(1000)),
  "microseconds since 1970": (r) => () => `${1_600_000_000_000 + r.below(160_000_000) * 1000}${r.digits(3)}`,
  "ids ordered by time": counter((r) => 1_500_000_000_000_000 + r.below(1_000_000_000), 4_000_000),
  "moment and serial": (r) => () => moment(r) + r.digits(4),
  "day and serial of ten": (r) => () => moment(r).slice(0, 8) + r.digits(10),
  "short moment and serial": (r) => () => moment(r).slice(2) + r.digits(3),
  "waybills that begin with 62": (r) => () => `62${r.digits(16)}`,
  "orders that begin with 6222, counting up": counter((r) => r.below(1_000_000), 1, "6222", 12),
  "orders of 16 digits": (r) => () => `${1 + r.below(9)}${r.digits(15)}`,
  "orders of 15 digits": (r) => () => `${1 + r.below(9)}${r.digits(14)}`,
  "orders of 18 digits": (r) => () => `${1 + r.below(9)}${r.digits(17)}`,
  "orders of 19 digits": (r) => () => `${1 + r.below(9)}${r.digits(18)}`,
  "numbers of nine digits": (r) => () => `${1 + r.below(9)}${r.digits(8)}`,
  "numbers of eleven digits": (r) => () => `${1 + r.below(9)}${r.digits(10)}`,
  "eleven digits, counting up from 13": counter((r) => 13_000_000_000 + r.below(900_000_000), 300),
  "eleven digits, counting up from 1": counter((r) => 10_000_000_000 + r.below(900_000_000), 3),
  "region, day, serial": (r) => () => `440305${moment(r).slice(0, 8)}${r.digits(4)}`,
  "region, day, counter": counter((r) => 1000 + r.below(5000), 1, "44030520240315"),
  "region, short day, serial": (r) => () => `440305${moment(r).slice(2, 8)}${r.digits(3)}`,
  uuids: (r) => () => [8, 4, 4, 4, 12].map((length) => r.text(length, hexadecimal)).join("-"),
  hashes: (r) => () => r.text(32, hexadecimal),
  "hashes in capitals": (r) => () => r.text(18, hexadecimal).toUpperCase(),
  "versions of four parts": (r) => () => `${r.below(20)}.${r.below(20)}.${r.below(100)}.${r.below(250)}`,
  "versions of browsers": (r) => () => `${80 + r.below(40)}.0.${r.below(250)}.${r.below(250)}`,
  "addresses of a private network": (r) => () => `10.${r.below(256)}.${r.below(256)}.${1 + r.below(254)}`,
  "parts, a letter and eight digits": (r) => () => `E${r.digits(8)}`,
  "parts, a letter and seven digits": (r) => () => r.text(1, capitals) + r.digits(7),
  "parts, two letters and seven digits": (r) => () => r.text(2, capitals) + r.digits(7),
  "parts, a letter and nine digits": (r) => () => `A${1 + r.below(2)}${r.digits(8)}`,
  "serials, counting up behind A": counter((r) => r.below(1000), 1, "A", 7),
  "serials of 17 letters and digits": (r) => () => r.text(13, "ABCDEFGHJKLMNPRSTUVWXYZ0123456789") + r.digits(4),
  "serials from 460, counting up": counter((r) => r.below(1000), 3, "46000", 10),
  "serials from 460": (r) => () => `460${r.digits(12)}`,
  "serials from 8986": (r) => () => `8986${r.digits(16)}`,
  "serials from 86": (r) => () => `86${r.digits(13)}`,
  "numbers filled with noughts": counter((r) => r.below(1_000_000), 5, "", 11),
  "goods of 13 digits": (r) => () => `69${r.digits(11)}`,
  "numbers of services": (r) => () => `400${r.digits(7)}`,
  prices: (r) => () => (r.below(10_000_000) / 100).toFixed(2),
  "pairs of numbers": (r) => () => `${r.below(100)}.${r.digits(2)},${r.below(100)}.${r.digits(2)}`,
  "places in North America": (r) => () => `-${70 + r.below(50)}.${r.digits(5)},${30 + r.below(15)}.${r.digits(5)}`,
  "tokens of 28 characters": (r) => () => r.text(28, `${capitals}${capitals.toLowerCase()}0123456789-_`),
  days: (r) => () => moment(r).slice(0, 8),
  "accounts at machines": (r) => () => `root@web-${r.digits(2)}`,
  "masked articles": (r) => () => `${r.text(4, capitals)}****${r.digits(4)}`,
};

describe("a column without a name", () => {
  it.each(Object.entries(negatives))("of %s is none of identifiers", (_kind, make) => {
    for (const rows of [12, 20, 100, 1_000]) {
      for (let seed = 1; seed <= 4; seed++) {
        const certain = judge(columnOf(make, seed * 7919, rows)).filter((one) => one.confidence >= certainConfidence);
        expect(certain, `${rows} rows, seed ${seed}`).toEqual([]);
      }
    }
  });

  it.each([
    ["id-18", "cn-resident-id"],
    ["id-15", "cn-resident-id"],
    ["mobile", "cn-mobile"],
    ["card", "bank-card"],
    ["uscc", "cn-uscc"],
    ["org-code", "cn-org-code"],
    ["imei", "imei"],
    ["imsi", "imsi"],
    ["iccid", "iccid"],
    ["vin", "vin"],
    ["hkid", "hkid"],
    ["tw-id", "tw-id"],
    ["plate", "cn-plate"],
    ["ipv4", "ip-address"],
  ] as const)("of 20 values of kind %s is told to be %s", (kind, id) => {
    for (let seed = 1; seed <= 10; seed++) {
      const [first] = judge(columnOf((random) => () => synthetic[kind](random), seed, 20));
      expect(first?.detector).toBe(id);
      expect(first?.confidence).toBeGreaterThanOrEqual(certainConfidence);
    }
  });

  it("is no identifier for one value that all its rows hold", () => {
    const cells = Array.from({ length: 200 }, () => "13912345678");
    expect(judge(cells)).toEqual([]);
    const hints = { strong: new Set(["cn-mobile"] as const), weak: new Set<DetectorId>(), veto: false };
    expect(judge(cells, hints)[0]).toMatchObject({ detector: "cn-mobile", confidence: 0.95 });
  });

  it("is judged by what its cells hold, not by those that say that they hold nothing", () => {
    const random = seededRandom(3);
    const cells = Array.from({ length: 15 }, () => synthetic.card(random));
    const empty = ["无", "-", "N/A", "未知", "null", "同上", "0"].flatMap((one) =>
      Array.from({ length: 10 }, () => one),
    );
    const [first] = judge([...cells, ...empty]);
    expect(first).toMatchObject({ detector: "bank-card", share: 1 });
  });
});

describe("a column with a name that says it plainly", () => {
  it("is a hint where the values have the shape and fail the check", () => {
    const random = seededRandom(9);
    const hints = { strong: new Set(["cn-resident-id"] as const), weak: new Set<DetectorId>(), veto: false };
    const cells = Array.from({ length: 30 }, () => `11010119900307231${random.below(6)}`);
    expect(judge(cells, hints)).toMatchObject([{ detector: "cn-resident-id", confidence: 0.7 }]);
    expect(judge(cells)).toEqual([]);
  });

  const named = (id: DetectorId): HeaderHints => ({ strong: new Set([id]), weak: new Set(), veto: false });

  it.each([
    ["cn-passport", (r: Random) => `E${r.digits(8)}`],
    ["cn-hm-permit", (r: Random) => `H${r.digits(8)}`],
    ["cn-tw-permit", (r: Random) => `0${r.digits(7)}`],
    ["birth-date", (r: Random) => `19${10 + r.below(90)}-0${1 + r.below(9)}-1${r.below(10)}`],
  ] as const)("is %s by the shape of its values, remarks between them or not", (id, make) => {
    const random = seededRandom(5);
    const cells = Array.from({ length: 40 }, (_, at) => (at % 5 < 2 ? "详见纸质档案" : make(random)));
    expect(judge(cells, named(id))[0]).toMatchObject({ detector: id, confidence: 0.95 });
    expect(judge(cells)).toEqual([]);
  });
});
