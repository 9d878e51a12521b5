import { describe, expect, it } from "vitest";
import { createColumn, weighCell } from "../../src/inspect/columns/column.ts";
import { headerHints } from "../../src/inspect/columns/header.ts";
import { noHints } from "../../src/inspect/columns/hints.ts";
import { judgeColumn } from "../../src/inspect/columns/vote.ts";
import type { Detector } from "../../src/inspect/detector.ts";
import { cnAddress } from "../../src/inspect/detectors/cn-address.ts";
import { cnName } from "../../src/inspect/detectors/cn-name.ts";
import { financialTerm } from "../../src/inspect/detectors/financial-term.ts";
import { detectors } from "../../src/inspect/detectors/index.ts";
import { medicalTerm } from "../../src/inspect/detectors/medical-term.ts";
import { secrecyMark, secrecyMarksIn } from "../../src/inspect/detectors/secrecy-mark.ts";
import { createHasher } from "../../src/inspect/hash.ts";
import * as words from "../support/chinese-words.ts";

const byId = new Map(detectors.map((detector) => [detector.id, detector]));

function share(detector: Detector, cells: readonly string[]): number {
  return cells.filter((cell) => detector.weigh(cell) === "valid").length / cells.length;
}

function wrong(detector: Detector, cells: readonly string[], wanted: boolean): readonly string[] {
  return cells.filter((cell) => (detector.weigh(cell) === "valid") !== wanted);
}

/** What a column without a name is told to hold. */
function told(cells: readonly string[], hints = noHints): readonly string[] {
  const column = createColumn("", "", false);
  const hasher = createHasher("test");
  for (const cell of cells) weighCell(column, cell, detectors, hasher);
  return judgeColumn(column, hints, byId)
    .filter(({ confidence }) => confidence >= 0.8)
    .map(({ detector }) => detector);
}

describe("names of persons", () => {
  it("knows nearly all names, of every kind", () => {
    expect(wrong(cnName, words.names, true).length).toBeLessThanOrEqual(5);
    for (const name of words.wordlikeNames) expect(cnName.weigh(name), name).toBe("shape");
    expect(wrong(cnName, words.minorityNames, true)).toEqual([]);
    expect(wrong(cnName, words.pinyinNames, true)).toEqual([]);
  });

  it("counts masked names apart", () => {
    for (const name of words.maskedNames) expect(cnName.weigh(name), name).toBe("masked");
  });

  it("takes few words that begin like a name for one", () => {
    expect(share(cnName, words.notNames)).toBeLessThan(0.1);
  });

  it("tells columns of names from columns of brands, dishes, states and places", () => {
    expect(told(words.names)).toEqual(["cn-name"]);
    expect(told(words.pinyinNames)).toEqual(["cn-name"]);
    expect(told(words.minorityNames)).toEqual(["cn-name"]);
    for (let from = 0; from + 20 <= words.notNames.length; from += 20) {
      expect(told(words.notNames.slice(from, from + 20)), `from ${from}`).toEqual([]);
    }
  });
});

describe("columns that are named for names", () => {
  const named = headerHints("姓名");

  it("hold names among remarks", () => {
    const remarks = "已注销 待补录 信息不全 未登记".split(" ");
    const cells = words.names.slice(0, 40).map((name, index) => (index % 5 < 2 ? (remarks[index % 4] ?? "") : name));
    expect(told(cells, named)).toEqual(["cn-name"]);
  });

  it("are no columns of names where they hold dishes or brands", () => {
    for (let from = 0; from + 20 <= words.notNames.length; from += 20) {
      expect(told(words.notNames.slice(from, from + 20), named), `from ${from}`).toEqual([]);
    }
  });
});

describe("addresses", () => {
  it("knows whole addresses of all regions", () => {
    expect(wrong(cnAddress, words.addresses, true)).toEqual([]);
    expect(told(words.addresses)).toEqual(["cn-address"]);
  });

  it("takes no name of a place, an organisation or a number of a house for one", () => {
    expect(wrong(cnAddress, words.notAddresses, false)).toEqual([]);
    expect(told(words.notAddresses)).toEqual([]);
  });
});

describe("marks of state secrets", () => {
  it("knows grade and star, in both scripts", () => {
    expect(wrong(secrecyMark, words.secrecyMarks, true)).toEqual([]);
  });

  it("takes neither companies' words, nor talk of secrecy, nor examination papers for one", () => {
    expect(wrong(secrecyMark, words.notSecrecyMarks, false)).toEqual([]);
    for (const text of words.notSecrecyMarks) {
      expect(
        [...secrecyMarksIn(`正文${text}如下`)].filter(({ strength }) => strength === "marked"),
        text,
      ).toEqual([]);
    }
  });

  it("takes a grade alone for one in brackets or behind its label, not within a sentence", () => {
    for (const text of ["【机密】年度规划", "密级：秘密", "绝密"])
      expect([...secrecyMarksIn(text)].length, text).toBe(1);
    for (const text of ["我们要保守秘密", "机密信息", "这是一个秘密"])
      expect([...secrecyMarksIn(text)], text).toEqual([]);
  });
});

describe("terms of health and money", () => {
  it.each([
    ["health", medicalTerm, words.medical, words.notMedical],
    ["money", financialTerm, words.financial, words.notFinancial],
  ] as const)("knows terms of %s in short texts, and leaves everyday words", (_, detector, right, other) => {
    expect(wrong(detector, right, true)).toEqual([]);
    expect(wrong(detector, other, false)).toEqual([]);
  });
});
