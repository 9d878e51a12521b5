import { expect, test } from "vitest";
import { dayInShanghai } from "../../src/run/day.ts";

test("the day in Shanghai is the one that the time zone database says, hour by hour", () => {
  const zone = new Intl.DateTimeFormat("sv-SE", { timeZone: "Asia/Shanghai" });
  const start = Date.parse("2024-02-28T00:30:00Z");
  for (let hour = 0; hour < 24 * 800; hour += 1) {
    const moment = new Date(start + hour * 3_600_000);
    expect(dayInShanghai(moment)).toBe(zone.format(moment));
  }
});

test("an hour before midnight in Greenwich it is the next day in Shanghai", () => {
  expect(dayInShanghai(new Date("2026-12-31T15:59:59Z"))).toBe("2026-12-31");
  expect(dayInShanghai(new Date("2026-12-31T16:00:00Z"))).toBe("2027-01-01");
});
