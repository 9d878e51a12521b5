import { describe, expect, it } from "vitest";
import { createClassifier } from "../../src/classify/index.ts";
import { type ClassFact, Classification, known, type ResourceRecord, unknown } from "../../src/model/index.ts";

function factsOf(tags: ResourceRecord["tags"], name = "bucket-1"): readonly ClassFact[] {
  const classify = createClassifier(Classification.parse({}));
  const record: ResourceRecord = {
    kind: "record",
    id: "arn:cloud:store:::bucket-1",
    type: "cloud/store/bucket",
    role: "store",
    scope: { provider: "cloud", partition: "p", account: "1" },
    name,
    place: unknown("denied"),
    tags,
    aliases: [],
    links: [],
    attributes: {},
  };
  return classify(record, { region: "ap-east-1", country: "HK", jurisdiction: "hong-kong" });
}

const said = (about: ClassFact["about"], tags: Record<string, string>) =>
  factsOf(known(tags))
    .flatMap((fact) => (fact.about === about ? [fact.value] : []))
    .sort();

describe("the tag data-kind", () => {
  it.each([
    [{ "data-kind": "financial" }, ["financial"]],
    [{ Data_Kind: "Ride Hailing" }, ["ride-hailing"]],
    [{ "data-kinds": "map, credit" }, ["credit", "map"]],
    [{ 数据种类: "人口健康信息、人类遗传资源" }, ["genetic", "population-health"]],
    [{ "data-kind": "pfi;保险" }, ["financial", "insurance"]],
    [{ "data-kind": "finance" }, []],
    [{ kind: "financial" }, []],
  ] as const)("%j declares %j", (tags, kinds) => {
    expect(said("kind", { ...tags })).toEqual(kinds);
  });

  it("is a declaration with the tag as evidence", () => {
    expect(factsOf(known({ "data-kind": "map" }))).toEqual([
      { about: "kind", value: "map", confidence: 0.95, evidence: { kind: "tag", detail: "tag data-kind=map" } },
    ]);
  });

  it("makes data of minors sensitive, as the law does, and no other kind of any class", () => {
    expect(said("class", { "data-kind": "minors" })).toEqual(["sensitive-personal"]);
    expect(said("class", { "data-kind": "不满十四周岁未成年人" })).toEqual(["sensitive-personal"]);
    expect(said("class", { "data-kind": "credit,map,financial,insurance,genetic,population-health,ride" })).toEqual([]);
  });

  it("leaves a name to hint at the class where it declares none", () => {
    const classes = (tags: Record<string, string>) =>
      factsOf(known(tags), "customer-crm").flatMap((fact) => (fact.about === "class" ? [fact.value] : []));
    expect(classes({ "data-kind": "map" })).toEqual(["personal"]);
    expect(classes({ "data-kind": "minors" })).toEqual(["sensitive-personal"]);
  });
});

describe("the tag mlps-level", () => {
  it.each([
    [{ "mlps-level": "3" }, ["3"]],
    [{ "mlps-level": "level-3" }, ["3"]],
    [{ MLPS: "L2" }, ["2"]],
    [{ 等级保护级别: "第三级" }, ["3"]],
    [{ 网络安全等级保护级别: "二级" }, ["2"]],
    [{ "mlps-level": "S3A2G3" }, ["3"]],
    [{ "mlps-level": "2", mlps: "4" }, ["4"]],
    [{ "mlps-level": "4", mlps: "2" }, ["4"]],
    [{ "mlps-level": "6" }, []],
    [{ "mlps-level": "33" }, []],
    [{ "mlps-level": "none" }, []],
    [{ level: "3" }, []],
  ] as const)("%j states %j", (tags, level) => {
    expect(said("mlps", { ...tags })).toEqual(level);
  });
});

it("tags that could not be read declare nothing", () => {
  expect(factsOf(unknown("denied"))).toEqual([]);
});
