import { type Random, seededRandom } from "../../support/seeded-random.ts";
import {
  chineseSentences,
  codeLines,
  goods,
  placeTalk,
  secrecyTalk,
  sentences,
  services,
  states,
} from "../lists/words.ts";
import { compactDate, moment } from "./dates.ts";
import { numberMisses } from "./near-numbers.ts";
import { tokenMisses } from "./near-tokens.ts";
import { wordMisses } from "./near-words.ts";

/** Bytes that hold nothing: what an archive of logs, exports, code and prose is made of. */
export interface NegativeObject {
  readonly path: string;
  /** Drawn afresh, the same every time. */
  readonly chunks: () => Generator<Buffer>;
}

type Line = (random: Random) => string;

const chunkBytes = 1024 ** 2;

/** Objects of at most `objectBytes`, together `bytes`, each of one kind. */
export function* negativeObjects(bytes: number, seed: number, objectBytes: number): Generator<NegativeObject> {
  const kinds: readonly (readonly [kind: string, begin: (random: Random) => Line])[] = [
    ...Object.entries(lines).map(([kind, line]) => [kind, () => line] as const),
    ["near", nearRow],
    ["nearer", nearRow],
  ];
  for (let left = bytes, at = 0; left > 0; left -= objectBytes, at++) {
    const [kind = "", begin = () => () => ""] = kinds[at % kinds.length] ?? [];
    yield {
      path: `negative-${at}.${kind}`,
      chunks: () => chunksOf(begin, Math.min(left, objectBytes), seed * 7919 + at),
    };
  }
}

function* chunksOf(begin: (random: Random) => Line, bytes: number, seed: number): Generator<Buffer> {
  const random = seededRandom(seed);
  const line = begin(random);
  let left = bytes;
  while (left > 0) {
    let text = "";
    while (text.length < chunkBytes / 2) text += `${line(random)}\n`;
    const chunk = Buffer.from(text);
    left -= chunk.length;
    yield chunk;
  }
}

const hexadecimal = "0123456789abcdef";
const price = (random: Random): string => (random.below(10_000_000) / 100).toFixed(2);
const milliseconds = (random: Random): number => 1_600_000_000_000 + random.below(150_000_000_000);
const snowflake = (random: Random): string => `1${random.digits(18)}`;
const uuid = (random: Random): string => [8, 4, 4, 4, 12].map((count) => random.text(count, hexadecimal)).join("-");
const waybill = (random: Random): string =>
  random.pick([`62${random.digits(14)}`, `SF${random.digits(13)}`, `JD${random.digits(15)}`, `7${random.digits(14)}`]);
const serial = (random: Random): string => `${compactDate(random, 2015, 2025)}${random.digits(10)}`;
/** Region, date and number, as courts and hospitals number their files: one in eleven passes the check of a resident id. */
const caseNumber = (random: Random): string =>
  `${random.pick(["440305", "110108", "310115", "330106"])}${compactDate(random, 2010, 2025)}${random.digits(4)}`;

/** What is said around numbers that are none of what the words name. */
const talk: readonly Line[] = [
  (random) => `手机验证码发送成功 requestId=${milliseconds(random)}${random.digits(4)}`,
  (random) => `身份证照片上传完成 file=${random.text(32, hexadecimal)}.jpg`,
  (random) => `身份证核验任务 受理号 ${caseNumber(random)} 已排队`,
  (random) => `银行卡支付成功 order=62${random.digits(14)} amount=${price(random)}`,
  (random) => `快捷支付 卡券批次 ${random.pick(["4", "5", "62"])}${random.digits(15)} 已核销`,
  (random) => `邮箱配置已更新 host=mail-${random.digits(2)}.internal user=root@web-${random.digits(2)}`,
  (random) => `车牌识别服务重启 camera=${random.text(2, "ABCDEF")}${random.digits(5)}`,
  (random) => `护照模板 版本 E${random.digits(7)} 发布`,
  (random) => `IMEI 白名单同步 共 ${random.below(90_000)} 条 批次 ${milliseconds(random)}${random.digits(2)}`,
  (random) => `地址库更新：${random.pick(placeTalk)}`,
  (random) => `签署保密协议 ${random.digits(6)} 份，${random.pick(secrecyTalk)}`,
  (random) =>
    `call center hotline 400-${random.digits(3)}-${random.digits(4)} phone queue=${1_000_000_0000 + random.below(1_000_000)}`,
];

/** One near miss of each of twelve kinds a line, the kinds drawn for each object. */
function nearRow(random: Random): Line {
  const values = Array.from({ length: 12 }, () =>
    random.pick([...numberMisses, ...tokenMisses, ...wordMisses]).make(random),
  );
  return (one) => values.map((value) => value(one).replaceAll(/[",\n]/g, " ")).join(",");
}

const lines: Readonly<Record<string, Line>> = {
  talk: (random) => `${moment(random)} INFO [worker-${random.below(16)}] ${random.pick(talk)(random)}`,
  csv: (random) =>
    `${snowflake(random)},${moment(random)},${random.pick(goods)},${price(random)},${serial(random)},${uuid(random)},${random.below(500)},${random.pick(states)},0.${random.digits(6)},${waybill(random)}`,
  log: (random) =>
    `${moment(random)},${random.digits(3)} INFO [http-${random.below(64)}] ${random.pick(services)} 10.${random.below(256)}.${random.below(256)}.${random.below(256)} GET /api/v2/items/${random.digits(8)}?t=${milliseconds(random)} 200 ${random.below(9000)}ms trace=${random.text(32, hexadecimal)} order=${serial(random)}`,
  jsonl: (random) =>
    `{"id":${random.digits(15)}1,"ts":${milliseconds(random)},"no":"${serial(random)}","sku":"${random.text(2, "ABCDEFGH")}-${random.digits(6)}","price":${price(random)},"v":"${random.below(9)}.${random.below(30)}.${random.below(99)}","hash":"${random.text(40, hexadecimal)}","state":"${random.pick(states)}","case":"${caseNumber(random)}"}`,
  txt: (random) =>
    `${random.pick(chineseSentences)}${random.pick(chineseSentences)}${random.pick(sentences)} (${random.below(400)}) ${random.pick(sentences)}`,
  code: (random) => `${"  ".repeat(random.below(4))}${random.pick(codeLines)} // ${random.text(7, hexadecimal)}`,
  tsv: (random) =>
    `${waybill(random)}\t${snowflake(random)}\t${milliseconds(random)}\t1${random.digits(10)}\t${price(random)}\t${random.pick(goods)}\t${random.text(43, "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/")}=`,
};
