import { chineseHints } from "./header-chinese.ts";
import { latinHints } from "./header-latin.ts";
import { type NamedHints, noHints } from "./hints.ts";

const longestName = 200;
const silent: NamedHints = { ...noHints, topics: new Set() };

/**
 * What the name of a column says of its values: `客户手机号`, `cust_mobile_no`, `khsjh`, `customers[].idCard.number`. A path's last
 * part decides, the parts before it only say what it is about. Names in two languages say what both say; a veto of either is one.
 */
export function headerHints(name: string): NamedHints {
  const read = name.slice(0, longestName).normalize("NFKC");
  const latin = latinHints(read);
  const chinese = /[\u3400-\u9fff]/.test(read) ? chineseHints(read) : undefined;
  if (latin === undefined || chinese === undefined) return latin ?? chinese ?? silent;
  const strong = new Set([...latin.strong, ...chinese.strong]);
  const weak = new Set([...latin.weak, ...chinese.weak].filter((id) => !strong.has(id)));
  return { strong, weak, veto: latin.veto || chinese.veto, topics: new Set([...latin.topics, ...chinese.topics]) };
}
