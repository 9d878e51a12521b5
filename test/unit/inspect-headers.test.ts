import { describe, expect, it } from "vitest";
import { headerHints } from "../../src/inspect/columns/header.ts";

describe("what the name of a column says of its values", () => {
  it.each([
    ["身份证号", "cn-resident-id"],
    ["证件號碼", "cn-resident-id"],
    ["公民身份号码（必填）", "cn-resident-id"],
    ["sfzh", "cn-resident-id"],
    ["id_card_no", "cn-resident-id"],
    ["idCardNo", "cn-resident-id"],
    ["IDcard", "cn-resident-id"],
    ["customers[].idCard.number", "cn-resident-id"],
    ["手机号码", "cn-mobile"],
    ["客户手机号（脱敏）", "cn-mobile"],
    ["電話", "cn-landline"],
    ["khsjh", "cn-mobile"],
    ["custphone", "cn-mobile"],
    ["user.profile.Phone1", "cn-mobile"],
    ["contact-phone", "cn-landline"],
    ["姓名", "cn-name"],
    ["姓 名", "cn-name"],
    ["收件人", "cn-name"],
    ["khxm", "cn-name"],
    ["realName", "cn-name"],
    ["child_name", "cn-name"],
    ["银行卡号", "bank-card"],
    ["cardno", "bank-card"],
    ["csrq", "birth-date"],
    ["DOB", "birth-date"],
    ["收货地址", "cn-address"],
    ["shippingAddress", "cn-address"],
    ["mail_addr", "email"],
    ["ip_address", "ip-address"],
    ["macAddr", "mac-address"],
    ["lng_gcj02", "coordinate"],
    ["经度", "coordinate"],
    ["wxOpenId", "wechat-id"],
    ["车牌号", "cn-plate"],
    ["统一社会信用代码", "cn-uscc"],
    ["护照号码", "cn-passport"],
    ["discharge_diagnosis", "medical-term"],
    ["密级", "secrecy-mark"],
    ["电子邮件地址", "email"],
    ["回乡证号", "cn-hm-permit"],
    ["回鄉證", "cn-hm-permit"],
    ["聯絡人", "cn-name"],
    ["電子信箱", "email"],
    ["临床诊断名称", "medical-term"],
    ["yhsjh", "cn-mobile"],
    ["lxrsj", "cn-mobile"],
    ["身份証", "cn-resident-id"],
    ["gmsfzhm", "cn-resident-id"],
    ["参保人", "cn-name"],
    ["号牌", "cn-plate"],
    ["birth_dt", "birth-date"],
    ["药敏试验", "medical-term"],
  ] as const)("%s speaks plainly of %s", (name, detector) => {
    const { strong, veto } = headerHints(name);
    expect([...strong]).toContain(detector);
    expect(veto).toBe(false);
  });

  it.each([
    ["xm", "cn-name"],
    ["kh", "bank-card"],
    ["dz", "cn-address"],
    ["sj", "cn-mobile"],
    ["name", "cn-name"],
    ["phone_home_fallback", "cn-mobile"],
  ] as const)("%s may speak of %s, and is no topic by itself", (name, detector) => {
    const { strong, weak, topics } = headerHints(name);
    expect([...strong]).toEqual([]);
    expect([...weak]).toContain(detector);
    expect([...topics]).toEqual([]);
  });

  it.each(
    (
      "order_id sku serial version hash uuid ts trace_id phone_model phoneModel phone_type mobile_version card_type address_type " +
      "id_type hostname file_name namespace is_phone_bound phone_count email_status product_name bank_name memory_address " +
      "证件类型 手机型号 手机号归属地 身份证有效期 客服电话 公司名称 手机号段 nameplate 注册地址 关键控制点 故障诊断 订单号 流水号 联系人数量 是否有手机号 邮政编码 库存余额 页面指纹 轨迹点数 密码强度"
    ).split(" "),
  )("%s is something else", (name) => {
    const { strong, weak, veto } = headerHints(name);
    expect(veto).toBe(true);
    expect([...strong, ...weak]).toEqual([]);
  });

  it.each([
    ["health_status", "health"],
    ["HIV_result", "health"],
    ["慢性病", "health"],
    ["实发金额", "finance"],
    ["芝麻分", "credit-record"],
    ["religion_type", "religion"],
    ["disability_type", "specific-identity"],
    ["案底", "specific-identity"],
    ["location_history", "whereabouts"],
    ["旅居史", "whereabouts"],
    ["宝宝年龄", "minors"],
    ["secret_answer", "credential"],
  ] as const)("%s is about %s", (name, topic) => {
    expect([...headerHints(name).topics]).toContain(topic);
  });

  it.each(["营业收入", "预算余额", "检验结果", "安全检查结果", "车次"])("%s is about nobody", (name) => {
    expect([...headerHints(name).topics]).toEqual([]);
  });

  it.each(["phone_md5", "mobileSha256", "id_card_hash", "手机号(加密)", "身份证号_MD5"])(
    "%s is made of something named",
    (name) => {
      const { veto, topics } = headerHints(name);
      expect(veto).toBe(true);
      expect([...topics]).toEqual(["derived"]);
    },
  );

  it.each([
    ["监护人电话", "minors"],
    ["guardianPhone", "minors"],
    ["is_minor", "minors"],
    ["学籍号", "minors"],
    ["face_embedding", "biometric"],
    ["指纹特征", "biometric"],
    ["patient.name", "health"],
    ["病历号", "health"],
    ["病歷號碼", "health"],
    ["薪資", "finance"],
    ["base_salary", "finance"],
    ["逾期天数", "credit-record"],
    ["宗教信仰", "religion"],
    ["残疾证号", "specific-identity"],
    ["性取向", "intimate"],
    ["行踪轨迹", "whereabouts"],
    ["loginPassword", "credential"],
    ["会员编号", "account"],
    ["oaid", "device"],
    ["gmt_create", "time"],
    ["婚姻状况", "demographic"],
    ["jtzz", "demographic"],
    ["工作单位", "occupation"],
  ] as const)("%s is about %s", (name, topic) => {
    expect([...headerHints(name).topics]).toContain(topic);
  });

  it.each(
    (
      "id code remark 备注 value column_3 percentage linkage storage average message accident children[].title parent_name minor version.minor " +
      "disabled jws 1mzh8i.message iris_sepal_length track treatment 年级 说明 张伟 general screen_size load_balance face_value"
    ).split(" "),
  )("%s is no topic and speaks of nobody", (name) => {
    const { strong, topics } = headerHints(name);
    expect([...strong]).toEqual([]);
    expect([...topics]).toEqual([]);
  });

  it("takes the hash of a password or a file for no person's number", () => {
    expect([...headerHints("password_hash").topics]).toEqual(["credential"]);
    for (const name of ["url_md5", "file_sha256", "cert_fingerprint"])
      expect([...headerHints(name).topics]).toEqual([]);
  });

  it("takes cards of members, patients and schools for no cards of banks", () => {
    for (const name of ["会员卡号", "健保卡號", "就诊卡号", "校园卡号"]) {
      const { strong, topics } = headerHints(name);
      expect([...strong], name).toEqual([]);
      expect([...topics], name).toContain("account");
    }
  });

  it("bears names of any length and kind", () => {
    for (const name of [
      "",
      "…",
      "a".repeat(100_000),
      "[".repeat(500),
      "手机".repeat(5_000),
      "\u0000",
      "idid".repeat(40),
    ]) {
      expect(() => headerHints(name)).not.toThrow();
    }
  });
});
