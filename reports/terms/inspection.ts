import {
  type DataClass,
  dataClasses,
  dataClassTerms,
  highestClass,
  type StoreInspection,
  type Text,
} from "../../src/model/index.ts";
import { digits, plural } from "./digits.ts";

/** What was found in a store; `nothing`: not in what was looked at; `unseen`: none of its objects was opened; `empty`: it has none. */
type FoundInStore = DataClass | keyof typeof noClassTerms;

/** "12 stores inspected, 4 found to hold personal or important data, 1 stopped at a mark of secrecy." */
export function inspectionSentence(inspections: readonly StoreInspection[]): Text {
  const count = (is: (found: FoundInStore) => boolean): number => inspections.filter((one) => is(foundIn(one))).length;
  const [unseen, empty] = [count((found) => found === "unseen"), count((found) => found === "empty")];
  const holding = count(isHolding);
  const stopped = inspections.filter((one) => one.stopped).length;
  const stores = inspections.length - unseen - empty;
  const en = [
    stores === 0 ? "No store inspected" : `${plural(stores, "store", "stores")} inspected`,
    // Of stores that nobody looked into, nothing is known.
    ...(stores === 0 ? [] : [`${holding === 0 ? "none" : digits(holding)} found to hold personal or important data`]),
    ...(stopped === 0 ? [] : [`${digits(stopped)} stopped at a mark of secrecy`]),
    ...(unseen === 0 ? [] : [`${digits(unseen)} not looked into`]),
    ...(empty === 0 ? [] : [`${digits(empty)} empty`]),
  ];
  const zh = [
    stores === 0 ? "未检查任何存储资源的内容" : `已检查${digits(stores)}个存储资源的内容`,
    ...(stores === 0
      ? []
      : [holding === 0 ? "未发现个人信息或者重要数据" : `其中${digits(holding)}个发现个人信息或者重要数据`]),
    ...(stopped === 0 ? [] : [`${digits(stopped)}个因发现疑似涉密标志停止检查`]),
    ...(unseen === 0 ? [] : [`另有${digits(unseen)}个未能检查`]),
    ...(empty === 0 ? [] : [`${digits(empty)}个无对象`]),
  ];
  return { en: `${en.join(", ")}.`, zh: `${zh.join("，")}。` };
}

/** Stopped ones, then by class, then by people; what was not looked into stands before what showed nothing. */
export function worstInspections(inspections: readonly StoreInspection[]): readonly StoreInspection[] {
  return inspections.toSorted(
    (a, b) =>
      Number(b.stopped) - Number(a.stopped) ||
      rankOf(foundIn(a)) - rankOf(foundIn(b)) ||
      (mostPeople(b)?.count ?? 0) - (mostPeople(a)?.count ?? 0) ||
      (a.resource < b.resource ? -1 : 1),
  );
}

export function foundIn({ classes, objects, inspected, unreadable }: StoreInspection): FoundInStore {
  if (inspected === 0) return objects === 0 && unreadable === 0 ? "empty" : "unseen";
  const top = highestClass(dataClasses.filter((held) => (classes[held] ?? 0) > 0));
  return top === "unclassified" ? "nothing" : top;
}

/** The identifier with most distinct values. Who has several kinds is counted once, so this is a lower bound. */
export function mostPeople({
  people,
}: StoreInspection): { readonly identifier: string; readonly count: number } | undefined {
  let most: { readonly identifier: string; readonly count: number } | undefined;
  for (const [identifier, count] of Object.entries(people)) {
    if (count > (most?.count ?? 0)) most = { identifier, count };
  }
  return most;
}

const noClassTerms = {
  nothing: { en: "nothing found in the sample", zh: "抽样范围内未发现" },
  unseen: { en: "not looked into", zh: "未能检查" },
  empty: { en: "no objects", zh: "无对象" },
} as const satisfies Readonly<Record<string, Text>>;

export function isClass(found: FoundInStore): found is DataClass {
  return !(found in noClassTerms);
}

export function foundTerm(found: FoundInStore): Text {
  return isClass(found) ? dataClassTerms[found] : noClassTerms[found];
}

/** Columns of the table, and what a reader has to know of them. */
export const inspectionText = {
  title: { en: "What the content showed", zh: "内容检查结果" },
  short: { en: "Content", zh: "内容检查" },
  store: { en: "Store", zh: "存储资源" },
  place: { en: "Place", zh: "所在地" },
  found: { en: "Found", zh: "发现的数据类别" },
  inspected: { en: "Objects inspected", zh: "已检查对象" },
  people: { en: "People, at least", zh: "自然人数量（至少）" },
  statement: { en: "What the sample says", zh: "抽样结论" },
  stopped: { en: "sampling stopped", zh: "已停止检查" },
  stoppedNotice: {
    en: "Marks of state secrecy were seen, and nothing more of these stores was looked at. Do not open or copy them further; tell the office in charge of secrecy.",
    zh: "发现疑似国家秘密标志，相关存储资源已停止检查。请勿继续打开或者复制，并立即报告保密工作机构。",
  },
  isSample: {
    en: "A sample: objects that were not inspected may hold such data too. People are distinct values of the most frequent identifier in what was inspected, above 1,024 within about 3 %; there can be more.",
    zh: "本结果依据抽样得出，未检查的对象也可能存有此类数据。自然人数量为已检查内容中出现最多的一类标识去重后的数量（超过1,024时为估算，误差约3%），实际可能更多。",
  },
} as const satisfies Readonly<Record<string, Text>>;

function isHolding(found: FoundInStore): boolean {
  return found !== "unseen" && rankOf(found) < dataClasses.indexOf("general");
}

function rankOf(found: FoundInStore): number {
  // Unknown is worse than general data, and better than what is known to be worse.
  if (found === "unseen") return dataClasses.indexOf("general") - 0.5;
  if (found === "nothing") return dataClasses.length;
  return found === "empty" ? dataClasses.length + 1 : dataClasses.indexOf(found);
}
