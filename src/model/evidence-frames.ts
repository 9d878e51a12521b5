import { nameReasons } from "./name-reasons.ts";
import {
  dataClassTerms,
  flowKindTerms,
  groundTerms,
  jurisdictionTerms,
  mechanismTerms,
  operatorStatusTerms,
} from "./terms.ts";
import type { Text } from "./text.ts";

/**
 * The frames of evidence. The document holds lines in English; whoever shows one in Chinese reads it back by these (evidence-text.ts).
 * `{slot}` takes a value, `«…»` is left out where its values are not given. What a cloud answered has no frame: it stays as it is.
 */
export const evidenceFrames = {
  asked: { en: "{call}: region asked = {value}", zh: "{call}：所查询的地域 = {value}" },
  place: { en: "place: {region}, {country}, {jurisdiction}", zh: "位置：{region}，{country}，{jurisdiction}" },
  classes: { en: "class (confidence): {classes}", zh: "数据类别（置信度）：{classes}" },
  origin: { en: "origin: {origin}«, {contradicted}»", zh: "数据来源地：{origin}«，{contradicted}»" },
  mainlandCopy: { en: "mainland copy: {copy}", zh: "境内副本：{copy}" },
  kinds: { en: "kinds of data (declared): {kinds}", zh: "数据种类（依申明）：{kinds}" },
  mlps: { en: "graded-protection level (declared): {level}", zh: "网络安全等级保护级别（依申明）：{level}" },
  secondRegion: { en: "copy in a second mainland region: {seen}", zh: "第二个境内地域的副本：{seen}" },
  encrypted: { en: "encrypted at rest: {setting}", zh: "存储加密：{setting}" },
  logKind: { en: "kind of logs: {logs}", zh: "日志类型：{logs}" },
  logging: { en: "logging: {switch}", zh: "日志记录：{switch}" },
  retention: { en: "kept for days: {days}", zh: "留存天数：{days}" },
  status: { en: "operator status (declared): {statuses}", zh: "运营者身份（依申明）：{statuses}" },
  noCounts: {
    en: "individuals exported since 1 January: not declared",
    zh: "自当年1月1日起累计出境的自然人数量：未申明",
  },
  counts: {
    en: "individuals exported since 1 January (declared, as of {date}): personal {personal}, sensitive-personal {sensitive}",
    zh: "自当年1月1日起累计出境的自然人数量（依申明，截至{date}）：个人信息{personal}，敏感个人信息{sensitive}",
  },
  route: {
    en: "recorded route {id}: {ground}, {classes}«, {people} individuals», from {issued}« to {last}»«: {state}» (declared, not verified)",
    zh: "已登记的依据 {id}：{ground}，{classes}«，{people}人»，自{issued}起«至{last}»«：{state}»（申明事项，工具未核验）",
  },
  suppressed: {
    en: "suppressed until {date} by {owner}: {reason}",
    zh: "例外登记至{date}，登记人{owner}：{reason}",
  },
  reference: { en: "reference: {reference}", zh: "文号：{reference}" },
  pipia: { en: "impact assessment: {record}", zh: "个人信息保护影响评估：{record}" },
  account: { en: "account: {account}", zh: "账号：{account}" },
  types: { en: "resources by type: {types}", zh: "资源类型：{types}" },
  holdings: {
    en: "{subject}« {id}»: {accounts} accounts, {stores} data stores and copies, {inside} in the mainland, {outside} outside; holds: {held}",
    zh: "{subject}« {id}»：{accounts}个账号，{stores}个数据存储资源及副本，其中境内{inside}个，境外{outside}个；所存数据：{held}",
  },
  attestation: {
    en: "attestation {id}: {record}« (declared, {verified})»",
    zh: "书面声明 {id}：{record}«（申明事项，{verified}）»",
  },
  classBecause: { en: "class {class}: {because}", zh: "数据类别为{class}：{because}" },
  originBecause: { en: "origin {origin}: {because}", zh: "数据来源地为{origin}：{because}" },
  kindBecause: { en: "kind {kind}: {because}", zh: "数据种类为{kind}：{because}" },
  mlpsBecause: { en: "mlps {mlps}: {because}", zh: "网络安全等级保护级别为{mlps}：{because}" },
  copyBecause: { en: "mainland-copy {kept}: {because}", zh: "境内副本{kept}：{because}" },
} as const satisfies Readonly<Record<string, Text>>;

/** Why a class, an origin or another fact is what it is: what stands in `{because}`. */
export const reasonFrames = {
  inheritedFrom: { en: "inherited, {way} from {id}", zh: "继承自 {id}（{way}）" },
  inheritedSource: { en: "inherited, source in {region}", zh: "继承自位于 {region} 的来源" },
  from: { en: "{way} from {id}", zh: "来自 {id}（{way}）" },
  source: { en: "source in {region}", zh: "来源位于 {region}" },
  tag: { en: "tag {tag}« (rule {rule})»", zh: "标签 {tag}«（规则 {rule}）»" },
  name: { en: '"{word}" in the name: {why}', zh: "名称含“{word}”：{why}" },
  mainlandPlace: { en: "place {region} lies in the mainland", zh: "{region} 位于境内" },
  origins: { en: "origins[{index}] ({selector}) says {origin}", zh: "origins[{index}]（{selector}）申明为{origin}" },
  copies: { en: "mainlandCopies[{index}] ({selector})", zh: "mainlandCopies[{index}]（{selector}）" },
  defaultOrigin: { en: "defaultOrigin says {origin}", zh: "defaultOrigin 申明为{origin}" },
  content: {
    en: "{found} in {objects} of {inspected} inspected objects ({all} in all)",
    zh: "已检查{inspected}个对象，其中{objects}个含有{found}（共{all}个对象）",
  },
  imported: { en: "{format}: {words} ({count} {results})", zh: "{format}：{words}（{count}项结果）" },
} as const satisfies Readonly<Record<string, Text>>;

/** Why a question stayed open, in the words of this version; what a cloud says of it has no frame. */
export const gapFrames = {
  unreadType: {
    en: "a type that this version does not read and that may hold data",
    zh: "本版本尚未读取的资源类型，可能存有数据",
  },
  unknownType: {
    en: "a type of a provider that this version does not know",
    zh: "本版本不支持的服务商的资源类型",
  },
  unreadTypes: {
    en: "{count} {resources} of a type that this version does not read",
    zh: "{count}个资源属于本版本尚未读取的类型",
  },
  afterApply: { en: "{path} is known only when the change is applied", zh: "{path} 在变更实施后方可得知" },
  afterApplyOrSource: {
    en: "{path} is known only when the change is applied; --source, with the configuration behind the plan, may tell it before",
    zh: "{path} 在变更实施后方可得知；如以 --source 指明该计划所依据的配置目录，或可提前得知",
  },
  unlistedRegion: {
    en: "the region is enabled but not in the region table: where its data lies is unknown",
    zh: "该地域已启用但未收录于地域表，数据所在位置不明",
  },
  interrupted: { en: "the run was interrupted before this was read to its end", zh: "检查在读取完成之前中止" },
} as const satisfies Readonly<Record<string, Text>>;

const zhOf = (terms: Readonly<Record<string, Text>>): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(terms).map(([token, { zh }]) => [token, zh]));

const origin = { mainland: "境内", elsewhere: "境外", unknown: "未知" };
const notStated = { "not stated": "未说明" };
const dataKind = {
  "population-health": "人口健康信息",
  genetic: "人类遗传资源信息",
  map: "地图数据",
  credit: "征信信息",
  financial: "个人金融信息",
  insurance: "保险业务数据",
  "ride-hailing": "网约车数据",
  minors: "不满十四周岁未成年人的个人信息",
};

/** Slots that hold one of these words and nothing else; a line with another word there is of another frame. */
export const slotWords: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  jurisdiction: zhOf(jurisdictionTerms),
  class: zhOf(dataClassTerms),
  origin,
  contradicted: { contradicted: "与其他事实矛盾" },
  kind: dataKind,
  mlps: { 1: "第一级", 2: "第二级", 3: "第三级", 4: "第四级", 5: "第五级" },
  copy: { kept: "已保留", "declared as not kept": "申明未保留", "not observed": "未观察到" },
  kept: { yes: "已保留", no: "未保留" },
  seen: { seen: "已观察到", "not observed": "未观察到" },
  setting: { true: "已启用", false: "未启用", ...notStated },
  switch: { off: "已关闭", "not stated as off": "未说明已关闭" },
  ground: { ...zhOf(mechanismTerms), ...zhOf(groundTerms) },
  verified: { "not verified": "工具未核验" },
  state: {
    accepted: "已覆盖",
    permitted: "免予申报",
    "exceeded (classes)": "超出登记的数据类别",
    "exceeded (people)": "超出登记的人数",
    expired: "已届满",
    "not-yet": "尚未生效",
    insufficient: "不足以作为依据",
    arguable: "能否适用未予明确",
  },
  way: { "part-of": "所属资源", ...zhOf(flowKindTerms) },
  subject: { estate: "全部资源", account: "账号", platform: "云平台" },
  resources: { resource: "个资源", resources: "个资源" },
  results: { result: "项结果", results: "项结果" },
};

/** Slots that hold a list of these words, a confidence or a doubt behind each; other words stay as they are. */
export const listWords: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  classes: { ...zhOf(dataClassTerms), "none known": "均未知" },
  kinds: { ...dataKind, none: "无" },
  types: {},
  statuses: zhOf(operatorStatusTerms),
  held: {
    personal: "个人信息",
    sensitive: "敏感个人信息",
    important: "重要数据",
    core: "核心数据",
    mainlandPersonal: "境内个人信息",
    mainlandImportant: "境内重要数据",
    "none of the classes asked for": "未见所涉数据类别",
  },
};

/** What our own words stand in these slots for a value that is somebody else's. */
export const standIns: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  region: notStated,
  country: { "country unknown": "国家或地区未知" },
  level: { none: "未标注" },
  logs: { network: "网络日志", application: "应用日志", ...notStated },
  days: { unlimited: "不限", ...notStated },
  personal: { unknown: "未知" },
  sensitive: { unknown: "未知" },
  reference: { "none recorded": "未登记" },
  record: { "none recorded": "未登记" },
  selector: { "every resource": "全部资源" },
  words: { stated: "已标明" },
  why: Object.fromEntries(Object.values(nameReasons).map(({ en, zh }) => [en, zh])),
};
