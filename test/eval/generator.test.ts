import { describe, expect, test } from "vitest";
import { seededRandom } from "../support/seeded-random.ts";
import {
  creditCheck,
  hongKongCheck,
  luhnCheck,
  organisationCheck,
  residentCheck,
  taiwanCheck,
  vinCheck,
} from "./make/checks.ts";
import { isDecidable, tableOf } from "./make/columns.ts";
import { labelledFiles } from "./make/files.ts";
import { labels } from "./make/label.ts";
import { missesOf } from "./make/near-misses.ts";
import { negativeObjects } from "./make/negative-stream.ts";
import { labelsInText, negativeText, positiveText, tellWithoutWords } from "./make/texts.ts";
import { encode, encodings } from "./write/encode.ts";

describe("the corpus of the evaluation", () => {
  test("computes the checks of published examples by itself", () => {
    expect(residentCheck("11010519491231002")).toBe("X");
    expect(residentCheck("44052418800101001")).toBe("4");
    expect(luhnCheck("49015420323751")).toBe("8");
    expect(creditCheck("91350100M000100Y4")).toBe("3");
    expect(organisationCheck("M000100Y")).toBe("4");
    expect(hongKongCheck("A", "123456")).toBe("3");
    expect(hongKongCheck("AB", "987654")).toBe("3");
    expect(taiwanCheck("A12345678")).toBe("9");
    expect(taiwanCheck("F13110409")).toBe("3");
    expect(vinCheck("1M8GDM9AXKP042788")).toBe("X");
  });

  test("has three kinds of near misses or more for every label, and three near misses beside every positive column", () => {
    const random = seededRandom(1);
    for (const label of labels) {
      expect(missesOf(label).length, label).toBeGreaterThanOrEqual(3);
      const table = tableOf(random, label, 20, "real");
      expect(table.filter((column) => column.label === undefined).length).toBeGreaterThanOrEqual(3);
      expect(new Set(table.map(({ header }) => header)).size).toBe(table.length);
    }
  });

  test("is the same for the same seed and another for another", () => {
    const drawn = (seed: number): string => {
      const random = seededRandom(seed);
      const tables = labels.map((label) => tableOf(random, label, 20, "none").flatMap(({ cells }) => cells));
      const texts = labelsInText.map(
        (label) => positiveText(random, label, true).text + negativeText(random, label).text,
      );
      const files = [...labelledFiles(40, seed)].map(({ path, bytes }) => `${path} ${bytes.length}`);
      const stream = [...negativeObjects(2e6, seed, 1e6)].flatMap(({ chunks }) =>
        [...chunks()].map((chunk) => chunk.toString("base64")),
      );
      return JSON.stringify([tables, texts, files, stream]);
    };
    expect(drawn(7)).toBe(drawn(7));
    expect(drawn(7)).not.toBe(drawn(8));
  });

  test("asks for nothing that nobody could tell: eight digits need a name", () => {
    expect(isDecidable("cn-tw-permit", "none")).toBe(false);
    expect(isDecidable("cn-tw-permit", "real")).toBe(true);
    expect(isDecidable("cn-resident-id", "misleading")).toBe(true);
    expect(tellWithoutWords.every((label) => labelsInText.includes(label))).toBe(true);
  });

  test("writes every encoding so that it reads as it was", () => {
    const text = "姓名,身份证号\n王伟,11010519491231002X\n";
    for (const encoding of encodings) {
      const script = encoding === "big5" ? text.replace("证", "證").replace("伟", "偉").replace("号", "號") : text;
      const label = encoding === "utf-8-bom" ? "utf-8" : encoding;
      expect(new TextDecoder(label, { fatal: true }).decode(encode(script, encoding))).toBe(script);
    }
    expect(new TextDecoder("gb18030", { fatal: true }).decode(encode("𠮷野", "gb18030"))).toBe("𠮷野");
  });

  test("spans twelve formats, six encodings and every class", () => {
    const files = [...labelledFiles(600, 1)];
    expect(files.length).toBeGreaterThanOrEqual(500);
    expect(new Set(files.map(({ format }) => format)).size).toBeGreaterThanOrEqual(12);
    expect(new Set(files.map(({ encoding }) => encoding)).size).toBeGreaterThanOrEqual(7);
    for (const held of ["state-secret", "suspected-important", "sensitive-personal", "personal", "unclassified"]) {
      expect(files.filter((file) => file.class === held).length, held).toBeGreaterThanOrEqual(20);
    }
  });
});
