import { describe, expect, test } from "vitest";
import { createClassifier } from "../../src/classify/index.ts";
import {
  type ClassFact,
  Classification,
  known,
  type Place,
  type ResourceRecord,
  unknown,
} from "../../src/model/index.ts";
import { cpuTime } from "../support/cpu-time.ts";

const mainland: Place = { region: "cn-north-1", country: "CN", jurisdiction: "mainland" };
const hongKong: Place = { region: "ap-east-1", country: "HK", jurisdiction: "hong-kong" };
const nowhere: Place = { region: null, country: null, jurisdiction: "unknown" };

function record(rest: Partial<ResourceRecord> = {}): ResourceRecord {
  return {
    kind: "record",
    id: "arn:cloud:store:::bucket-1",
    type: "cloud/store/bucket",
    role: "store",
    scope: { provider: "cloud", partition: "p", account: "111122223333" },
    name: "bucket-1",
    place: unknown("denied"),
    tags: known({}),
    aliases: [],
    links: [],
    attributes: {},
    ...rest,
  };
}

function factsOf(
  about: ClassFact["about"],
  given: { record?: Partial<ResourceRecord>; place?: Place; config?: unknown; caseInsensitive?: boolean },
): readonly ClassFact[] {
  const classify = createClassifier(Classification.parse(given.config ?? {}), {
    caseInsensitive: given.caseInsensitive ?? false,
  });
  return classify(record(given.record), given.place ?? hongKong).filter((fact) => fact.about === about);
}

const tagged = (tags: Record<string, string>, config?: unknown) =>
  factsOf("class", { record: { tags: known(tags) }, config });
const classesOf = (facts: readonly ClassFact[]) => facts.map(({ value }) => value).sort();
const named = (name: string) => classesOf(factsOf("class", { record: { name } }));

describe("a class tag", () => {
  test("is a declaration, with the tag as evidence", () => {
    expect(tagged({ "data-class": "personal" })).toEqual([
      {
        about: "class",
        value: "personal",
        confidence: 0.95,
        evidence: { kind: "tag", detail: "tag data-class=personal" },
      },
    ]);
  });

  test.each([
    "data-class",
    "data-classification",
    "DataClassification",
    "Data_Class",
    "data classification",
    "数据分级",
  ])("is known under the key %s", (key) => {
    expect(classesOf(tagged({ [key]: "core" }))).toEqual(["core"]);
  });

  test.each(["class", "data-classifier", "x-data-class", "classification", "env"])("is not known under %s", (key) => {
    expect(tagged({ [key]: "core" })).toEqual([]);
  });

  test.each([
    ["核心数据", "core"],
    ["重要数据", "important"],
    ["疑似重要数据", "suspected-important"],
    ["敏感个人信息", "sensitive-personal"],
    ["个人敏感信息", "sensitive-personal"],
    ["SPI", "sensitive-personal"],
    ["Sensitive Personal", "sensitive-personal"],
    ["个人信息", "personal"],
    ["PII", "personal"],
    ["Personal_Data", "personal"],
    ["一般数据", "general"],
    ["涉密", "state-secret"],
    ["ＰＩＩ", "personal"],
  ])("of %s means %s", (value, held) => {
    expect(classesOf(tagged({ "data-class": value }))).toEqual([held]);
  });

  test.each([
    "confidential",
    "internal",
    "public",
    "restricted",
    "L3",
    "机密",
    "personal?",
    "",
    "__proto__",
    "constructor",
  ])("of %j is not guessed at", (value) => {
    expect(tagged({ "data-class": value })).toEqual([]);
  });

  test.each(["personal,important", "personal; important", "important/personal", "PII+重要数据", "个人信息、重要数据"])(
    "may list several classes: %s",
    (value) => {
      expect(classesOf(tagged({ "data-class": value }))).toEqual(["important", "personal"]);
    },
  );

  test("keeps what it knows of a list and leaves the rest", () => {
    expect(classesOf(tagged({ "data-class": "personal, gold" }))).toEqual(["personal"]);
  });

  test("that says sensitive without saying what is a hint only", () => {
    expect(tagged({ "data-class": "sensitive" })).toMatchObject([{ value: "sensitive-personal", confidence: 0.6 }]);
  });

  test("outranks what the name hints at", () => {
    const facts = factsOf("class", { record: { name: "crm", tags: known({ "data-class": "general" }) } });
    expect(classesOf(facts)).toEqual(["general"]);
  });

  test("of any length leaves short evidence on one line", () => {
    const [fact] = tagged({ "data-class": `personal,${"x".repeat(500)}\n\u202e` });
    expect(fact?.evidence.detail.length).toBeLessThanOrEqual(120);
    expect(fact?.evidence.detail).not.toMatch(/[\n\u202e]/u);
  });
});

describe("a rule on tags", () => {
  const rule = (key: string, value: string, held: string) => ({ tags: [{ key, value, class: held }] });

  test("adds to the conventions and is named in the evidence", () => {
    const facts = tagged({ "Team-Data": "CUST-7", "data-class": "important" }, rule("team-data", "cust-*", "personal"));
    expect(classesOf(facts)).toEqual(["important", "personal"]);
    expect(facts.find(({ value }) => value === "personal")?.evidence).toEqual({
      kind: "tag",
      detail: "tag Team-Data=CUST-7 (rule team-data=cust-*)",
    });
  });

  test("reads a tag in place of the convention", () => {
    expect(classesOf(tagged({ "data-class": "personal" }, rule("data-class", "pers*", "important")))).toEqual([
      "important",
    ]);
  });

  test("that says general, and nothing more, silences the conventions", () => {
    const config = rule("env", "synthetic", "general");
    expect(classesOf(tagged({ env: "synthetic", "data-class": "personal" }, config))).toEqual(["general"]);
  });

  test("matches keys exactly", () => {
    expect(tagged({ "team-data-2": "cust-7" }, rule("team-data", "*", "personal"))).toEqual([]);
  });

  test("is tried in the order of the file", () => {
    const tags = [
      { key: "t", value: "a*", class: "core" },
      { key: "t", value: "*", class: "general" },
    ];
    expect(classesOf(tagged({ t: "ab" }, { tags }))).toEqual(["core"]);
    expect(classesOf(tagged({ t: "b" }, { tags }))).toEqual(["general"]);
  });
});

describe("a name", () => {
  test("is a hint, below what counts as certain", () => {
    expect(factsOf("class", { record: { name: "crm-export" } })).toMatchObject([
      { value: "personal", confidence: 0.6, evidence: { kind: "name", detail: expect.stringContaining('"crm"') } },
    ]);
  });

  test.each([
    ["prod.crm_backup.2026", "personal"],
    ["CustomerOrders", "personal"],
    ["CRMExport", "personal"],
    ["customers", "personal"],
    ["customerdb", "personal"],
    ["hrdb-2", "personal"],
    ["member-points", "personal"],
    ["客户资料-生产", "personal"],
    ["kehu01", "personal"],
    ["patient-records", "sensitive-personal"],
    ["idcard-scans", "sensitive-personal"],
    ["id-card-scans", "sensitive-personal"],
    ["passport", "sensitive-personal"],
    ["payroll2026", "sensitive-personal"],
    ["患者影像", "sensitive-personal"],
  ])("%s hints at %s", (name, held) => {
    expect(named(name)).toEqual([held]);
  });

  test.each([
    "user-data-scripts",
    "useragent-stats",
    "user-agent-stats",
    "terraform-state-crm",
    "crm-access-logs",
    "customer-managed-keys",
    "open-24hr-cameras",
    "aws-emr-resources",
    "release-candidate-7",
    "chr-less",
    "thread-pool",
    "remember-me",
    "consumerism",
    "用户手册",
    "vol-0abc123",
    "",
  ])("%j hints at nothing", (name) => {
    expect(named(name)).toEqual([]);
  });

  test("may hint at more than one class", () => {
    expect(named("customer-passport-scans")).toEqual(["personal", "sensitive-personal"]);
  });

  test("of a flow says nothing of its own data", () => {
    expect(factsOf("class", { record: { name: "crm-stream", role: "flow" } })).toEqual([]);
  });

  test("is read where the tags could not be", () => {
    const facts = factsOf("class", { record: { name: "crm", tags: unknown("denied") } });
    expect(classesOf(facts)).toEqual(["personal"]);
  });
});

describe("origin", () => {
  const origin = (given: Parameters<typeof factsOf>[1]) =>
    factsOf("origin", given).map(({ value, confidence }) => [value, confidence]);
  const elsewhereForAll = { origins: [{ account: "1111*", origin: "elsewhere" }] };

  test.each([
    ["mainland", "mainland"],
    ["境内", "mainland"],
    ["CN", "mainland"],
    ["elsewhere", "elsewhere"],
    ["境外", "elsewhere"],
    ["mainland, elsewhere", "mainland"],
  ])("by the tag data-origin=%s is %s", (value, expected) => {
    const given = { record: { tags: known({ "Data-Origin": value }) } };
    expect(origin(given)).toEqual([[expected, 0.95]]);
  });

  test("by a tag outranks the configuration, the configuration outranks the place, the place outranks the default", () => {
    const config = { ...elsewhereForAll, defaultOrigin: "elsewhere" };
    const tags = known({ "data-origin": "mainland" });
    expect(origin({ record: { tags }, config })).toEqual([["mainland", 0.95]]);
    expect(origin({ place: mainland, config })).toEqual([["elsewhere", 0.95]]);
    expect(origin({ place: mainland, config: { defaultOrigin: "elsewhere" } })).toEqual([["mainland", 0.7]]);
    expect(origin({ config: { defaultOrigin: "elsewhere" } })).toEqual([["elsewhere", 0.5]]);
  });

  test("is not known where nothing says so", () => {
    expect(origin({})).toEqual([]);
    expect(origin({ record: { tags: known({ "data-origin": "unknown" }) } })).toEqual([]);
    expect(origin({ place: nowhere })).toEqual([]);
  });

  test("of a copy in the mainland is presumed too, and the evidence names the place", () => {
    const [fact] = factsOf("origin", { record: { role: "copy" }, place: mainland });
    expect(fact).toEqual({
      about: "origin",
      value: "mainland",
      confidence: 0.7,
      evidence: { kind: "config", detail: "place cn-north-1 lies in the mainland" },
    });
  });

  test("declared unknown takes back what the place would say", () => {
    const config = { origins: [{ region: "cn-*", origin: "unknown" }] };
    expect(origin({ place: mainland, config })).toEqual([["unknown", 0.95]]);
  });

  test("follows the first entry all of whose selectors match", () => {
    const origins = [
      { account: "111122223333", region: "eu-*", origin: "elsewhere" },
      { account: "111122223333", resources: ["*:bucket-?"], partition: "p", origin: "mainland" },
      { origin: "elsewhere" },
    ];
    const [fact] = factsOf("origin", { config: { origins } });
    expect(fact?.value).toBe("mainland");
    expect(fact?.evidence.detail).toContain("origins[1] (account=111122223333 partition=p resources=*:bucket-?)");
  });

  test.each([
    ["unit", true],
    ["UNIT=cn-*", true],
    ["unit=eu*", false],
    ["uni", false],
  ])("selects by tag %s: %s", (tag, matches) => {
    const given = { record: { tags: known({ Unit: "CN-East" }) }, config: { origins: [{ tag, origin: "mainland" }] } };
    expect(origin(given)).toEqual(matches ? [["mainland", 0.95]] : []);
  });

  test("compares ids in lower case only where the provider's ids differ in case only", () => {
    const config = { origins: [{ resources: ["ARN:*"], origin: "mainland" }] };
    expect(origin({ config })).toEqual([]);
    expect(origin({ config, caseInsensitive: true })).toEqual([["mainland", 0.95]]);
  });

  describe("where tags could not be read", () => {
    const unread = { tags: unknown("denied") };
    const byTag = { tag: "unit=cn", origin: "mainland" };

    test("stays open between an entry that rests on them and another that says otherwise", () => {
      expect(origin({ record: unread, config: { origins: [byTag, { origin: "elsewhere" }] } })).toEqual([]);
      expect(origin({ record: unread, config: { origins: [byTag], defaultOrigin: "elsewhere" } })).toEqual([]);
    });

    test("is decided where both say the same", () => {
      const config = { origins: [byTag, { account: "*", origin: "mainland" }] };
      expect(origin({ record: unread, config })).toEqual([["mainland", 0.95]]);
    });

    test("is decided by an entry that needs no tags", () => {
      expect(origin({ record: unread, config: elsewhereForAll })).toEqual([["elsewhere", 0.95]]);
    });
  });

  test("by region stays open for a resource that nobody could locate", () => {
    const origins = [{ region: "cn-*", origin: "mainland" }, { origin: "elsewhere" }];
    expect(origin({ place: nowhere, config: { origins } })).toEqual([]);
    expect(origin({ place: hongKong, config: { origins } })).toEqual([["elsewhere", 0.95]]);
  });
});

describe("a mainland copy", () => {
  const copy = (given: Parameters<typeof factsOf>[1]) =>
    factsOf("mainland-copy", given).map(({ value, evidence }) => [value, evidence.detail]);
  const config = { mainlandCopies: [{ account: "111122223333", copy: false }] };

  test("is never presumed", () => {
    expect(copy({ place: mainland })).toEqual([]);
  });

  test("is declared by configuration, or by a tag that outranks it", () => {
    expect(copy({ config })).toEqual([["no", "mainlandCopies[0] (account=111122223333)"]]);
    const tags = known({ "Mainland-Copy": "Yes" });
    expect(copy({ config, record: { tags } })).toEqual([["yes", "tag Mainland-Copy=Yes"]]);
  });

  test("is not declared by a word that says neither", () => {
    expect(copy({ record: { tags: known({ "mainland-copy": "soon" }) } })).toEqual([]);
  });
});

test("the same record gives the same facts, whatever the order of its tags", () => {
  const classify = createClassifier(Classification.parse({}));
  const tags = { "data-class": "personal", DataClassification: "important,personal", "data-origin": "境内", a: "b" };
  const reversed = Object.fromEntries(Object.entries(tags).reverse());
  expect(classify(record({ tags: known(reversed) }), hongKong)).toEqual(
    classify(record({ tags: known(tags) }), hongKong),
  );
});

test("hostile names and tags are read in no time", () => {
  const classify = createClassifier(Classification.parse({ tags: [{ key: "k", value: "*a*a*a*b", class: "core" }] }));
  const started = cpuTime();
  for (const piece of ["a", "A", "user-", "aA", "1", "，", "*", "\u202e"]) {
    const long = piece.repeat(50_000);
    classify(
      record({ name: long, tags: known({ k: long.slice(0, 256), [long]: long, "data-class": long }) }),
      mainland,
    );
  }
  expect(cpuTime() - started).toBeLessThan(2_000);
});
