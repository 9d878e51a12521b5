import type { Text } from "./text.ts";

/**
 * Why a word in a name hints at a class. Sources: PIPL (in force 2021-11-01), article 4 on personal and article 28 on sensitive
 * personal information; GB/T 35273-2020, annex B.
 */
export const nameReasons = {
  customers: {
    en: "records of customers identify natural persons (PIPL 4)",
    zh: "客户记录可识别自然人（《个人信息保护法》第四条）",
  },
  members: {
    en: "accounts of members and users identify natural persons (PIPL 4)",
    zh: "会员、用户账号可识别自然人（《个人信息保护法》第四条）",
  },
  staff: {
    en: "staff and applicants are natural persons (PIPL 4)",
    zh: "员工、应聘者为自然人（《个人信息保护法》第四条）",
  },
  contacts: {
    en: "contact data identifies natural persons (PIPL 4)",
    zh: "联系信息可识别自然人（《个人信息保护法》第四条）",
  },
  health: {
    en: "medical health is sensitive (PIPL 28)",
    zh: "医疗健康信息属于敏感个人信息（《个人信息保护法》第二十八条）",
  },
  identity: {
    en: "identity documents are sensitive by their likely harm (PIPL 28; GB/T 35273-2020 annex B)",
    zh: "身份证件信息泄露易造成损害，属于敏感个人信息（《个人信息保护法》第二十八条；GB/T 35273-2020 附录B）",
  },
  biometrics: {
    en: "biometric recognition is sensitive (PIPL 28)",
    zh: "生物识别信息属于敏感个人信息（《个人信息保护法》第二十八条）",
  },
  finance: {
    en: "financial accounts and property are sensitive (PIPL 28; GB/T 35273-2020 annex B)",
    zh: "金融账户和财产信息属于敏感个人信息（《个人信息保护法》第二十八条；GB/T 35273-2020 附录B）",
  },
  children: {
    en: "children under fourteen and whereabouts are sensitive (PIPL 28)",
    zh: "不满十四周岁未成年人的个人信息和行踪轨迹属于敏感个人信息（《个人信息保护法》第二十八条）",
  },
} as const satisfies Readonly<Record<string, Text>>;
