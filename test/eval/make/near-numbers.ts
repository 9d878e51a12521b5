import type { Random } from "../../support/seeded-random.ts";
import { regions } from "../lists/regions.ts";
import { creditCheck, luhnCheck, residentCheck } from "./checks.ts";
import { compactDate, isoDate, moment, two } from "./dates.ts";
import * as id from "./identifiers.ts";
import type { NearMiss } from "./near-miss.ts";

/** Another digit at the end than the right one. */
function spoil(random: Random, right: string, alphabet = "0123456789"): string {
  const last = right.slice(-1);
  let wrong = last;
  while (wrong === last) wrong = random.text(1, alphabet);
  return right.slice(0, -1) + wrong;
}

/** Counts up from somewhere by small steps, as sequences of databases do. */
function counter(from: number, random: Random, step = 5): () => string {
  let at = from;
  return () => {
    at += 1 + random.below(step);
    return String(at);
  };
}

/** Twitter's layout: milliseconds since 2010 in 41 bits, machine, sequence. */
function snowflake(column: Random): () => string {
  let milliseconds = BigInt(350_000_000_000 + column.below(100_000_000_000));
  const machine = BigInt(column.below(1024));
  return () => {
    milliseconds += BigInt(1 + column.below(60_000));
    return String((milliseconds << 22n) | (machine << 12n) | BigInt(column.below(8)));
  };
}

const areasOfAmerica =
  "212 213 305 310 312 404 415 503 512 602 617 646 702 713 718 805 818 832 917 949 202 206 303 408 510 650 714".split(
    " ",
  );
const orderHeaders = ["order_no", "订单号", "流水号", "trade_no", "biz_id", "ddh"];

export const numberMisses: readonly NearMiss[] = [
  {
    kind: "resident id, wrong check",
    of: ["cn-resident-id"],
    headers: ["ref_no", "业务编号"],
    misleading: ["id", "编号"],
    make: () => (random) => spoil(random, id.residentId(random).toUpperCase()),
  },
  {
    kind: "region + date + serial",
    of: ["cn-resident-id"],
    headers: ["case_no", "受理编号", "业务流水号"],
    misleading: ["证照编号", "no"],
    make: (column) => {
      const region = column.pick(regions)[0];
      return (random) => `${region}${compactDate(random, 2010, 2025)}${random.digits(4)}`;
    },
  },
  {
    kind: "region + date + counter",
    of: ["cn-resident-id"],
    headers: ["case_no", "档案编号"],
    misleading: ["id_no_old_system"],
    make: (column) => {
      const region = column.pick(regions)[0];
      const next = counter(1000 + column.below(2000), column, 2);
      return (random) => `${region}${compactDate(random, 2018, 2019)}${next()}`;
    },
  },
  {
    kind: "permit, wrong check",
    of: ["cn-residence-permit", "cn-foreign-pr"],
    headers: ["ref_no", "业务编号"],
    misleading: ["编号"],
    make: (column) => {
      const isForeign = column.chance(0.5);
      return (random) => {
        if (!isForeign) return spoil(random, id.residencePermit(random).toUpperCase());
        const body = `9${random.pick(regions)[0].slice(0, 2)}${random.pick(["840", "392"])}${compactDate(random, 1950, 2005)}${random.digits(3)}`;
        return spoil(random, body + residentCheck(body));
      };
    },
  },
  {
    kind: "random 18 digits",
    of: ["cn-resident-id", "cn-residence-permit", "cn-foreign-pr", "cn-uscc", "bank-card"],
    headers: orderHeaders,
    misleading: ["id", "uid"],
    make: () => (random) => `${1 + random.below(9)}${random.digits(17)}`,
  },
  {
    kind: "permit-like serial",
    of: ["cn-residence-permit", "cn-foreign-pr"],
    headers: orderHeaders,
    misleading: ["许可证号"],
    make: (column) => {
      const head = column.pick(["81", "82", "83", "91"]);
      return (random) => `${head}0000${compactDate(random, 2019, 2024)}${random.digits(4)}`;
    },
  },
  {
    kind: "snowflake",
    of: ["bank-card", "cn-resident-id"],
    headers: ["id", "message_id", "雪花ID"],
    misleading: ["user_id", "账号"],
    make: snowflake,
  },
  {
    kind: "moment + serial",
    of: ["cn-resident-id", "bank-card", "vin"],
    headers: orderHeaders,
    misleading: ["no", "编号"],
    make: (column) => {
      const digits = column.pick([3, 4, 5, 6]);
      return (random) => moment(random).replaceAll(/\D/g, "") + random.digits(digits);
    },
  },
  {
    kind: "card, wrong check",
    of: ["bank-card"],
    headers: ["batch_no", "凭证号"],
    misleading: ["no"],
    make: () => (random) => spoil(random, id.bankCard(random)),
  },
  {
    kind: "62 and random digits",
    of: ["bank-card"],
    headers: ["waybill", "运单号", "物流单号"],
    misleading: ["单号"],
    make: (column) => {
      const length = column.pick([16, 17, 18, 19]);
      return (random) => `62${random.digits(length - 2)}`;
    },
  },
  {
    kind: "milliseconds",
    of: ["cn-mobile", "imei"],
    headers: ["ts", "created_at", "时间戳"],
    misleading: ["last_call_time"],
    make: () => (random) => String(1_600_000_000_000 + random.below(150_000_000_000)),
  },
  {
    kind: "microseconds",
    of: ["imei", "imsi", "bank-card"],
    headers: ["ts_us", "event_time"],
    misleading: ["device_time"],
    make: () => (random) => String(1_600_000_000_000_000 + random.below(150_000_000_000) * 1000 + random.below(1000)),
  },
  {
    kind: "seconds",
    of: ["cn-mobile", "cn-tw-permit"],
    headers: ["ts", "expire_at"],
    misleading: ["phone_verified_at"],
    make: () => (random) => String(1_600_000_000 + random.below(150_000_000)),
  },
  {
    kind: "mobile, wrong prefix",
    of: ["cn-mobile"],
    headers: ["serial", "会员编号"],
    misleading: ["no"],
    make: () => (random) => random.pick(["10", "11", "12", "120", "101"]).padEnd(3, "7") + random.digits(8),
  },
  {
    kind: "eleven digits, counting up",
    of: ["cn-mobile"],
    headers: ["ticket_no", "工单号", "serial_no"],
    misleading: ["客户编号"],
    make: (column) => counter(Number(`1${3 + column.below(7)}${column.digits(9)}`), column),
  },
  {
    kind: "random eleven digits",
    of: ["cn-mobile"],
    headers: ["batch_id", "批次号"],
    misleading: ["contact_id"],
    make: () => (random) => `${1 + random.below(9)}${random.digits(10)}`,
  },
  {
    kind: "North American number",
    of: ["cn-mobile"],
    headers: ["us_phone", "hotline_us"],
    misleading: ["contact"],
    make: () => (random) => `1${random.pick(areasOfAmerica)}${2 + random.below(8)}${random.digits(6)}`,
  },
  {
    kind: "sixteen digits from 4 or 5",
    of: ["bank-card"],
    headers: ["serial", "凭证编号"],
    misleading: ["票号"],
    make: () => (random) => `${random.pick(["4", "5"])}${random.digits(15)}`,
  },
  {
    kind: "bar code",
    of: ["bank-card", "imei", "cn-mobile"],
    headers: ["barcode", "条形码", "isbn"],
    misleading: ["条码号"],
    make: () => (random) => {
      const body = `${random.pick(["690", "692", "978", "489"])}${random.digits(9)}`;
      let sum = 0;
      for (const [at, digit] of [...body].entries()) sum += Number(digit) * (at % 2 === 0 ? 1 : 3);
      return `${body}${(10 - (sum % 10)) % 10}`;
    },
  },
  {
    kind: "messenger number",
    of: ["cn-mobile", "cn-tw-permit"],
    headers: ["group_no", "群号"],
    misleading: ["频道号"],
    make: () => (random) => `${1 + random.below(9)}${random.digits(7 + random.below(3))}`,
  },
  {
    kind: "service number",
    of: ["cn-landline", "cn-mobile"],
    headers: ["服务热线", "hotline"],
    misleading: ["客服电话"],
    make: () => (random) =>
      random.pick([
        `400-${random.digits(3)}-${random.digits(4)}`,
        `800-${random.digits(3)}-${random.digits(4)}`,
        `95${random.digits(3)}`,
        "10086",
        "10010",
        "12306",
      ]),
  },
  {
    kind: "landline-like code",
    of: ["cn-landline"],
    headers: ["货位", "part_no"],
    misleading: ["code"],
    make: () => (random) => `${random.pick(["000", "001", "0260", "099"])}-${random.digits(random.pick([5, 6]))}`,
  },
  {
    kind: "zero-filled number",
    of: ["cn-landline", "cn-org-code", "cn-tw-permit"],
    headers: ["item_no", "物料编码"],
    misleading: ["号码"],
    make: (column) => {
      const next = counter(column.below(90_000), column);
      return () => next().padStart(11, "0");
    },
  },
  {
    kind: "IMEI, wrong check",
    of: ["imei"],
    headers: ["meter_no", "电表号"],
    misleading: ["sn"],
    make: () => (random) => spoil(random, id.imei(random)),
  },
  {
    kind: "milliseconds + serial",
    of: ["imei", "imsi"],
    headers: orderHeaders,
    misleading: ["device_order"],
    make: () => (random) => `${1_600_000_000_000 + random.below(150_000_000_000)}${two(random.below(100))}`,
  },
  {
    kind: "fifteen digits from 46",
    of: ["imsi"],
    headers: ["contract_no", "合同号"],
    misleading: ["sim_order"],
    make: () => (random) => `46${1 + random.below(9)}${random.digits(12)}`,
  },
  {
    kind: "ICCID, wrong check",
    of: ["iccid"],
    headers: ["box_no", "箱号"],
    misleading: ["sim_batch"],
    make: () => (random) => spoil(random, id.iccid(random)),
  },
  {
    kind: "twenty digits",
    of: ["iccid"],
    headers: ["invoice_no", "全电发票号码"],
    misleading: ["卡板号"],
    make: () => (random) => `2${random.pick(["3", "4", "5"])}${random.digits(18)}`,
  },
  {
    kind: "nineteen digits from 89",
    of: ["iccid", "bank-card"],
    headers: ["package_no", "包裹号"],
    misleading: ["card_batch"],
    make: () => (random) => `89${random.pick(["1", "5", "7"])}${random.digits(16)}`,
  },
  {
    kind: "credit code, wrong check",
    of: ["cn-uscc"],
    headers: ["registration", "登记编号"],
    misleading: ["code"],
    make: () => (random) => spoil(random, id.creditCode(random), "0123456789ABCDEFGH"),
  },
  {
    kind: "organisation code, wrong check",
    of: ["cn-org-code"],
    headers: ["part_no", "图号"],
    misleading: ["code"],
    make: () => (random) => spoil(random, id.organisationCode(random), "0123456789X"),
  },
  {
    kind: "amount",
    of: ["coordinate", "financial-term"],
    headers: ["amount", "金额", "price"],
    misleading: ["total"],
    make: () => (random) => (random.below(10_000_000) / 100).toFixed(2),
  },
  {
    kind: "ratio",
    of: ["coordinate"],
    headers: ["score", "ratio", "指标值"],
    misleading: ["position"],
    make: () => (random) => (random.below(1_000_000) / 1_000_000).toFixed(6),
  },
  {
    kind: "rate near a longitude",
    of: ["coordinate"],
    headers: ["close_price", "温度", "reading"],
    misleading: ["level"],
    make: () => (random) => (80 + random.below(500_000) / 10_000).toFixed(4),
  },
  {
    kind: "count",
    of: ["cn-tw-permit", "imsi"],
    headers: ["count", "库存", "qty"],
    misleading: ["people"],
    make: () => (random) => String(random.below(10 ** (1 + random.below(8)))),
  },
  {
    kind: "recent day",
    of: ["birth-date", "cn-tw-permit"],
    headers: ["created_at", "下单日期", "update_time"],
    misleading: ["注册日期", "hire_date"],
    make: (column) => {
      const isCompact = column.chance(0.4);
      return (random) => (isCompact ? compactDate(random, 2018, 2025) : isoDate(random, 2018, 2025));
    },
  },
  {
    kind: "moment",
    of: ["birth-date"],
    headers: ["created_at", "操作时间", "last_login"],
    misleading: ["birth_record_time"],
    make: () => moment,
  },
  {
    kind: "month",
    of: ["birth-date"],
    headers: ["month", "账期", "period"],
    misleading: ["birth_month_stat"],
    make: () => (random) => `20${10 + random.below(16)}-${two(1 + random.below(12))}`,
  },
  {
    kind: "goods number, Luhn passes",
    of: ["bank-card", "imei"],
    headers: ["sku", "商品编码"],
    misleading: ["item_card"],
    make: () => (random) => {
      const body = `69${random.digits(9)}`;
      return body + luhnCheck(body);
    },
  },
  {
    kind: "tax number of 15",
    of: ["cn-uscc", "imei"],
    headers: ["old_tax_no", "税务登记号"],
    misleading: ["登记号"],
    make: () => (random) => `${random.pick(regions)[0]}${random.digits(9)}`,
  },
  {
    kind: "eighteen characters",
    of: ["cn-uscc", "vin"],
    headers: ["serial", "序列号"],
    misleading: ["license"],
    make: () => (random) => {
      const body = `91${random.text(15, "0123456789ABCDEFGHJKLMNPQRTUWXY")}`;
      return spoil(random, body + creditCheck(body), "0123456789ABCDEFGH");
    },
  },
];
