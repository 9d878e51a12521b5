import { type Random, seededRandom } from "../../support/seeded-random.ts";
import { chineseSentences, codeLines, goods, sentences, services, states } from "../lists/words.ts";
import { compactDate, moment } from "./dates.ts";

/** Bytes that hold nothing: what an archive of logs, exports, code and prose is made of. */
export interface NegativeObject {
  readonly path: string;
  /** Drawn afresh, the same every time. */
  readonly chunks: () => Generator<Buffer>;
}

const chunkBytes = 1024 ** 2;

/** Objects of at most `objectBytes`, together `bytes`, each of one kind. */
export function* negativeObjects(
  bytes: number,
  seed: number,
  objectBytes = 16 * chunkBytes,
): Generator<NegativeObject> {
  const kinds = Object.entries(lines);
  for (let left = bytes, at = 0; left > 0; left -= objectBytes, at++) {
    const [kind = "", line = () => ""] = kinds[at % kinds.length] ?? [];
    yield {
      path: `negative-${at}.${kind}`,
      chunks: () => chunksOf(line, Math.min(left, objectBytes), seed * 7919 + at),
    };
  }
}

function* chunksOf(line: (random: Random) => string, bytes: number, seed: number): Generator<Buffer> {
  const random = seededRandom(seed);
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

const lines: Readonly<Record<string, (random: Random) => string>> = {
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
