/**
 * Words of diagnoses, medication, examinations and records of patients. By hand: common diagnoses after the chapters of ICD-10 (WHO;
 * national version GB/T 14396-2016), names of drugs by their international names, parts of records after the national rules for
 * medical records. Words that shops, menus and manuals use as well (医院, 检查, 手术台, health) are left out.
 */
export const medicalTerms: readonly string[] =
  // Records and acts
  (
    "病历 电子病历 住院号 门诊号 病案号 病案首页 就诊记录 就诊卡号 主诉 现病史 既往史 家族史 过敏史 婚育史 月经史 体格检查 入院诊断 出院诊断 初步诊断 临床诊断 病理诊断 诊断证明 诊断结果 确诊 核酸检测 抗原检测 疫苗接种 " +
    "医嘱 长期医嘱 临时医嘱 处方 处方笺 用药记录 手术记录 麻醉记录 护理记录 病程记录 会诊记录 出院小结 出院记录 入院记录 检验报告 检验结果 影像报告 影像所见 病理报告 体检报告 化验单 血常规 尿常规 肝功能 肾功能 " +
    "血糖 糖化血红蛋白 空腹血糖 血脂 甘油三酯 胆固醇 肌酐 尿酸 转氨酶 白细胞 红细胞 血红蛋白 血小板 心电图 脑电图 胃镜 肠镜 支气管镜 核磁共振 磁共振 增强扫描 胸部平扫 彩超 超声所见 穿刺活检 骨密度 " +
    "收缩压 舒张压 患者姓名 患者 病人 住院 出院 主治医师 责任护士 床位号 病区 预产期 孕周 末次月经 流产史 分娩 剖宫产 试管婴儿 " +
    // Infections
    "艾滋病 艾滋病病毒 梅毒 淋病 尖锐湿疣 乙肝 乙型肝炎 丙肝 丙型肝炎 甲型肝炎 肺结核 结核病 新型冠状病毒 新冠肺炎 流行性感冒 登革热 疟疾 狂犬病 麻疹 水痘 手足口病 带状疱疹 败血症 伤寒 霍乱 鼠疫 布鲁氏菌病 血吸虫病 " +
    // Tumours
    "恶性肿瘤 良性肿瘤 肺癌 肝癌 胃癌 食管癌 结肠癌 直肠癌 结直肠癌 乳腺癌 宫颈癌 卵巢癌 子宫内膜癌 前列腺癌 膀胱癌 肾癌 胰腺癌 甲状腺癌 鼻咽癌 白血病 淋巴瘤 骨髓瘤 黑色素瘤 脑胶质瘤 子宫肌瘤 肺结节 甲状腺结节 化疗 放疗 靶向治疗 " +
    // Blood, endocrine, mind, nerves
    "贫血 血友病 血小板减少 2型糖尿病 1型糖尿病 糖尿病 妊娠期糖尿病 糖尿病肾病 甲状腺功能亢进 甲亢 甲状腺功能减退 甲减 桥本甲状腺炎 高脂血症 痛风 肥胖症 骨质疏松 多囊卵巢综合征 " +
    "抑郁症 抑郁状态 双相情感障碍 精神分裂症 焦虑症 焦虑状态 强迫症 孤独症 自闭症 多动症 失眠症 阿尔茨海默病 痴呆 帕金森病 癫痫 偏头痛 脑梗死 脑梗塞 脑出血 脑卒中 蛛网膜下腔出血 多发性硬化 重症肌无力 面神经炎 " +
    // Heart, lungs, gut, skin, joints, kidneys
    "高血压 高血压病 冠心病 冠状动脉粥样硬化 心肌梗死 心肌梗塞 心绞痛 心力衰竭 心律失常 心房颤动 房颤 心肌炎 先天性心脏病 动脉瘤 静脉曲张 深静脉血栓 低血压 " +
    "肺炎 支气管炎 哮喘 支气管哮喘 慢性阻塞性肺疾病 慢阻肺 肺气肿 肺栓塞 气胸 呼吸衰竭 上呼吸道感染 扁桃体炎 鼻窦炎 过敏性鼻炎 中耳炎 " +
    "胃炎 慢性胃炎 胃溃疡 十二指肠溃疡 胃食管反流 幽门螺杆菌 阑尾炎 胆囊炎 胆结石 胰腺炎 肝硬化 脂肪肝 克罗恩病 溃疡性结肠炎 肠梗阻 痔疮 消化道出血 腹股沟疝 " +
    "湿疹 荨麻疹 银屑病 牛皮癣 白癜风 特应性皮炎 红斑狼疮 类风湿关节炎 强直性脊柱炎 骨关节炎 椎间盘突出 腰椎间盘突出 颈椎病 骨折 半月板损伤 肩周炎 " +
    "肾炎 肾结石 肾病综合征 肾功能不全 肾衰竭 尿毒症 血液透析 尿路感染 前列腺增生 前列腺炎 不孕症 不育症 阳痿 勃起功能障碍 子宫内膜异位症 盆腔炎 阴道炎 宫外孕 先兆流产 早产 妊娠 妊娠期高血压 唐氏综合征 唐氏筛查 " +
    "白内障 青光眼 视网膜脱离 黄斑变性 龋齿 牙周炎 过敏性休克 药物过敏 青霉素过敏 器官移植 人工流产 基因检测报告 残疾证 " +
    // Medication
    "阿莫西林 头孢 青霉素 阿奇霉素 左氧氟沙星 甲硝唑 布洛芬 对乙酰氨基酚 阿司匹林 氯吡格雷 华法林 二甲双胍 胰岛素 格列美脲 阿卡波糖 氨氯地平 硝苯地平 缬沙坦 厄贝沙坦 美托洛尔 阿托伐他汀 瑞舒伐他汀 奥美拉唑 雷贝拉唑 泼尼松 " +
    "地塞米松 左甲状腺素 甲巯咪唑 舍曲林 氟西汀 帕罗西汀 艾司西酞普兰 奥氮平 利培酮 喹硫平 碳酸锂 丙戊酸钠 卡马西平 阿普唑仑 地西泮 吗啡 曲马多 恩替卡韦 替诺福韦 拉米夫定 孟鲁司特 沙丁胺醇 布地奈德 甲氨蝶呤 他莫昔芬 曲妥珠单抗 " +
    // Latin letters, whole words
    "hiv aids hbv hbsag copd icd-10 icd10 hba1c ecg ekg mri "
  )
    .trim()
    .split(" ")
    .concat([
      "diabetes",
      "hypertension",
      "diagnosis",
      "prescription",
      "medical record",
      "medical history",
      "discharge summary",
      "chief complaint",
      "oncology",
      "chemotherapy",
      "schizophrenia",
      "hepatitis b",
      "tuberculosis",
      "metformin",
      "insulin",
      "amoxicillin",
    ]);
