/**
 * Parts of names of columns that say nothing of what the values are, and parts that say that they are something else. By hand, from
 * names usual in tables of Chinese systems; lower case, singular, simplified characters.
 */
const words = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/));

/** Behind what they number or qualify: `id_card_no`, `phone1`, `name_cn`, `mobile_mask`. */
export const neutralTails = words(
  "no num nbr number code hao haoma hm str string text txt val value raw plain full cn zh en zhs cht pinyin py old new last first second main primary secondary work home " +
    "office company backup alt other origin original orig field col column f line info list arr array mask masked desensitized cleartext mingwen tuomin data detail bak tmp copy",
);

/** Whose it is: `cust_phone`, `khxm`. Also lets run-together names be taken apart. */
export const owners = words(
  "user usr cust customer client member mbr vip contact person personal people citizen resident employee emp staff worker buyer seller consignee receiver recipient sender shipper owner " +
    "driver passenger guest tenant lessee landlord applicant insured holder payer payee borrower lender guarantor author operator agent referrer emergency family children spouse father mother " +
    "kehu yonghu huiyuan lianxi geren yuangong kh yh hy lxr sjr fjr shr jjr sqr jkr czr",
);

/** Behind a word that would be one: it is about that, and not it. */
export const otherTails = words(
  "type model brand make version ver status state flag count cnt total sum size length len width height format regex pattern rule prefix suffix area region province city attribution " +
    "carrier os system verified verify valid validated bound binding check checked exist exists enabled enable required optional visible label title desc description hint " +
    "placeholder url uri link href img image pic picture photo file path icon color colour config template category cate class level rate ratio percent score rank sort order index idx " +
    "expiry expire expired expires validity issuer issue reason result error msg message leixing lx zt xh",
);

/** Behind a word: made of it by hashing or encryption. */
export const derivedTails = words(
  "md5 sha sha1 sha256 sha512 sm3 sm4 hash hashed hmac enc encrypt encrypted cipher ciphertext crypt digest aes token tokenized pseudonym jiami miwen",
);

/** At the beginning: a question, answered with yes or no. */
export const questions = words("is has have had need can should enable allow if show hide use sfbx sf");

/** Before `name`: not a person's. */
export const namedThings = words(
  "file host product prod item goods sku brand bank company corp corporation organization organisation org enterprise firm dept department division branch shop store merchant supplier vendor " +
    "table column field schema class method function func category cate type city province country county town district area region street road village station site school college university " +
    "hospital clinic project app application package domain service server bucket role group team queue topic event task job step stage module menu page model device image picture photo video " +
    "song album movie book course subject exam plan policy rule tag label unit channel source system platform scene activity campaign template node cluster region zone instance database db key " +
    "index resource action command process thread logger log metric parameter param property attribute variable config report document doc folder directory currency color colour " +
    "space drug medicine disease dish food hotel room floor building vehicle car machine line port ship airport airline dns pod container namespace cn common",
);

/** Behind a Chinese word: about it, and not it. */
export const otherChineseTails = words(
  "类型 类别 种类 型号 品牌 机型 版本 状态 数量 个数 点数 强度 次数 人数 总数 笔数 条数 归属地 归属 运营商 有效期 到期日 有效期限 签发机关 发证机关 校验 验证 认证 是否 标志 标识位 图片 照片 影像 截图 扫描件 附件 正面 反面 " +
    "链接 前缀 后缀 长度 格式 规则 编码 代码 名称 等级 级别 顺序 排序 比例 占比 统计 段 提示 说明 模板 变更 修改 更新 来源 省份 城市 区县 原因 结果 备注 时长",
);
