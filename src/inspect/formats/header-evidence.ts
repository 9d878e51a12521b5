import { headerHints } from "../columns/header.ts";
import { isLikeData } from "./names.ts";

const longestName = 64;
/** Longer runs without a blank are tokens, not names. */
const longestWord = 40;

/** What stands for nothing in tables. */
const nothing =
  /^(?:-+|\\N|null|none|nil|nan|n\/?a|#n\/a|undefined|true|false|无|未知|未填|待补充|同上|空|是|否|男|女)$/i;
/** Sentences, code and markup; brackets are common in names (`金额（元）`). */
const neverInNames = /[。，；！？“”"{}<>;=!?]|https?:|\(\)/;
/** Province and letter of a plate, pairs of a network address, numbers with the words of addresses and terms. */
const values =
  /^[\u4e00-\u9fff][A-Z][0-9A-Z]{4,6}$|^(?:[0-9A-Fa-f]{2}[:-]){3}|\d+(?:号|栋|幢|室|单元|弄|楼|天|年|元)|\d.*\d.*\d.*\d/;

/** Whether a cell can be no name of a column: a value, a mark of emptiness, a sentence. */
export function isNeverName(cell: string): boolean {
  if (cell.length > longestName || isLikeData(cell) || nothing.test(cell) || neverInNames.test(cell)) return true;
  if (!/[\p{L}]/u.test(cell) || values.test(cell)) return true;
  return cell.split(/\s/).some((word) => word.length > longestWord);
}

/** Words that headers consist of and that no detector is about; whole words, or the end of names. Two tests, so that each is linear. */
const letters = /^[a-z][a-z_ -]*$/i;
const commonEnd =
  /(?:id|no|num|name|date|time|ts|at|type|code|key|value|status|state|city|country|user|age|sex|gender|title|amount|price|total|qty|count|desc|description|remark|note|notes|comment|created|updated|url|ip|version|sku|category|product|brand|level|score|rate|ratio|sum|unit|color|size|order|batch|serial|model)$/i;
const chineseEnd =
  /^[\u4e00-\u9fff（）()a-zA-Z]{0,10}(?:编号|序号|单号|号码|名称|姓名|日期|时间|类型|类别|状态|备注|说明|金额|数量|单价|价格|单位|部门|职位|岗位|地区|区域|省份|城市|等级|级别|标题|版本|来源|结果|编码|代码|型号|品名|品牌|颜色|規格|规格|單號|編號|名稱|時間|類型|狀態|備註|數量|金額)$/;

/** How many of the cells are words that headers are made of: two are a sign, or one of two. */
export function nameEvidence(cells: readonly string[]): number {
  let known = 0;
  for (const cell of cells) {
    if ((letters.test(cell) && commonEnd.test(cell)) || chineseEnd.test(cell)) known += 1;
    else {
      const { strong, veto, topics } = headerHints(cell);
      if (strong.size > 0 || veto || topics.size > 0) known += 1;
    }
  }
  if (known >= 3 || known >= cells.length) return 2;
  return known === 2 ? 1.5 : known === 1 ? 1 : 0;
}

/** Values below a name from which they can be told to be of another kind than the name. */
const enough = 3;
const most = 0.8;

/** What the values of one column say of the cell above them: against a name where it is like them, for one where it is of another kind. */
export function columnEvidence(name: string, below: readonly string[]): number {
  const share = (is: (value: string) => boolean): number => below.filter(is).length / below.length;
  const held = below.filter((value) => !nothing.test(value));
  if (held.includes(name)) return -3;
  if (below.length === 0) return 0;
  if (share((value) => isNumber(value) || isLikeData(value)) >= most) return below.length >= enough ? 1.5 : 1;
  if (below.length < enough) return 0;
  if (/\d/.test(name) && share((value) => /\d/.test(value)) >= most && !/^[\p{L}_ ]+[_ ]?\d{1,2}$/u.test(name))
    return -2;
  const isHan = (value: string): boolean => /[\u3400-\u9fff]/.test(value);
  const isNameOfCode = /^[A-Za-z][\w .-]*$/.test(name);
  // An identifier of a program above Chinese values, or a Chinese name above values without.
  if (isNameOfCode && share(isHan) >= most) return 1.5;
  if (isHan(name) && name.length <= 12 && share((value) => !isHan(value)) >= most) return 1.5;
  const shortest = Math.min(...held.map(({ length }) => length));
  if (held.length >= enough && shortest >= 2 * name.length && shortest >= 12) return 1.5;
  return isUnseen(held) ? 1 : 0;
}

/**
 * Whether the values repeat so much that a further one would hardly be new: values seen once are the share that the next new one may be
 * expected to make up (Good 1953).
 */
function isUnseen(values: readonly string[]): boolean {
  if (values.length < 10) return false;
  const times = new Map<string, number>();
  for (const value of values) times.set(value, (times.get(value) ?? 0) + 1);
  let once = 0;
  for (const count of times.values()) if (count === 1) once += 1;
  return once / values.length <= 0.1;
}

function isNumber(cell: string): boolean {
  return cell.length <= 64 && /^[-+]?[\d.,:/\- ]*\d[\d.,:/\- ]*%?$/.test(cell);
}
