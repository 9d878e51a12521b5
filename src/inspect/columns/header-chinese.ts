import { otherChineseTails } from "../dictionaries/header-parts.ts";
import { type HeaderMeaning, headerMeanings } from "../dictionaries/headers.ts";
import { matcherOf } from "../terms/matcher.ts";
import { hintsOf, joinMeanings, type Meant, type Tail, withDetectorsOf } from "./header-meaning.ts";
import type { NamedHints } from "./hints.ts";

const meanings = new Map<string, HeaderMeaning>();
for (const meaning of headerMeanings) {
  for (const term of meaning.chinese?.split(" ") ?? []) meanings.set(term, joinMeanings(meanings.get(term), meaning));
}
for (const [term, meaning] of meanings) {
  for (let from = 1; from < term.length; from++) {
    const head = meanings.get(term.slice(from));
    if (head === undefined) continue;
    meanings.set(term, withDetectorsOf(meaning, head));
    break;
  }
}
const terms = [...meanings.keys()];
const matcher = matcherOf(terms);

/** Traditional characters of the words above, each before its simplified form. */
const traditional =
  "證证証证號号碼码電电話话機机郵邮銀银帳账賬账戶户護护車车聯联絡络繫系係系診诊斷断監监兒儿學学歲岁齡龄別别職职業业經经緯纬軌轨跡迹紋纹臉脸編编訂订單单時时間间類类數数額额餘余貸贷醫医療疗處处現现遞递題题稱称產产狀状態态" +
  "貨货員员國国籍籍戀恋殘残緊紧夥伙併并來来臺台灣湾區区實实際际徵征條条紀纪錄录關关動动積积擔担險险養养離离種种標标過过敏敏藥药術术傳传腫肿檢检驗验結结與与個个歷历資资鄉乡開开線线購购門门務务師师顧顾約约賣卖買买繳缴納纳稅税審审請请參参發发達达運运輸输嬰婴園园長长鎮镇縣县樓楼棟栋軍军獄狱滿满績绩負负責责辦办靜静脈脉聲声組组織织統统稱称辨辨識识別别記记載载薦荐親亲屬属夥伙";
const simplified = new Map(
  [...traditional].flatMap((from, index, all) => (index % 2 === 0 ? [[from, all[index + 1] ?? from]] : [])),
);

/** 姓 名, as forms are set. */
const spaced = /(?<=[\u3400-\u9fff])\s+(?=[\u3400-\u9fff])/g;
const question = /^(?:是否|有无|能否)/;
const derived = /加密|密文|哈希|散列|摘要|MD5|SHA|SM3/i;
const neutral =
  /(?:号码|号|编号|信息|数据|内容|字段|原文|明文|脱敏|掩码|名|人|全称|一|二|三|\d|[\s_\-*:：,，、./\\|]|[A-Za-z]+)+/g;

/** `undefined` where no known word is in it. */
export function chineseHints(name: string): NamedHints | undefined {
  const text = [...name].map((character) => simplified.get(character) ?? character).join("");
  // What stands in brackets explains: 手机号（必填）, 身份证号(加密).
  const bare = text.replaceAll(/[（(【[][^）)】\]]*[）)】\]]?/g, " ").replaceAll(spaced, "");
  const meant = termsOf(bare);
  const head = meant.at(-1);
  if (head === undefined) return undefined;
  const tail = derived.test(text) ? "derived" : tailOf(bare.slice(head.end));
  return hintsOf(meant, head, tail, question.test(bare));
}

/** Without those within longer ones. Of two that overlap the longer one is meant: 回乡证号 is no 证号, 电子邮件地址 is a 邮件地址. */
function termsOf(text: string): readonly Meant[] {
  const found: Meant[] = [];
  for (const { term, start, end } of matcher.find(text)) {
    while ((found.at(-1)?.start ?? -1) >= start) found.pop();
    const last = found.at(-1);
    const meaning = meanings.get(terms[term] ?? "");
    if (meaning === undefined) continue;
    if (last !== undefined && last.end > start) {
      if (last.end - last.start > end - start) continue;
      found.pop();
    }
    found.push({ start, end, meaning });
  }
  return found;
}

function tailOf(text: string): Tail {
  for (const word of otherChineseTails) if (text.includes(word)) return "other";
  return text.replaceAll(neutral, "").length <= 1 ? "none" : "unknown";
}
