/** What a hospital's, a lender's, a surveyor's tables say; common words of each trade, written by hand. */
export const diagnoses = list(
  "2型糖尿病 原发性高血压 冠心病 急性支气管炎 慢性胃炎 肺结核 乙型病毒性肝炎 抑郁症 精神分裂症 脑梗死 胃恶性肿瘤 乳腺癌 肺癌 艾滋病 甲状腺结节 腰椎间盘突出症 类风湿关节炎 慢性肾功能不全 哮喘 心房颤动 妊娠期糖尿病 白血病 癫痫 帕金森病 阿尔茨海默病",
);
export const prescriptions = list(
  "阿莫西林胶囊 二甲双胍片 阿司匹林肠溶片 硝苯地平缓释片 奥美拉唑肠溶胶囊 胰岛素注射液 左氧氟沙星片 阿托伐他汀钙片 布洛芬缓释胶囊 头孢克肟",
);
export const operations = list("阑尾切除术 剖宫产术 冠状动脉支架植入术 胆囊切除术 白内障手术 人工髋关节置换术");

export const credit = list(
  "征信报告查询 贷款逾期30天 信用卡逾期 不良贷款 房贷余额 消费贷款审批通过 授信额度调整 征信异议 担保贷款 信贷审批 逾期催收 呆账核销 信用卡分期 个人征信查询 抵押贷款 还款计划变更 银行流水异常 贷款余额结清",
);

/** Surveying: what says that positions were measured precisely, and for what. */
export const survey = list(
  "像控点 控制点成果 高精地图 点云数据 数字高程模型 航空摄影测量 遥感影像 国家大地坐标系 测绘成果 高程异常 三角点 水准点",
);

export const secrets = ["绝密★长期", "机密★20年", "秘密★10年", "机密★", "绝密★30年", "秘密★5年"];

/** Brands are no part of it: the words by which a mark would be looked for, in sentences. */
function list(text: string): readonly string[] {
  return text.split(" ");
}
