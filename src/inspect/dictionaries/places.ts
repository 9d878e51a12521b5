import { placeNames } from "./place-names.ts";

/** Levels of administration as bits: a name may stand on several. */
const province = 1;
const city = 2;
const county = 4;

export interface PlaceName {
  readonly name: string;
  readonly levels: number;
}

/** What people call the autonomous prefectures. */
const prefectures = (
  "延边 恩施 湘西 阿坝 甘孜 凉山 黔西南 黔东南 黔南 楚雄 红河 文山 西双版纳 大理 德宏 怒江 迪庆 临夏 甘南 海北 黄南 海南 果洛 玉树 海西 昌吉 " +
  "博尔塔拉 巴音郭楞 克孜勒苏 伊犁"
).split(" ");

/** By the first two characters, the longest name first. */
export const placesByStart: ReadonlyMap<string, readonly PlaceName[]> = startsOf(levelsByName());

/** Names of provinces and cities, long and short: 江苏 begins like a person's name. Counties by their long names only. */
export const areaNames: ReadonlySet<string> = new Set(levelsByName().keys());

/** The long names, and for provinces and cities the short ones that people write (广东, 深圳). */
function levelsByName(): ReadonlyMap<string, number> {
  const levels = new Map<string, number>();
  const add = (name: string, level: number): void => {
    if (name.length > 1) levels.set(name, (levels.get(name) ?? 0) | level);
  };
  for (const line of placeNames.trim().split("\n")) {
    const [name = "", cities = ""] = line.split("|");
    add(name, province);
    add(shortOf(name), province);
    // Written both with and without the suffix.
    if (!/[市区]$/.test(name)) add(`${shortOf(name)}省`, province);
    for (const part of cities.split(";")) {
      const [cityName = "", counties = ""] = part.split(":");
      add(cityName, city);
      add(shortOf(cityName), city);
      for (const countyName of counties.split(",")) add(countyName, county);
    }
  }
  return levels;
}

/** 内蒙古自治区 -> 内蒙古, 延边朝鲜族自治州 -> 延边, 广州市 -> 广州. A name of one character is none. */
function shortOf(name: string): string {
  if (name.endsWith("自治州")) return prefectures.find((short) => name.startsWith(short)) ?? "";
  return name.replace(/(?:特别行政区|维吾尔自治区|壮族自治区|回族自治区|自治区|地区|省|市|盟)$/, "");
}

function startsOf(levels: ReadonlyMap<string, number>): ReadonlyMap<string, readonly PlaceName[]> {
  const starts = new Map<string, PlaceName[]>();
  for (const [name, bits] of levels) {
    const start = name.slice(0, 2);
    const list = starts.get(start) ?? [];
    list.push({ name, levels: bits });
    starts.set(start, list);
  }
  for (const list of starts.values()) list.sort((a, b) => b.name.length - a.name.length);
  return starts;
}
