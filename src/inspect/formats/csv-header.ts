import { mostColumns } from "../piece.ts";
import type { Dialect } from "./csv-dialect.ts";
import { isLikeData } from "./names.ts";

/** Words of which a header has at least one, where its cells are no other than those below it. */
const headerWord =
  /(^|[_\W])(id|no|num|name|phone|mobile|tel|email|mail|date|time|type|code|key|value|status|address|addr|city|country|user|age|sex|gender|title|amount|price|count|total|desc|remark|card|account|order|created|updated|url|ip)([_\W]|$)|[a-z]Id$|[a-z]Name$|姓名|名称|电话|手机|号|码|地址|日期|时间|类型|编|性别|年龄|状态|备注|金额|邮箱|证|單|電話|號|碼|名稱|日期|時間|類型|標題|标题|部门|职|单位|公司|生日|城市|省|区|序|数量|价格|用户|客户/i;

/**
 * Names of the columns: the first record, where something says that it is none of the data. Without such evidence the columns are
 * numbered: a value must not be taken for a name, as names are printed.
 */
export function headerOf({ records, width }: Dialect): { readonly columns: string[]; readonly isStated: boolean } {
  const [first = [], ...rest] = records;
  const isStated = isHeader(first, rest);
  const count = Math.min(mostColumns, isStated ? Math.max(width, first.length) : Math.max(width, first.length));
  const columns = Array.from({ length: count }, (_, index) => {
    const name = isStated ? (first[index] ?? "").replaceAll(/\s+/g, " ").slice(0, 100) : "";
    return name === "" || isLikeData(name) ? `column ${index + 1}` : name;
  });
  return { columns, isStated };
}

function isHeader(first: readonly string[], rest: readonly (readonly string[])[]): boolean {
  const named = first.filter((cell) => cell !== "");
  if (named.length === 0 || named.length < first.length / 2) return false;
  if (named.some((cell) => isLikeData(cell) || isNumber(cell) || cell.length > 100)) return false;
  if (new Set(named).size < named.length * 0.8) return false;
  if (named.some((cell) => headerWord.test(cell))) return true;
  return first.some((cell, index) => {
    const below = rest.map((row) => row[index] ?? "").filter((value) => value !== "");
    const data = below.filter((value) => isNumber(value) || isLikeData(value));
    return cell !== "" && below.length > 0 && data.length >= below.length * 0.8;
  });
}

function isNumber(cell: string): boolean {
  return /^[-+]?[\d.,:/\- ]*\d[\d.,:/\- ]*%?$/.test(cell);
}
