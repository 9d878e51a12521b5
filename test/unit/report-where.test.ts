import { expect, test } from "vitest";
import { documentSource } from "../../reports/json/document-source.ts";
import { nameOf, whereOf } from "../../reports/terms/finding.ts";
import { type EdgeKind, type Place, unnamedAccount } from "../../src/model/index.ts";
import { fixtureDocument } from "../support/report-fixture.ts";
import { places } from "../support/report-parts.ts";

const flow = (kind: EdgeKind, place: Place, party: string | null = null) => ({
  edge: { kind, to: null, party },
  place,
  memberCount: 0,
});

test.each([
  [
    flow("replicates-to", places.hongKong),
    "replicates to Hong Kong SAR (ap-east-1)",
    "复制到香港特别行政区（ap-east-1）",
  ],
  [flow("stored-in", { ...places.frankfurt, region: null }), "stored in Germany", "存储于德国"],
  [
    flow("stored-in", places.unlisted),
    "stored in mars-north-1 (location not determined)",
    "存储于mars-north-1（位置未确定）",
  ],
  [flow("stored-in", places.nowhere), "stored in: location not determined", "存储于（位置未确定）"],
  [
    flow("shared-with", places.nowhere, "222233334444"),
    "shared with 222233334444 (location not determined)",
    "共享给222233334444（位置未确定）",
  ],
  [
    flow("shared-with", places.singapore, "222233334444"),
    "shared with 222233334444 (Singapore, ap-southeast-1)",
    "共享给222233334444（新加坡，ap-southeast-1）",
  ],
  [flow("reachable-from", places.nowhere, "*"), "reachable from everyone", "可被访问，访问方为任何人"],
  [{ ...flow("stored-in", places.nowhere), memberCount: 1_200 }, "1,200 resources", "1,200个资源"],
  [{ edge: null, place: places.nowhere, memberCount: 0 }, "", ""],
])("%j is told as “%s”", (finding, en, zh) => {
  expect(whereOf(finding)).toEqual({ en, zh });
});

test("an account that a template leaves open has no name of its own", () => {
  const source = documentSource(fixtureDocument());
  const named = (id: string) => nameOf(source, { resource: null, subject: { kind: "account", id } });
  expect(named("111122223333")).toEqual({ en: "Account 111122223333", zh: "账号 111122223333" });
  expect(named(unnamedAccount)).toEqual({
    en: "Account (not stated in the template)",
    zh: "账号（模板未说明）",
  });
});
