import { type HitKind, hitKinds } from "../../src/inspect/kernel/finder.ts";
import { type Random, seededRandom } from "./seeded-random.ts";
import { synthetic } from "./synthetic-identifiers.ts";

/** What the text is like: running prose without ids, logs and tables with a few, logs of strangers' visits, or ids and numbers only. */
export type Density = "prose" | "mixed" | "logs" | "dense";

/** Kinds that a line may carry, by how often they do. Addresses of machines stand in the logs anyway. */
const carried: readonly HitKind[] = [
  ...(["id-18", "id-18", "id-18", "mobile", "mobile", "mobile", "card", "card", "uscc", "email", "plate"] as const),
  ...hitKinds.filter((kind) => kind !== "ipv4" && kind !== "mac"),
];

const words = [
  "订单",
  "支付成功",
  "用户登录",
  "库存不足",
  "配送中",
  "广东省深圳市",
  "客户服务",
  "系统升级",
  "已签收",
  "退款申请",
];
const names = ["session", "request", "gateway", "worker", "scheduler", "cache", "payment", "inventory", "delivery"];
const prose = [
  "数据安全治理应当坚持统筹发展和安全，建立健全数据安全治理体系。",
  "The service keeps its records in three regions and copies them every night. ",
  "平台在收到请求之后先核对权限，再把结果写入审计日志，最后返回给调用方。",
  "Retention follows the schedule agreed with the owner of each system. ",
  "夏天的傍晚，湖面上吹来凉爽的风，孩子们在岸边放风筝。",
];

/** About `length` bytes of UTF-8 lines, the same for the same seed. */
export function mixedContent(length: number, density: Density, seed: number): Buffer {
  const random = seededRandom(seed);
  const content = Buffer.alloc(length);
  let at = 0;
  while (true) {
    let block = "";
    for (let line = 0; line < 64; line++) block += `${makers[density](random)}\n`;
    const written = Buffer.byteLength(block);
    if (at + written > length) return content.subarray(0, at);
    content.write(block, at);
    at += written;
  }
}

const makers: Readonly<Record<Density, (random: Random) => string>> = {
  prose: (random) => Array.from({ length: 4 }, () => random.pick(prose)).join(""),
  mixed: (random) => {
    const id = random.chance(0.01) ? synthetic[random.pick(carried)](random) : "";
    return random.pick([csv, json, log])(random, id);
  },
  logs: (random) => log(random, "").replace(/ 10\./, ` ${60 + random.below(60)}.`),
  dense: (random) => `${synthetic["id-18"](random)},${synthetic.mobile(random)},${random.digits(8)}`,
};

const milliseconds = (random: Random): number => 1_700_000_000_000 + random.below(90_000_000_000);
const order = (random: Random): string => `7${random.digits(18)}`;
const hex = (random: Random, count: number): string => random.text(count, "0123456789abcdef");
const uuid = (random: Random): string =>
  `${hex(random, 8)}-${hex(random, 4)}-4${hex(random, 3)}-a${hex(random, 3)}-${hex(random, 12)}`;
const time = (random: Random): string => new Date(milliseconds(random)).toISOString();
const address = (random: Random): string => `10.${random.below(256)}.${random.below(256)}.${random.below(256)}`;
const price = (random: Random): string => (random.below(10_000_000) / 100).toFixed(2);

function csv(random: Random, id: string): string {
  return `${order(random)},${time(random).replace("T", " ").slice(0, 19)},${random.pick(words)},${price(random)},${id},${random.pick(names)},${uuid(random)},${random.below(500)},${random.pick(words)}${random.pick(words)},0.${random.digits(12)},CN-${random.digits(6)}`;
}

function json(random: Random, id: string): string {
  return `{"ts":${milliseconds(random)},"trace":"${hex(random, 32)}","service":"${random.pick(names)}","message":"${random.pick(words)}：${random.pick(words)}","order":"${order(random)}","value":"${id}","amount":${price(random)},"version":"1.${random.below(20)}.${random.below(99)}","ok":${random.chance(0.9)}}`;
}

function log(random: Random, id: string): string {
  return `${time(random)} ${random.pick(["INFO", "WARN", "ERROR", "DEBUG"])} [${random.pick(names)}-${random.below(64)}] ${address(random)} GET /api/v2/${random.pick(names)}/${random.below(1_000_000)}?t=${milliseconds(random)} ${200 + random.below(300)} ${random.below(9_000)}ms ${random.pick(words)}${id === "" ? "" : ` ${id}`} span=${hex(random, 16)} "Mozilla/5.0 (X11; Linux x86_64)"`;
}
