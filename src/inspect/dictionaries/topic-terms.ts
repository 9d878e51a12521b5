import type { HeaderTopic } from "../../model/index.ts";

/**
 * Words of sensitive categories in running text, beside health, finance and maps, which have detectors. By hand, after PIPL 28 and the
 * categories of GB/T 45574-2025, annex A.
 */
export const topicTerms: Readonly<Partial<Record<HeaderTopic, readonly string[]>>> = {
  biometric:
    "人脸识别 人脸特征 人脸图像 人脸照片 指纹 指纹特征 虹膜 声纹 掌纹 掌静脉 指静脉 耳廓 步态识别 生物识别 生物特征 活体检测 faceprint fingerprint voiceprint iris biometric biometrics"
      .split(" ")
      .concat(["face embedding", "face template", "facial recognition"]),
  minors:
    "未成年人 未成年 监护人 法定监护人 监护关系 儿童姓名 幼儿姓名 学生姓名 幼儿园 小学生 学籍号 入园 疫苗接种 家长姓名 家长电话 留守儿童 guardian kindergarten".split(
      " ",
    ),
  religion:
    "宗教信仰 宗教组织 宗教职务 教徒 信徒 佛教徒 基督徒 穆斯林 天主教 基督教 伊斯兰教 道教 皈依 受洗 清真寺 礼拜".split(
      " ",
    ),
  "specific-identity":
    "残疾证 残疾人证 残疾等级 残疾类别 犯罪记录 刑满释放 社区矫正 服刑人员 吸毒人员 强制戒毒 前科".split(" "),
  intimate: "性取向 性生活 性伴侣 性经历 同性恋 双性恋 裸照".split(" "),
};
