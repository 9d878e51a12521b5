import { expect, test } from "vitest";
import { providers } from "../../providers/index.ts";
import { coverageSentence } from "../../reports/terms/coverage.ts";
import type { Coverage } from "../../src/model/index.ts";

const seen: Coverage = {
  complete: true,
  asked: 2,
  answered: 2,
  gaps: [],
  notEnabled: [],
  excluded: [],
  endpoints: [],
  regionDifferences: [],
};

test("what no question was asked about is told beside what was answered", () => {
  expect(coverageSentence(seen).en).toBe("All 2 questions were answered.");
  const unread = [{ provider: "cloud", services: ["Tables", "Queues"] }];
  expect(coverageSentence({ ...seen, unread })).toEqual({
    en: "All 2 questions were answered. 2 services that may hold data are not read by this version.",
    zh: "2项查询均已应答。另有2项可能存有数据的服务，本版本尚未读取。",
  });
});

test.each(Object.entries(providers))(
  "%s names each unread service once, in order, and none that it reads",
  async (_, load) => {
    const { unread = [], types } = await load();
    expect(unread).toEqual([...new Set(unread)].sort((a, b) => a.localeCompare(b, "en", { sensitivity: "base" })));
    const titles = (await types()).map(({ title }) => title.en.toLowerCase());
    for (const service of unread) expect(titles.filter((title) => title.startsWith(service.toLowerCase()))).toEqual([]);
  },
);
