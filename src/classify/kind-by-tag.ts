import { type ClassFact, type DataKind, dataKinds, type Tags } from "../model/index.ts";
import { declaredConfidence } from "./confidence.ts";
import { evidenceText, fold, listed, tagLine, tagsWith } from "./words.ts";

const kindKeys = new Set(["data-kind", "data-kinds", "数据种类"].map(fold));

/** What the values mean. Each kind is a term of one rule (see `policies/sector`), so nothing is guessed from words nearby. */
const kindValues: Readonly<Record<DataKind, readonly string[]>> = {
  "population-health": ["population-health", "population-health-information", "人口健康", "人口健康信息"],
  genetic: ["genetic", "human-genetic", "human-genetic-resources", "hgr", "人类遗传资源", "人类遗传资源信息"],
  map: ["map", "map-data", "地图", "地图数据"],
  credit: ["credit", "credit-reporting", "credit-information", "征信", "征信信息"],
  financial: ["financial", "personal-financial", "personal-financial-information", "pfi", "个人金融信息"],
  insurance: ["insurance", "insurance-data", "保险", "保险业务数据", "保险财务数据"],
  "ride-hailing": ["ride-hailing", "ride", "网约车", "网约车数据", "网络预约出租汽车"],
  minors: ["minors", "minor", "minors-under-14", "不满十四周岁未成年人", "不满十四周岁未成年人的个人信息"],
};

const meanings = new Map<string, DataKind>(
  dataKinds.flatMap((kind) => kindValues[kind].map((word) => [fold(word), kind] as const)),
);

/**
 * Kinds of data that tags declare. Personal information of minors under fourteen is sensitive by law, whatever it tells
 * (PIPL, in force 2021-11-01, article 28), so that kind brings its class along.
 */
export function kindsByTag(tags: Tags): readonly ClassFact[] {
  const facts = new Map<DataKind, ClassFact>();
  for (const [key, value] of tagsWith(tags, (key) => kindKeys.has(fold(key)))) {
    for (const kind of listed(value).flatMap((word) => meanings.get(word) ?? [])) {
      const evidence = { kind: "tag", detail: evidenceText(tagLine(key, value)) } as const;
      facts.set(kind, { about: "kind", value: kind, confidence: declaredConfidence, evidence });
    }
  }
  const minors = facts.get("minors");
  const implied: readonly ClassFact[] =
    minors === undefined ? [] : [{ ...minors, about: "class", value: "sensitive-personal" }];
  return [...facts.values(), ...implied];
}
