import type { Random } from "../../support/seeded-random.ts";
import { westernNames } from "../lists/people.ts";
import { regions } from "../lists/regions.ts";
import * as words from "../lists/words.ts";
import type { Label } from "./label.ts";
import type { NearMiss } from "./near-miss.ts";

function list(
  kind: string,
  of: readonly Label[],
  from: readonly string[],
  headers: readonly string[],
  misleading: readonly string[],
): NearMiss {
  return { kind, of, headers, misleading, make: () => (random: Random) => random.pick(from) };
}

export const wordMisses: readonly NearMiss[] = [
  list("goods", ["cn-name", "medical-term"], words.goods, ["商品名称", "product", "品名"], ["product_name", "名称"]),
  list("departments", ["cn-name", "cn-address"], words.departments, ["部门", "department"], ["部门名称", "dept_name"]),
  list("titles", ["cn-name"], words.titles, ["职位", "title"], ["岗位名称"]),
  list("states", ["cn-name", "financial-term"], words.states, ["状态", "status"], ["状态名称"]),
  list("cities", ["cn-name", "cn-address"], words.cities, ["城市", "city"], ["城市名称", "city_name"]),
  list("streets", ["cn-name", "cn-address"], words.streets, ["路段", "street"], ["道路名称"]),
  list("brands", ["cn-name"], words.brands, ["品牌", "brand"], ["品牌名称", "brand_name"]),
  list("companies", ["cn-name", "cn-address"], words.companies, ["供应商", "company"], ["公司名称", "客户名称"]),
  list("idioms", ["cn-name"], words.idioms, ["标签", "slogan"], ["条目"]),
  list("dishes", ["cn-name", "medical-term"], words.dishes, ["菜名", "dish"], ["菜品名称"]),
  list("groups", ["cn-name"], words.groups, ["民族", "constellation"], ["族别名称"]),
  list("films", ["cn-name"], words.films, ["片名", "film"], ["作品名称"]),
  list("spots", ["cn-name", "cn-address"], words.spots, ["景点", "station"], ["站点名称"]),
  list("talk of places", ["cn-address"], words.placeTalk, ["标题", "headline"], ["内容"]),
  list("colours", ["cn-name"], words.colours, ["颜色", "color"], ["颜色名称"]),
  list("subjects", ["cn-name", "medical-term"], words.subjects, ["科目", "subject"], ["课程名称"]),
  list("remarks", ["cn-name"], words.remarks, ["备注", "remark"], ["说明"]),
  list("western names", ["cn-name"], westernNames, ["author", "speaker"], ["作者"]),
  list("secrecy talk", ["secrecy-mark"], words.secrecyTalk, ["标题", "topic"], ["文档类型"]),
  list("health talk", ["medical-term"], words.healthTalk, ["活动", "category"], ["栏目"]),
  list("money talk", ["financial-term"], words.moneyTalk, ["菜单", "label"], ["栏目"]),
  list("map talk", ["geodata", "coordinate"], words.mapTalk, ["功能", "feature"], ["模块"]),
  list(
    "services",
    ["cn-name", "geodata", "secrecy-mark"],
    words.services,
    ["service", "服务"],
    ["service_name", "hostname"],
  ),
  list("sentences", ["secrecy-mark", "genome", "geodata"], words.sentences, ["message", "正文"], ["描述"]),
  list(
    "Chinese sentences",
    ["secrecy-mark", "financial-term", "cn-address"],
    words.chineseSentences,
    ["message", "正文"],
    ["内容"],
  ),
  {
    kind: "places only",
    of: ["cn-address", "cn-name"],
    headers: ["省市", "region", "区域"],
    misleading: ["销售区域", "area_name"],
    make: (column) => {
      const depth = column.below(3);
      return (random) => {
        const [, province, city, county] = random.pick(regions);
        if (depth === 0) return province;
        return depth === 1 ? `${province}${city}` : `${city === "" ? province : city}${county}`;
      };
    },
  },
  {
    kind: "code",
    of: ["email", "ip-address", "geodata"],
    headers: ["snippet", "statement"],
    misleading: ["source"],
    make: () => (random) => random.pick(words.codeLines),
  },
];
