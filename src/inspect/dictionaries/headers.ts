import type { DetectorId, HeaderTopic } from "../../model/index.ts";

/** Words of names of columns, and what they say of the values. */
export interface HeaderMeaning {
  readonly strong?: readonly DetectorId[];
  readonly weak?: readonly DetectorId[];
  readonly topics?: readonly HeaderTopic[];
  readonly veto?: true;
  /** English, pinyin and its abbreviations: phrases of whole words, lower case, singular, apart by commas. */
  readonly latin?: string;
  /** Simplified characters, apart by blanks. */
  readonly chinese?: string;
}

const identityPapers: readonly DetectorId[] = [
  "cn-resident-id",
  "cn-residence-permit",
  "cn-foreign-pr",
  "cn-passport",
  "cn-hm-permit",
];

/**
 * What names of columns mean. By hand, from names usual in systems of companies, hospitals, schools, banks and authorities.
 * Abbreviations of two letters in pinyin are weak at most and never a topic: `kh` is a card number, a customer or kilometres per hour.
 */
export const headerMeanings: readonly HeaderMeaning[] = [
  // Persons and their papers
  {
    strong: ["cn-resident-id", "cn-residence-permit"],
    weak: ["cn-foreign-pr", "hkid", "tw-id"],
    latin:
      "id card, idcard, id card no, id card num, id card number, id card code, identity card no, identity card number, identity card, identity no, identity number, identity code, resident id, resident identity, citizen id, national id, id number, id no, id num, idno, idnum, personal id no, sfz, sfzh, sfzhm, sfzhao, shenfenzheng, shenfenzhenghao, shenfenzhenghaoma, gmsfhm, gmsfzh, gmsfzhm, gmsfz, sfzid, social security no, ssn, shbzh, shbzhm, shbxh",
    chinese:
      "身份证 身份证号 身份证号码 身份证件号 身份证件号码 居民身份证 公民身份号码 公民身份证号 居民身份证号码 身分证 身分证号 身份号码 社会保障号 社会保障号码 社保号 社保编号 居住证号 居住证号码",
  },
  {
    strong: identityPapers,
    weak: ["cn-tw-permit", "hkid", "tw-id"],
    latin:
      "zjhm, zjh, zjbh, zhengjianhao, zhengjianhaoma, sfzjhm, sfzjh, certificate no of identity, id document no, identity document",
    chinese: "证件号 证件号码 身份证明号码 有效证件号码 有效证件 证照号码 个人证件号",
  },
  {
    strong: ["cn-resident-id"],
    weak: ["cn-residence-permit", "cn-foreign-pr", "cn-passport", "cn-hm-permit", "hkid", "tw-id"],
    latin:
      "cert no, cert num, cert number, cert id, cert code, certificate no, certificate number, credential no, id code",
  },
  {
    strong: ["cn-name"],
    latin:
      "real name, full name, person name, legal name, true name, xingming, zsxm, yhxm, khxm, xsxm, hzxm, ygxm, jsxm, cyrxm, zhenshixingming, shoujianren, lianxiren, sjrxm, lxrxm, jhrxm, fdjhr, frxm, cust name, customer name, client name, contact name, contact person, linkman, link man, child name, baby name, consignee, consignee name, receiver, recipient, receiver name, recipient name, sender name, payee name, payer name, applicant name, applicant, employee name, emp name, staff name, member name, patient name, student name, stu name, buyer name, teacher name, doctor name, driver name, passenger name, guest name, holder name, card holder, cardholder, insured name, legal person, legal representative, guardian name, father name, mother name, spouse name, owner name, author name, surname, given name, family name, first name, last name, name cn, cn name, chinese name, name pinyin",
    chinese:
      "姓名 真实姓名 联络人 客户姓名 用户姓名 员工姓名 患者姓名 学生姓名 联系人 收件人 收货人 寄件人 发件人 户主 申请人 持卡人 投保人 被保险人 受益人 监护人姓名 家长姓名 法定代表人 监护人 法定监护人 家长 法人 法人代表 经办人 当事人 借款人 担保人 承租人 出租人 乘客 乘机人 乘车人 入住人 旅客 驾驶员 司机 车主 业主 医生 医师 护士 教师姓名 班主任 紧急联系人 户名 账户名 开户人 曾用名 英文名 参保人 就诊人 预约人 报名人 取件人 报案人 举报人 投诉人 缴费人 配偶 父亲 母亲 负责人 审批人 拼音姓名 姓名拼音",
  },
  {
    weak: ["cn-name"],
    latin:
      "name, xm, xming, mingzi, mingcheng, contact, lxr, sjr, shr, jjr, fjr, payee, payer, author, creator, operator, owner, manager, doctor, teacher, driver, agent, salesman, salesperson, handler, approver, created by, updated by, nick name, nickname, alias, khmc, owner by, person in charge, pi",
    chinese:
      "名字 昵称 创建人 修改人 操作人 操作员 处理人 销售员 业务员 客户经理 经理 主管 作者 签收人 客户名称 客户名 用户名称",
  },
  {
    weak: ["cn-name", "email", "cn-mobile"],
    latin: "user name, username, login name, login, login id, yhm, yonghuming",
    chinese: "用户名 登录名 登录账号 登陆账号",
  },
  {
    weak: [...identityPapers, "cn-tw-permit", "hkid", "tw-id"],
    latin: "card id, doc no, doc number, document no, document number",
    chinese: "证号 证书号码",
  },
  // Ways to reach a person
  {
    strong: ["cn-mobile"],
    weak: ["cn-landline"],
    latin:
      "mobile, mobile phone, mobile no, mobile number, mobilephone, cell, cell phone, cellphone, cellular, phone, phone no, phone number, phonenum, handphone, msisdn, shouji, shoujihao, shoujihaoma, sjh, sjhm, sjhao, yhsj, khsj, lxrsj, lxrdh, yddh, lxsj, lianxishouji, telphone, mob, bjhm",
    chinese:
      "手机 手机号 手机号码 移动电话 联系手机 本机号码 绑定手机 预留手机号 注册手机 接收手机号 主叫号码 被叫号码 对方号码",
  },
  {
    strong: ["cn-mobile", "cn-landline"],
    latin:
      "tel, tel no, telephone, telephone no, contact phone, contact tel, linktel, link tel, link phone, contact number, contact no, lxdh, lianxidianhua, dianhua, dianhuahaoma, dhhm, jtdh, jhrdh, jzdh, emergency contact phone, call number, caller, callee, calling number, called number",
    chinese:
      "电话 电话号码 联系电话 家庭电话 紧急联系电话 监护人电话 家长电话 联络电话 来电号码 去电号码 收件电话 收货电话",
  },
  {
    strong: ["cn-mobile"],
    weak: ["cn-landline", "email", "wechat-id"],
    latin: "lxfs, lianxifangshi, contact way, contact information, contact info",
    chinese: "联系方式 联络方式 紧急联系方式",
  },
  {
    strong: ["cn-landline"],
    weak: ["cn-mobile"],
    latin:
      "landline, fixed line, home phone, office phone, office tel, fax, fax no, gddh, zuoji, zhaidian, bgdh, dwdh, fixed phone, work phone",
    chinese: "固定电话 固话 座机 座机号 宅电 办公电话 单位电话 公司电话 传真 传真号码",
  },
  { weak: ["cn-mobile", "cn-landline"], latin: "sj, dh" },
  {
    strong: ["email"],
    latin:
      "email, e mail, mail, email address, mail address, mailbox, email addr, youxiang, dzyx, dzyj, youjian, mail addr",
    chinese: "邮箱 电子邮箱 电子信箱 邮箱账号 邮箱地址 电子邮件 电邮 邮件地址 联系邮箱 工作邮箱",
  },
  { weak: ["email"], latin: "yx, account mail, cc, bcc" },
  {
    strong: ["wechat-id"],
    topics: ["account"],
    latin:
      "wechat, we chat, weixin, wxid, wx id, wechat id, wechat no, openid, open id, unionid, union id, wxh, wx openid, weixinhao, wx no, alipay id, alipay user id, qq, qq no, qq number, qqh, qqhao",
    chinese: "微信 微信号 微信账号 微信昵称 QQ QQ号 QQ号码 支付宝账号 支付宝用户号",
  },
  { weak: ["wechat-id"], latin: "wx" },
  // Numbers of accounts, cards, vehicles, organisations
  {
    strong: ["bank-card"],
    latin:
      "bank card, bankcard, bank card no, card no, card number, cardno, card num, credit card, credit card no, debit card, debit card no, yhk, yhkh, yhkhm, yinhangka, yinhangkahao, kahao, yhzh, yinhangzhanghao, khzh, skzh, fkzh, gzkh, bank account, bank account no, bank acct, bank no account, pan, cc number, cc num",
    chinese:
      "银行卡 银行卡号 卡号 信用卡号 信用卡 借记卡号 储蓄卡号 银行账号 银行账户 银行帐号 收款账号 付款账号 开户账号 工资卡 工资卡号 打款账号 提现账号 还款账号 收款人账号 付款人账号 结算账号 转入账号 转出账号 对方账号",
  },
  {
    weak: ["bank-card"],
    topics: ["account"],
    latin: "account no, account number, acct no, acct number, accno, acc no, acct, zhanghao, zhh, account num",
    chinese: "账号 帐号 账户 账户号 资金账号 证券账号 公积金账号",
  },
  { weak: ["bank-card"], latin: "kh, zh, card, pay card" },
  {
    strong: ["cn-passport"],
    latin: "passport, passport no, passport number, huzhao, huzhaohao, hzhm, hzh",
    chinese: "护照 护照号 护照号码",
  },
  { weak: ["cn-passport"], latin: "hz" },
  {
    strong: ["cn-hm-permit"],
    weak: ["cn-passport", "cn-tw-permit"],
    latin: "travel permit, home return permit, hvps, gatxz, gatxzh, huixiangzheng, hxz, txz, txzh, hkmo permit",
    chinese: "通行证 通行证号 港澳通行证 回乡证 港澳居民来往内地通行证 来往内地通行证",
  },
  {
    strong: ["cn-tw-permit"],
    latin: "tbz, tbzh, taibaozheng, taiwan permit, mtp no",
    chinese: "台胞证 台胞证号 台湾居民来往大陆通行证",
  },
  {
    strong: ["cn-residence-permit"],
    latin: "residence permit, residence permit no, gatjzz",
    chinese: "港澳台居民居住证 港澳台居住证",
  },
  {
    strong: ["cn-foreign-pr"],
    latin: "foreign pr, permanent residence, prc green card, green card, wgrjlz, wgryjjlz",
    chinese: "居留证 居留证号 永久居留证 外国人永久居留证 外国人永久居留身份证 永居证 永居证号",
  },
  {
    strong: ["hkid"],
    latin: "hkid, hkid no, hk id, hong kong id, hkic",
    chinese: "香港身份证 香港身份证号码 香港居民身份证",
  },
  { strong: ["tw-id"], latin: "twid, tw id, taiwan id, national id tw", chinese: "台湾身份证 台湾身份证号" },
  {
    strong: ["cn-plate"],
    latin:
      "plate, plate no, plate number, license plate, licence plate, license no vehicle, car no, car number, carno, vehicle no, vehicle number, vehicle plate, cph, cphm, cphao, chepai, chepaihao, hphm, haopai, clhp, plate num",
    chinese: "车牌 车号 号牌 车号牌 车辆牌号 车牌号 车牌号码 号牌号码 车辆号牌 车辆牌照 牌照号",
  },
  { weak: ["cn-plate"], latin: "cp" },
  {
    strong: ["vin"],
    latin: "vin, vin code, vin no, frame no, chassis no, chassis number, cjh, cjhm, chejiahao, clsbdh, clsbm",
    chinese: "车架号 车架号码 车辆识别代号 车辆识别代码 车辆识别码",
  },
  {
    strong: ["cn-uscc"],
    weak: ["cn-org-code"],
    latin:
      "uscc, credit code, social credit code, unified social credit code, uniscid, tyshxydm, tyshxyd, shxydm, xydm, nsrsbh, tax no, tax id, taxpayer id, tax number, business licence no, business license no, yyzz, yyzzh, license code",
    chinese:
      "统一社会信用代码 统一社会信用代码证号 社会信用代码 信用代码 纳税人识别号 税号 营业执照号 营业执照号码 工商注册号",
  },
  {
    strong: ["cn-org-code"],
    weak: ["cn-uscc"],
    latin: "org code, organization code, organisation code, zzjgdm, jgdm",
    chinese: "组织机构代码 机构代码证号",
  },
  {
    weak: ["cn-resident-id"],
    topics: ["account"],
    latin:
      "driver license no, driver licence no, driving license, driving licence, jszh, jsz, jiashizheng, license number",
    chinese: "驾驶证号 驾驶证号码 驾照号 驾驶证",
  },
  // Devices and networks
  {
    strong: ["imei"],
    topics: ["device"],
    latin: "imei, imei no, imei1, imei2",
    chinese: "国际移动设备识别码",
  },
  { strong: ["imsi"], topics: ["device"], latin: "imsi", chinese: "国际移动用户识别码" },
  {
    strong: ["iccid"],
    topics: ["device"],
    latin: "iccid, sim no, sim card no, sim number, simkh",
    chinese: "SIM卡号 物联网卡号",
  },
  {
    strong: ["ip-address"],
    latin:
      "ip, ip address, ip addr, client ip, remote ip, remote addr, source ip, src ip, dst ip, login ip, register ip, user ip, x forwarded for, ipv4, ipv6, ipaddr, ipdz, peer ip, real ip",
    chinese: "IP IP地址 登录IP 客户端IP 注册IP",
  },
  {
    strong: ["mac-address"],
    latin: "mac, mac address, mac addr, macaddr, bssid, wifi mac, bluetooth mac, mac id",
    chinese: "MAC地址 物理地址 网卡地址",
  },
  {
    topics: ["device"],
    latin:
      "device id, deviceid, browser fingerprint, device no, device uuid, oaid, idfa, idfv, gaid, aaid, android id, androidid, udid, adid, advertising id, sbh, shebeihao, device fingerprint, serial no of device, openudid",
    chinese: "设备号 设备标识 设备ID 设备编号 设备指纹 广告标识符 安卓ID",
  },
  {
    topics: ["account"],
    latin:
      "user id, userid, uid, user no, user code, usr id, member id, member no, member code, vip no, customer id, customer no, cust id, cust no, client no, account id, account, buyer id, seller id, employee id, employee no, emp id, emp no, staff id, staff no, job number, gh, gonghao, yhbh, yhid, khbh, khh, hybh, huiyuanhao, student id, student no, student number, xuehao, person id, yhzhh",
    chinese:
      "用户ID 用户编号 用户标识 用户账号 校园卡号 一卡通号 饭卡号 门禁卡号 购物卡号 礼品卡号 加油卡号 油卡号 储值卡号 考勤卡号 会员号 会员编号 会员ID 会员卡号 客户号 客户编号 客户ID 工号 员工编号 员工号 学号 人员编号 账户ID",
  },
  // Places
  {
    strong: ["cn-address"],
    latin:
      "address, addr, ship to, home address, home addr, residence, residential address, ship address, shipping address, delivery address, receiver address, consignee address, mailing address, contact address, street address, detail address, address detail, full address, dizhi, xxdz, zhuzhi, zhudizhi, jtzz, jtdz, hjdz, hjszd, hkdz, lxdz, shdz, txdz, xzz, xjzd, xjzdz, jzd, jzdz, sjdz, billing address, address line, live address, household address",
    chinese:
      "地址 住址 家庭住址 家庭地址 户籍地址 户籍地 户籍所在地 户口所在地 收货地址 收件地址 寄件地址 通讯地址 通信地址 联系地址 现住址 现居住地 居住地 居住地址 常住地址 详细地址 住所 常住地 邮寄地址 详细住址 投保地址 送货地址",
  },
  {
    weak: ["cn-address"],
    latin: "dz, zz, native place, birthplace, birth place, place of birth, jiguan, jg, csd, location",
    chinese: "籍贯 出生地 地点 位置 所在地",
  },
  {
    strong: ["coordinate"],
    latin:
      "lat, lng, lon, long lat, latitude, longitude, lat lng, lnglat, lonlat, latlng, latlon, lng lat, lon lat, lat lon, gps, gps lat, gps lng, gps lon, coordinate, coordinates, coord, coords, geo point, geopoint, geo location, jingdu, weidu, jingweidu, gcj02, wgs84, bd09",
    chinese: "经度 纬度 经纬度 坐标 GPS坐标 定位坐标",
  },
  { weak: ["coordinate"], latin: "jd, wd, location point, geo, position", chinese: "定位" },
  {
    topics: ["whereabouts"],
    latin:
      "trajectory, trace route, gps track, guiji, xingzong, trip, itinerary, travel record, hotel stay, check in hotel, last location, current location, location history, visited places, route record, train no, flight no, seat no, boarding, departure station, arrival station, geohash, base station, cell id, lac ci",
    chinese:
      "轨迹 行踪 行踪轨迹 行程 行程轨迹 出行记录 住宿记录 入住酒店 入住时间 退房时间 航班号 座位号 出发站 到达站 上车地点 下车地点 乘车站 打卡位置 打卡地点 到访地点 途经地 旅居史 基站位置 实时位置 精准定位",
  },
  {
    // Of homes, not of shops.
    topics: ["demographic"],
    latin:
      "home address, home addr, residential address, residence, household address, live address, delivery address, receiver address, consignee address, shipping address, ship address, jtzz, jtdz, hjdz, hjszd, hkdz, xzz, xjzd, xjzdz, shdz, zhuzhi, zhudizhi",
    chinese:
      "住址 家庭住址 家庭地址 户籍地址 户籍所在地 户口所在地 收货地址 收件地址 现住址 现居住地 居住地址 常住地址 详细住址 送货地址",
  },
  // What a person is
  {
    strong: ["birth-date"],
    topics: ["demographic"],
    latin:
      "birthday, birth date, birthdate, date of birth, dob, birth, birth day, birth dt, csrq, chushengriqi, shengri, csny, birth year month, born",
    chinese: "出生日期 生日 出生年月 出生年月日 出生时间",
  },
  { weak: ["birth-date"], latin: "sr" },
  {
    topics: ["demographic"],
    latin:
      "age, gender, sex, xingbie, nianling, ethnic, ethnicity, minzu, marital status, marriage, marital, hyzk, hunyin, nationality, guoji, education, xueli, wenhuachengdu, degree, political status, zzmm, hobby, height cm, weight kg",
    chinese: "年龄 性别 民族 婚姻 婚姻状况 国籍 学历 文化程度 政治面貌 学位 籍贯 籍贯省 户口性质 身高 体重",
  },
  {
    topics: ["occupation"],
    latin:
      "occupation, job title, profession, employer, work unit, zhiye, gzdw, gongzuodanwei, position title, zhiwu, zhicheng",
    chinese: "职业 工作单位 职务 职称 岗位 单位名称及职务 从业单位",
  },
  {
    topics: ["religion"],
    latin: "religion, religion type, faith, religious, religious belief, faith religion, zongjiao, zjxy",
    chinese: "宗教 宗教信仰 信仰",
  },
  {
    topics: ["specific-identity"],
    latin:
      "disability, disability level, disability type, disability grade, disability card, criminal record, criminal, crime record, conviction, canji, cjzh, cjlb, cjdj, fanzui, qianke, drug addict",
    chinese:
      "残疾 残疾证号 残疾类别 残疾等级 残疾人证 犯罪记录 前科 违法犯罪记录 社区矫正 案底 违法记录 涉毒 吸毒史 吸毒 服刑 刑满释放",
  },
  {
    topics: ["intimate"],
    latin: "sexual orientation, sex orientation, sexuality, sex life, sexual history, xingquxiang",
    chinese: "性取向 性生活 性经历 性伴侣",
  },
  {
    // Of a person without doubt.
    topics: ["biometric", "account"],
    latin:
      "finger template, finger vein, palm print, palmprint, palm vein, iris code, iris template, iris image, voiceprint, voice print, face feature, face template, face embedding, face vector, face image, face photo, face encoding, facial feature, facial template, facial image, faceprint, fingerprint template, fingerprint image, fingerprint feature, fingerprint data, fingerprint minutiae, user fingerprint, biometric data, biometric template, shengwen, hongmo, rltz, rlzp, zwtz",
    chinese:
      "人脸特征 人脸照片 人脸图像 人脸模板 指纹特征 指纹模板 指纹图像 虹膜 声纹 掌纹 掌静脉 指静脉 耳廓 生物特征 面部特征",
  },
  {
    // Certificates, browsers and alerts have fingerprints too, and switches are named for recognition.
    topics: ["biometric"],
    latin:
      "fingerprint, finger print, iris, retina, face id, faceid, face token, face data, facial, biometric, biometrics, gait, ear print, renlian, zhiwen",
    chinese: "人脸 人脸识别 指纹 步态 生物识别 面部识别",
  },
  {
    topics: ["minors"],
    latin:
      "minors, is minor, child name, child id, child birthday, kid name, guardian, guardian name, guardian phone, guardian id, legal guardian, parent phone, parent mobile, student name, student, kindergarten, jhr, jhrxm, jhrdh, jhrsfzh, fdjhr, jzxm, jzdh, weichengnian, ertong, xsxm, xjh, xuejihao, baby, baby name, infant",
    chinese:
      "未成年 未成年人 儿童 儿童姓名 幼儿 婴儿 宝宝姓名 宝宝年龄 宝宝生日 孩子姓名 子女姓名 监护人 监护人姓名 监护人电话 监护人身份证号 监护关系 与监护人关系 家长 家长姓名 家长电话 学生 学生姓名 学籍号 幼儿园 班主任",
  },
  // Of goods, workplaces and machines as often as of patients.
  { weak: ["medical-term"], chinese: "检验结果 检查结果" },
  // Health
  {
    strong: ["medical-term"],
    topics: ["health"],
    latin:
      "diagnosis, diag, diag name, diagnosis name, diagnose, main diagnosis, primary diagnosis, discharge diagnosis, admission diagnosis, disease, disease name, illness, symptom, chief complaint, medical history, past history, allergy, allergies, allergy history, drug allergy, prescription, medication, medicine taken, surgery, operation name surgery, lab result, hiv result, health status, health condition, medical condition, test result medical, zhenduan, zdmc, zdjg, zyzd, cyzd, ryzd, chufang, yizhu, yongyao, bingshi, jibing, jbmc, zhengzhuang, shoushu, ssmc",
    chinese:
      "诊断 诊断名称 诊断结果 主要诊断 出院诊断 入院诊断 初步诊断 临床诊断 疾病 疾病名称 病症 症状 主诉 现病史 既往史 家族史 过敏史 药物过敏 处方 医嘱 用药 用药史 过敏药物 药敏 药敏试验 手术史 孕产史 精神状况 健康状况 健康状态 慢性病 病种 病假原因 就医记录 就诊记录 心理测评 抑郁量表 药品用法 手术 手术名称 治疗方案 检查所见 病情 病史 传染病",
  },
  {
    topics: ["health", "account"],
    latin:
      "patient, patient id, patient no, patient number, patient name, medical record, medical record no, medical record number, mrn, hospitalization no, inpatient no, outpatient no, encounter id, medical insurance no, medical card no, bingli, binglihao, blh, zyh, zyhm, mzh, jzkh, jzh, huanzhe, hzxm, ybkh, ybh, yibaokahao",
    chinese:
      "患者 患者姓名 患者编号 患者ID 病人 病人姓名 病历 病历号 病案号 住院号 住院号码 门诊号 就诊号 就诊卡号 医保卡号 健保卡号 医保号 医保编号 社保卡号",
  },
  {
    topics: ["health"],
    latin:
      "icd, icd code, icd10, icd 10, blood type, blood pressure, systolic, diastolic, heart rate, blood glucose, blood sugar, pregnancy, pregnant, hiv, hba1c, bmi, xuexing, xueya, xuetang, vaccine, vaccination, vaccine name, body temperature, physical exam",
    chinese:
      "就诊科室 血型 血压 收缩压 舒张压 心率 血糖 体检 体检结果 怀孕 孕周 末次月经 预产期 疫苗 接种 接种记录 疫苗名称 体温 化验 核酸 核酸结果 核酸检测 核酸检测结果 抗原结果 抗原检测结果 抗体检测结果",
  },
  {
    strong: ["genome"],
    topics: ["health"],
    latin:
      "genome, genotype, sequence dna, dna, rna, dna sequence, rna sequence, dna seq, rna seq, gene seq, genome seq, genome sequence, nucleotide, nucleotide sequence, base sequence, rsid, snp, gene sequence, jiyin, allele",
    chinese: "基因 基因序列 基因型 基因组 测序 测序序列 碱基序列 核酸序列",
  },
  // Money
  {
    weak: ["financial-term"],
    topics: ["finance"],
    latin:
      "salary, base salary, basic salary, gross salary, net salary, gross pay, net pay, wage, wages, payroll, income, annual income, monthly income, bonus, pension, account balance, acct balance, available balance, balance amt, balance, current balance, deposit amount, loan, loan amount, loan balance, loan principal, credit limit, overdraft, housing fund, provident fund, insurance premium, sum insured, claim amount, net worth, total assets, holdings, gongzi, xinzi, yuexin, nianxin, shouru, sfgz, yfgz, jbgz, zhye, dkje, dkye, income tax, tax withheld",
    chinese:
      "工资 基本工资 应发工资 实发工资 应发 实发 薪资 薪酬 月薪 年薪 奖金 绩效工资 实发金额 应发金额 还款金额 欠款金额 理财金额 收入 年收入 月收入 家庭收入 余额 账户余额 可用余额 存款 存款余额 贷款 贷款金额 贷款余额 贷款本金 授信额度 信用额度 公积金 公积金缴存额 养老金 个税 个人所得税 社保基数 保费 保额 理赔金额 资产 总资产 净资产 持仓 持仓市值",
  },
  {
    strong: ["financial-term"],
    topics: ["credit-record"],
    latin:
      "credit score, credit report, credit event, credit inquiry, credit query, credit business, credit record, credit rating, credit history, overdue, overdue days, overdue amount, overdue amt, overdue count, delinquency, days past due, dpd, zhengxin, yuqi, yqts, yqje, zxbg, blacklist credit, fico",
    chinese:
      "征信 信贷 信贷业务 信贷记录 征信异议 征信报告 征信查询 征信查询次数 征信记录 信用评分 信用分 芝麻分 芝麻信用 信用报告 信用记录 逾期 逾期天数 逾期金额 逾期次数 逾期记录 五级分类 不良记录 失信",
  },
  {
    topics: ["credential"],
    latin:
      "password, passwd, pwd, pass word, user pwd, login pwd, login password, pay password, payment password, pin, pin code, cvv, cvv2, cvc, cvn, cvn2, security code, mima, zfmm, otp, sms code, verify code, verification code, security answer, secret answer, security question, secret question, access token, refresh token, id token, api key, apikey, secret key, access key, private key, session id, session token, cookie, yzm",
    chinese:
      "密码 登录密码 支付密码 交易密码 查询密码 安全码 验证码 短信验证码 密保答案 密保问题 口令 令牌 私钥 卡有效期",
  },
  // Grades
  {
    strong: ["secrecy-mark"],
    latin: "secrecy level, secrecy grade, secret level, miji",
    chinese: "密级 涉密等级 定密 保密等级 秘密等级",
  },
  {
    strong: ["geodata"],
    latin:
      "point cloud, control point, ground control point, benchmark point, elevation, survey point, elevation survey, dem, dsm, dom survey",
    chinese: "点云 高程 控制点 像控点 水准点 三角点 测绘 测绘成果 测绘数据",
  },
  { weak: ["geodata"], latin: "point name, point no, survey type, geom, geometry, wkt", chinese: "点名 点号 测点" },
  // Something else
  {
    veto: true,
    topics: ["time"],
    latin:
      "time, date, timestamp, ts, datetime, created, created at, create time, create date, updated, updated at, update time, modify time, modified, modified at, gmt create, gmt modified, order time, order date, pay time, payment time, login time, start time, end time, start date, end date, begin time, expire time, expiry date, effective date, log time, event time, event date, dt, shijian, riqi, cjsj, gxsj, xgsj, lrsj, czsj, kssj, jssj, gps time, locate time, report time",
    chinese:
      "时间 日期 创建时间 更新时间 修改时间 下单时间 支付时间 登录时间 开始时间 结束时间 定位时间 上报时间 办理日期 签订日期 有效期 有效期限 生效日期 到期日期",
  },
  {
    veto: true,
    latin:
      "order, order id, order no, order number, order sn, order code, trade no, out trade no, transaction id, transaction no, trans id, txn id, serial, serial no, serial number, sn, seq, seq no, sequence, sequence no, batch, batch no, lot no, waybill no, tracking no, tracking number, express no, logistics no, invoice no, invoice number, invoice code, contract no, contract number, bill no, receipt no, voucher no, ticket no, flow no, request id, request no, trace id, trace no, span id, message id, msg id, correlation id, event id, log id, job id, task id, process id, pid, tid, thread id, ddh, ddbh, lsh, liushuihao, djbh, fph, fphm, htbh, ydh, kddh, xlh, pch",
    chinese:
      "订单号 订单编号 订单ID 交易号 交易流水号 流水号 流水编号 序列号 序号 批次 批次号 批号 运单号 快递单号 物流单号 发票号 发票号码 发票代码 合同号 合同编号 单据编号 单号 凭证号 票号 请求号 请求ID 跟踪号 追踪号 任务编号 日志编号 案号 文号",
  },
  {
    veto: true,
    latin:
      "company address, org address, office address, dwdz, gsdz, store address, shop address, zcdz, registered address, business address, warehouse address, cert fingerprint, certificate fingerprint, key fingerprint, public key fingerprint, ssh fingerprint, tls fingerprint, ssl fingerprint, ja3 fingerprint, file fingerprint, alert fingerprint, event fingerprint, content fingerprint, image fingerprint, sku, sku id, spu, spu id, item id, item no, item code, goods id, goods no, goods code, product id, product no, product code, part no, part number, model, model no, model number, barcode, bar code, ean, upc, gtin, isbn, issn, asin, material no, material code, spbm, spbh, hwbh, version, version no, revision, build, build no, commit, branch, release, checksum, crc, crc32, md5, sha1, sha256, hash, hashcode, digest, etag, signature, uuid, guid, nonce, fid, nameplate, hostname, host name, filename, file name, namespace, name space, idc, memory address, wallet address, contract address, web address, server address, url, uri, path, link, port, color, size, weight, price, amount, qty, quantity, unit price, cost, discount, total, subtotal, count, rate, ratio, percent, score, level, status, state, type, flag, category, currency, language, lang, locale, timezone, user agent, ua, load balance, load balancer, face value, face amount, offset, width, height, temperature, humidity, voltage, speed, cpu, memory, latency, duration, response time, status code, error code, zip, zip code, zipcode, postcode, postal code, area code, region code, city code, jine, shuliang, danjia, zhuangtai, leixing, template id, meeting id, meter no, meter number, product sn, device sn, sensor id",
    chinese:
      "营业收入 经营收入 主营收入 主营业务收入 销售收入 合同收入 项目收入 业务收入 广告收入 财政收入 租金收入 利息收入 其他收入 预算余额 预算结余 经费余额 合同余额 应收余额 应付余额 科目余额 期初余额 期末余额 库存余额 库存结余 物料余额 页面指纹 浏览器指纹 文件指纹 图片指纹 内容指纹 故障诊断 系统诊断 诊断码 单位地址 公司地址 企业地址 注册地址 经营地址 办公地址 门店地址 店铺地址 仓库地址 网点地址 关键控制点 质量控制点 风险控制点 工艺控制点 温度控制点 商品编号 商品编码 商品名称 商品 货号 条码 条形码 产品编号 产品编码 产品名称 产品 物料编码 物料号 物料名称 型号 规格 版本 版本号 校验码 哈希 哈希值 签名 名称 标题 公司名称 企业名称 单位名称 机构名称 部门 部门名称 项目名称 店铺名称 门店名称 学校名称 医院名称 银行名称 开户行 开户银行 品牌 金额 价格 单价 总价 数量 库存 折扣 运费 合计 状态 类型 类别 分类 颜色 尺寸 重量 等级 币种 语言 时区 端口 网址 链接 邮编 邮政编码 区号 地区编码 行政区划代码 会议号 电表号 水表号 设备型号 版本名称 客服电话 客服热线 服务热线 服务电话 热线电话 热线 举报电话 投诉电话 总机 错误码 状态码 文件名 文件名称 主机名 域名 菜名 药品名称 岗位名称 课程名称 职位名称",
  },
];
