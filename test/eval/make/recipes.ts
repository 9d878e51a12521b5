import type { Random } from "../../support/seeded-random.ts";
import { credit, diagnoses, prescriptions, secrets, survey } from "../lists/terms.ts";
import * as words from "../lists/words.ts";
import type { Script } from "./content.ts";
import { isoDate, moment } from "./dates.ts";
import * as id from "./identifiers.ts";
import type { Label } from "./label.ts";
import { officeRecipes } from "./office-recipes.ts";
import { chineseName, homeAddress, traditionalName } from "./people.ts";
import { type Recipe, table } from "./recipe.ts";
import { secretRecipes } from "./secret-recipes.ts";
import { latitude, longitude, makers, type Value } from "./values.ts";

const both: readonly Script[] = ["simplified", "traditional"];
const one: readonly Script[] = ["simplified"];

const made = (random: Random, label: Label): Value => makers[label](random);
const name = (script: Script): Value => (script === "simplified" ? chineseName : traditionalName);
const goods =
  (script: Script): Value =>
  (random) =>
    random.pick(script === "simplified" ? words.goods : words.traditionalGoods);
const amount: Value = (random) => (random.below(1_000_000) / 100).toFixed(2);
const state: Value = (random) => random.pick(["PAID", "OPEN", "CLOSED", "SHIPPED", "FAILED"]);
const counter = (from: number): Value => {
  let at = from;
  return () => String(++at);
};
const orderNumber: Value = (random) => `${moment(random).replaceAll(/\D/g, "")}${random.digits(5)}`;
const sentences = (script: Script): readonly string[] =>
  script === "simplified"
    ? [...words.chineseSentences, ...words.sentences]
    : [...words.traditionalSentences, ...words.sentences];
const prose = (random: Random, script: Script, count: number): string[] =>
  Array.from({ length: count }, () => random.pick(sentences(script)));

const nothing: readonly Recipe[] = [
  table("goods", "unclassified", both, "products", (_, script) => ({
    "sku|item_code": (random) => `${random.text(2, "ABCDEFGHJK")}-${random.digits(5)}`,
    "product|goods": goods(script),
    "price|unit_price": amount,
    "stock|qty": (random) => String(random.below(5000)),
    "created_at|updated_at": moment,
  })),
  table("orders", "unclassified", both, "orders", (_, script) => ({
    "order_no|trade_no": orderNumber,
    "goods|item": goods(script),
    "total|amount": amount,
    "status|state": state,
    "paid_at|created_at": moment,
  })),
  table("waybills", "unclassified", both, "waybills", (random) => ({
    "waybill|tracking_no": (one) => `62${one.digits(14)}`,
    "weight|kg": (one) => (one.below(5000) / 100).toFixed(2),
    "batch|lot": counter(10_000_000_000 + random.below(1_000_000)),
    "status|state": state,
  })),
  table("metrics", "unclassified", both, "metrics", () => ({
    "ts|time": (random) => String(1_700_000_000_000 + random.below(90_000_000_000)),
    "service|app": (random) => random.pick(words.services),
    "p99|latency": (random) => (random.below(1_000_000) / 1000).toFixed(3),
    "ratio|hit_rate": (random) => (random.below(1_000_000) / 1_000_000).toFixed(6),
    "trace|trace_id": (random) => random.text(32, "0123456789abcdef"),
  })),
  table("cases", "unclassified", both, "cases", (random) => {
    const region = random.pick(["440305", "110108", "310115"]);
    return {
      "case_no|file_no": (one) => `${region}${isoDate(one, 2015, 2024).replaceAll("-", "")}${one.digits(4)}`,
      "step|phase": (one) => String(1 + one.below(9)),
      "status|state": state,
      "closed_at|updated_at": moment,
    };
  }),
  {
    id: "prose",
    class: "unclassified",
    scripts: both,
    make: (random, script) => ({
      title: script === "simplified" ? "项目周报" : "專案週報",
      paragraphs: prose(random, script, 20),
      sheets: [],
    }),
  },
  {
    id: "code",
    class: "unclassified",
    scripts: both,
    make: (random) => ({
      title: "Source notes",
      paragraphs: Array.from({ length: 40 }, () => random.pick(words.codeLines)),
      sheets: [],
    }),
  },
  {
    id: "talk of secrecy",
    class: "unclassified",
    scripts: one,
    make: (random) => ({
      title: "保密协议签署情况说明",
      paragraphs: [
        ...prose(random, "simplified", 8),
        ...Array.from({ length: 8 }, () => `本次会议讨论了${random.pick(words.secrecyTalk)}的相关安排。`),
      ],
      sheets: [],
    }),
  },
];

const personal: readonly Recipe[] = [
  table("contacts", "personal", both, "contacts", (random, script) => ({
    [script === "simplified" ? "姓名|联系人|name|xm" : "姓名|name"]: name(script),
    [script === "simplified" ? "手机号|mobile|phone_no|sjh" : "手機|mobile"]: made(random, "cn-mobile"),
    "email|mail": made(random, "email"),
    "status|state": state,
  })),
  table("parcels", "personal", one, "parcels", (random) => ({
    "waybill|tracking_no": (each) => `SF${each.digits(13)}`,
    "收件人|consignee": chineseName,
    "收件电话|receiver_phone|lxdh": made(random, "cn-mobile"),
    "收货地址|ship_address": homeAddress,
  })),
  table("newsletter", "personal", both, "subscribers", (random) => ({
    "email|mail": made(random, "email"),
    "topic|list": (one) => one.pick(words.services),
    "subscribed_at|created_at": moment,
  })),
  table("vehicles", "personal", one, "vehicles", (random) => ({
    "车牌号|plate_no|cphm": made(random, "cn-plate"),
    "颜色|color": (each) => each.pick(words.colours),
    "entered_at|time": moment,
  })),
  {
    id: "letter with a phone number",
    class: "personal",
    scripts: both,
    make: (random, script) => {
      const [who, call] = script === "simplified" ? ["姓名", "手机号"] : ["姓名", "手機"];
      const forms = Array.from({ length: 12 }, () => `${who}：${name(script)(random)}，${call}：${id.mobile(random)}`);
      return {
        title: script === "simplified" ? "活动报名表" : "活動報名表",
        paragraphs: [...prose(random, script, 4), ...forms],
        sheets: [],
      };
    },
  },
];

const sensitive: readonly Recipe[] = [
  table("customers", "sensitive-personal", both, "customers", (random, script) => ({
    [script === "simplified" ? "姓名|客户姓名|name" : "姓名|name"]: name(script),
    [script === "simplified" ? "身份证号|id_card|sfzh|证件号码" : "身分證號|id_card"]: (one) => id.residentId(one),
    [script === "simplified" ? "手机号|mobile" : "手機|mobile"]: made(random, "cn-mobile"),
    "created_at|updated_at": moment,
  })),
  table("ids under a plain name", "sensitive-personal", both, "verification", () => ({
    "request|seq": counter(1_000_000),
    "value|key_1|col_b": (one) => id.residentId(one),
    "result|state": state,
  })),
  table("cards", "sensitive-personal", both, "payments", (random) => ({
    "trade_no|order_no": orderNumber,
    "card_no|bank_card": made(random, "bank-card"),
    "total|amount": amount,
  })),
  table("travellers", "sensitive-personal", both, "travellers", (random, script) => ({
    "name|passenger_name": name(script),
    "passport_no|passport": id.passport,
    "birthday|dob": made(random, "birth-date"),
    "flight|route": (one) => `${one.pick(["CA", "MU", "CZ", "HU"])}${one.digits(4)}`,
  })),
  table("Hong Kong customers", "sensitive-personal", both, "hk_customers", (random, script) => ({
    "name|real_name": name(script),
    "hkid|hkid_no": made(random, "hkid"),
    "status|state": state,
  })),
  table("Taiwan customers", "sensitive-personal", both, "tw_customers", (random, script) => ({
    "name|real_name": name(script),
    "tw_id|national_id": made(random, "tw-id"),
    "email|mail": made(random, "email"),
  })),
  table("patients", "sensitive-personal", one, "patients", (random) => ({
    "姓名|患者姓名": chineseName,
    "手机号|联系电话": made(random, "cn-mobile"),
    "诊断|诊断结果|diagnosis": (each) => each.pick(diagnoses),
    "处方|用药": (each) => each.pick(prescriptions),
    "就诊时间|visited_at": moment,
  })),
  table("loans", "sensitive-personal", one, "loans", (random) => ({
    "姓名|借款人": chineseName,
    "手机号|mobile": made(random, "cn-mobile"),
    "征信记录|信贷业务": (each) => each.pick(credit),
    "余额|贷款余额": amount,
  })),
  table("tracks", "sensitive-personal", both, "tracks", (random) => ({
    "mobile|phone": made(random, "cn-mobile"),
    "lng|longitude": longitude,
    "lat|latitude": latitude,
    "gps_time|located_at": moment,
  })),
  {
    id: "form",
    class: "sensitive-personal",
    scripts: both,
    make: (random, script) => {
      const label = script === "simplified" ? "身份证号" : "身分證號";
      const forms = Array.from(
        { length: 8 },
        () => `姓名：${name(script)(random)}，${label}：${id.residentId(random)}。`,
      );
      return {
        title: script === "simplified" ? "入职登记表" : "入職登記表",
        paragraphs: [...prose(random, script, 5), ...forms],
        sheets: [],
      };
    },
  },
];

const important: readonly Recipe[] = [
  table("control points", "suspected-important", one, "control_points", () => ({
    "点名|控制点": (random) => `${random.pick(survey)}${random.digits(3)}`,
    "经度|longitude": (random) => `${longitude(random)}${random.digits(3)}`,
    "纬度|latitude": (random) => `${latitude(random)}${random.digits(3)}`,
    "高程|height": (random) => (random.below(400_000) / 100).toFixed(3),
  })),
  table("sequences", "suspected-important", both, "samples", (random) => ({
    "sample|sample_no": (one) => `S${one.digits(6)}`,
    "dna_sequence|genome_seq": made(random, "genome"),
    "read_at|created_at": moment,
  })),
];

export const recipes: readonly Recipe[] = [
  ...nothing,
  ...personal,
  ...sensitive,
  ...important,
  ...secretRecipes(prose, secrets),
  ...officeRecipes(prose),
];
