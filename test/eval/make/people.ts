import type { Random } from "../../support/seeded-random.ts";
import {
  givenCharacters,
  minorityNames,
  pinyinGiven,
  pinyinSurnames,
  rareSurnames,
  surnames,
  traditionalGiven,
  traditionalSurnames,
} from "../lists/people.ts";
import { regions } from "../lists/regions.ts";

export function chineseName(random: Random): string {
  if (random.chance(0.01)) return random.pick(minorityNames);
  const surname = random.pick(random.chance(0.02) ? rareSurnames : surnames);
  const given = random.pick(givenCharacters);
  return random.chance(0.22) ? surname + given : surname + given + random.pick(givenCharacters);
}

export function traditionalName(random: Random): string {
  return random.pick(traditionalSurnames) + random.pick(traditionalGiven) + random.pick(traditionalGiven);
}

export function pinyinName(random: Random): string {
  return `${random.pick(pinyinSurnames)} ${random.pick(pinyinGiven)}`;
}

const roads = [
  "中山",
  "人民",
  "建设",
  "解放",
  "文三",
  "科技园南",
  "学府",
  "迎宾",
  "滨河",
  "朝阳",
  "新华",
  "和平",
  "长江",
  "光明",
  "府前",
];
const estates = [
  "阳光花园",
  "万科城",
  "翠湖家园",
  "金色家园",
  "碧桂园",
  "锦绣山庄",
  "丽景苑",
  "华润城",
  "和谐嘉园",
  "东方新城",
];

/** 深圳, 南山: as people say it. */
function bare(place: string): string {
  return place.length > 2 ? place.replace(/(?:壮族自治区|回族自治区|维吾尔自治区|自治区|新区|省|市|区)$/, "") : place;
}

/** A home: place, street and number, or place, estate and unit; in the spellings of forms and of parcels. */
export function homeAddress(random: Random): string {
  const [, province, city, county] = random.pick(regions);
  const number = 1 + random.below(300);
  const room = `${1 + random.below(30)}0${1 + random.below(4)}`;
  const area = random.pick([
    () => `${province}${city}${county}`,
    () => `${province}${city}${county}`,
    () => `${city === "" ? province : city}${county}`,
    () => `${province} ${city} ${county} `.replace("  ", " "),
    () => county,
    () => `${bare(city === "" ? province : city)}${bare(county)}`,
  ])();
  const rest = random.pick([
    () => `${random.pick(roads)}路${number}号${1 + random.below(20)}栋${room}室`,
    () =>
      `${random.pick(roads)}街道${random.pick(estates)}${1 + random.below(30)}号楼${1 + random.below(5)}单元${room}`,
    () => `${random.pick(roads)}路 ${number}号`,
    () => `${random.pick(roads)}大道${number}号${random.pick(estates)}${1 + random.below(9)}幢${room}室`,
    () => `${random.pick(["王家", "李家", "张庄", "赵各庄", "新建"])}村${1 + random.below(12)}组${number}号`,
  ])();
  return area + rest;
}
