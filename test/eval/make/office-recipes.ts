import type { Random } from "../../support/seeded-random.ts";
import { credit, prescriptions } from "../lists/terms.ts";
import * as words from "../lists/words.ts";
import type { Script } from "./content.ts";
import { moment } from "./dates.ts";
import * as id from "./identifiers.ts";
import { masked } from "./masked.ts";
import { chineseName, homeAddress, pinyinName } from "./people.ts";
import { type Recipe, sheetOf, type TrueClass, table } from "./recipe.ts";
import { latitude, longitude, makers, type Value } from "./values.ts";

type Prose = (random: Random, script: Script, count: number) => string[];

const simplified: readonly Script[] = ["simplified"];
const amount: Value = (random) => (random.below(3_000_000) / 100).toFixed(2);
const user: Value = (random) => String(100_000 + random.below(900_000));
const hash: Value = (random) => random.text(32, "0123456789abcdef");

/** What offices hold besides registers: pay, classes, accounts, catalogues, shops, contracts, letters. */
export function officeRecipes(prose: Prose): readonly Recipe[] {
  return [...sheets(), ...papers(prose), ...books()];
}

function sheets(): readonly Recipe[] {
  return [
    table("pay", "sensitive-personal", simplified, "payroll", () => ({
      "工号|staff_no": (random) => `E${random.digits(5)}`,
      "姓名|name": chineseName,
      "部门|department": (random) => random.pick(words.departments),
      "工资|应发工资|salary": amount,
    })),
    table("class list", "sensitive-personal", simplified, "class_list", (random) => ({
      "学生姓名|儿童姓名": chineseName,
      "监护人电话|家长手机号": makers["cn-mobile"](random),
      "班级|class_name": (each) => `${1 + each.below(6)}年级${1 + each.below(9)}班`,
    })),
    table("accounts and passwords", "sensitive-personal", simplified, "accounts", (random) => ({
      "email|邮箱": makers.email(random),
      "password|password_hash|密码": hash,
      "created_at|updated_at": moment,
    })),
    table("devices", "personal", simplified, "devices", (random) => ({
      imei: makers.imei(random),
      "model|型号": (each) => each.pick(["X10", "Mate 60", "K70", "V30 Pro", "Find X"]),
      "activated_at|time": moment,
    })),
    table("masked callers", "personal", simplified, "callers", () => ({
      "手机号|mobile": (random) => masked("cn-mobile", id.mobile(random)),
      "called_at|time": moment,
      "seconds|duration": (random) => String(random.below(3000)),
    })),
    table("medicine store", "unclassified", simplified, "drug_stock", () => ({
      "药品|drug": (random) => random.pick(prescriptions),
      "库存|stock": (random) => String(random.below(9000)),
      "单价|price": amount,
    })),
    table("loan products", "unclassified", simplified, "loan_products", () => ({
      "业务类型|product": (random) => random.pick(credit),
      "利率|rate": (random) => (random.below(2000) / 100).toFixed(2),
      "updated_at|created_at": moment,
    })),
    table("shops", "unclassified", simplified, "shops", () => ({
      "门店编号|shop_no": (random) => `S${random.digits(4)}`,
      "lng|经度": longitude,
      "lat|纬度": latitude,
      "品牌|brand": (random) => random.pick(words.brands),
    })),
    table("suppliers", "unclassified", simplified, "suppliers", (random) => ({
      "供应商|公司名称": (each) => each.pick(words.companies),
      "统一社会信用代码|credit_code": id.creditCode,
      "办公电话|固定电话": makers["cn-landline"](random),
    })),
    table("access log", "unclassified", simplified, "access", (random) => ({
      "ts|time": moment,
      "client_ip|remote_addr": makers["ip-address"](random),
      "path|url": (each) => `/api/v${1 + each.below(3)}/${each.pick(words.services)}/${each.digits(6)}`,
      "status|code": (each) => each.pick(["200", "301", "404", "500"]),
    })),
    table("attributes of users", "personal", simplified, "profiles", () => ({
      "user_id|uid": user,
      "age|年龄": (random) => String(18 + random.below(60)),
      "gender|性别": (random) => random.pick(["男", "女"]),
      "level|等级": (random) => String(random.below(9)),
    })),
  ];
}

function papers(prose: Prose): readonly Recipe[] {
  const paper = (
    recipe: string,
    held: TrueClass,
    title: string,
    lines: (random: Random) => readonly string[],
  ): Recipe => ({
    id: recipe,
    class: held,
    scripts: simplified,
    make: (random) => ({
      title,
      paragraphs: [...prose(random, "simplified", 3), ...lines(random), ...prose(random, "simplified", 3)],
      sheets: [],
    }),
  });
  return [
    paper("contract", "personal", "采购合同", (random) => [
      `甲方：${random.pick(words.companies)}，统一社会信用代码：${id.creditCode(random)}`,
      `联系人：${chineseName(random)}，联系电话：${id.mobile(random)}`,
      `乙方：${random.pick(words.companies)}，统一社会信用代码：${id.creditCode(random)}`,
    ]),
    paper("contract of companies", "unclassified", "框架协议", (random) => [
      `甲方：${random.pick(words.companies)}，统一社会信用代码：${id.creditCode(random)}`,
      `乙方：${random.pick(words.companies)}，统一社会信用代码：${id.creditCode(random)}`,
      `双方签署保密协议，协议编号 ${random.text(2, "ABCD")}-${random.digits(6)}，服务热线 400-${random.digits(3)}-${random.digits(4)}。`,
    ]),
    paper("chat", "personal", "客服对话记录", (random) => [
      `客户：你好，我的手机号是${id.mobile(random)}，请尽快回电。`,
      "客服：好的，已经登记，请保持电话畅通。",
      `客户：也可以发邮件到 ${pinyinName(random).toLowerCase().replace(" ", ".")}${random.digits(3)}@163.com`,
    ]),
    paper("record of a case", "sensitive-personal", "调解笔录", (random) => [
      `申请人${chineseName(random)}，身份证号码${id.residentId(random)}，住${homeAddress(random)}。`,
      `被申请人${chineseName(random)}，身份证号码${id.residentId(random)}，住${homeAddress(random)}。`,
    ]),
    paper("health note", "sensitive-personal", "出院小结", (random) => [
      `患者姓名：${chineseName(random)}，住院号：${random.digits(8)}，联系电话：${id.mobile(random)}`,
      `诊断：2型糖尿病，原发性高血压。处理：${random.pick(prescriptions)}，每日一次，门诊随访。`,
    ]),
    paper("exam notice", "unclassified", "考务工作安排", (random) => [
      `考点共设 ${10 + random.below(50)} 个考场，试卷由专人押运，工作人员须签署保密承诺书。`,
      `应急值班电话 400-${random.digits(3)}-${random.digits(4)}。`,
    ]),
  ];
}

/** Of several tables the strictest counts, wherever it stands. */
function books(): readonly Recipe[] {
  return [
    {
      id: "customers behind goods",
      class: "sensitive-personal",
      scripts: simplified,
      isBook: true,
      make: (random) => ({
        title: "export",
        paragraphs: [],
        sheets: [
          sheetOf(
            random,
            "products",
            { sku: (each) => each.digits(6), product: (each) => each.pick(words.goods), price: amount },
            300,
          ),
          sheetOf(random, "orders", { order_no: (each) => `7${each.digits(18)}`, total: amount, paid_at: moment }, 300),
          sheetOf(
            random,
            "clients",
            { name: chineseName, cert_no: (each) => id.residentId(each), level: (each) => each.digits(1) },
            40,
          ),
        ],
      }),
    },
    {
      id: "patients apart from persons",
      class: "unclassified",
      scripts: simplified,
      isBook: true,
      make: (random) => ({
        title: "statistics",
        paragraphs: [],
        sheets: [
          sheetOf(
            random,
            "by_month",
            { month: (each) => `2025-0${1 + each.below(9)}`, visits: (each) => each.digits(4) },
            30,
          ),
          sheetOf(random, "by_drug", { drug: (each) => each.pick(prescriptions), sold: (each) => each.digits(3) }, 30),
        ],
      }),
    },
  ];
}
