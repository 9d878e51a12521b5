import { nameReasons } from "../model/index.ts";

/** What a word in a resource's name hints at. Hints only: they lead to a review, never to a requirement not met. */
export interface NameWord {
  readonly hint: "personal" | "sensitive-personal";
  /** Whole words of a name in Latin letters; a plural `s` and a trailing `db`, `data`, `info`, `list` are seen through. */
  readonly latin: readonly string[];
  /** Parts of a name in Chinese characters, which has no gaps between words. */
  readonly chinese: readonly string[];
  readonly why: string;
}

/**
 * Sources: PIPL (in force 2021-11-01), article 4 on personal and article 28 on sensitive personal information;
 * GB/T 35273-2020, annexes A and B, for the examples. Pinyin as it is common in names of tables and buckets.
 */
export const nameWords: readonly NameWord[] = [
  {
    hint: "personal",
    latin: ["crm", "customer", "consumer", "subscriber", "guest", "passenger", "kehu"],
    chinese: ["客户", "顾客", "消费者", "旅客", "乘客"],
    why: nameReasons.customers.en,
  },
  {
    hint: "personal",
    latin: ["member", "membership", "loyalty", "user", "huiyuan", "yonghu"],
    chinese: ["会员", "用户"],
    why: nameReasons.members.en,
  },
  {
    hint: "personal",
    latin: ["hr", "hris", "hrms", "employee", "staff", "personnel", "resume", "recruitment", "candidate", "yuangong"],
    chinese: ["员工", "职工", "人事", "人力资源", "简历", "招聘"],
    why: nameReasons.staff.en,
  },
  {
    hint: "personal",
    latin: ["pii", "contact", "phonebook", "address-book", "mobile-number", "questionnaire", "student"],
    chinese: ["个人信息", "通讯录", "联系人", "手机号", "学生", "家长", "业主"],
    why: nameReasons.contacts.en,
  },
  {
    hint: "sensitive-personal",
    latin: [
      "patient",
      "medical",
      "ehr",

      "clinical",
      "prescription",
      "diagnosis",
      "genome",
      "huanzhe",
      "bingli",
    ],
    chinese: ["患者", "病人", "病历", "医疗", "就诊", "处方", "体检", "基因"],
    why: nameReasons.health.en,
  },
  {
    hint: "sensitive-personal",
    latin: ["kyc", "idcard", "id-card", "passport", "identity-card", "shenfenzheng"],
    chinese: ["身份证", "护照", "实名", "证件照"],
    why: nameReasons.identity.en,
  },
  {
    hint: "sensitive-personal",
    latin: ["biometric", "face-feature", "faceid", "voiceprint"],
    chinese: ["人脸", "指纹", "声纹", "虹膜", "生物识别"],
    why: nameReasons.biometrics.en,
  },
  {
    hint: "sensitive-personal",
    latin: ["payroll", "salary", "bankcard", "bank-card", "cardholder", "credit-report", "gongzi"],
    chinese: ["薪资", "工资", "薪酬", "银行卡", "征信", "信用报告"],
    why: nameReasons.finance.en,
  },
  {
    hint: "sensitive-personal",
    latin: ["children", "whereabouts", "gps-track", "location-history"],
    chinese: ["未成年", "儿童", "行踪", "轨迹"],
    why: nameReasons.children.en,
  },
];

/**
 * Runs of words that mean something else, whatever single words they hold: `customer-managed-key`.
 * Left out of the table above for the same reason: `emr` (a data platform of two clouds), `cv` (computer vision).
 */
export const misleadingRuns: readonly string[] = [
  "user-agent",
  "user-data-script",
  "user-guide",
  "user-manual",
  "user-interface",
  "user-defined",
  "user-pool-template",
  "customer-managed",
  "customer-gateway",
  "customer-provided",
  "customer-key",
  "member-server",
  "service-user",
  "service-account",
  "guest-os",
  "guest-additions",
  "guest-agent",
  "instance-profile",
  "hardware-profile",
  "profile-template",
  "contact-center-template",
  "release-candidate",
];

/** Words that say the store holds the machine's own things: with one of these in a name, the rest hints at nothing. */
export const technicalWords: readonly string[] = [
  "terraform",
  "tfstate",
  "tf-state",
  "pulumi",
  "cloudformation",
  "cfn",
  "cdk",
  "useragent",
  "userdatascript",
  "log",
  "logging",
  "cloudtrail",
  "flowlog",
  "template",
  "script",
  "artifact",
  "artefact",
  "codebuild",
  "codepipeline",
  "source-code",
  "lambda",
  "frontend",
  "ui",
];

export const technicalChinese: readonly string[] = ["日志", "脚本", "模板", "手册", "指南", "源码"];
