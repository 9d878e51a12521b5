import type { EdgeKind, Subject, Text } from "../model/index.ts";

/** What an edge says, as a clause: {resource} holds {class}; {to} is the other end, {place} where the data rests. */
export const edgeClauses: Readonly<Record<EdgeKind, Text>> = {
  "stored-in": { en: "“{resource}” stores {class} in {place}", zh: "“{resource}”中的{class}存储于{place}" },
  "replicates-to": { en: "“{resource}” replicates {class} to {to}", zh: "“{resource}”中的{class}复制到{to}" },
  "backs-up-to": { en: "“{resource}” backs up {class} to {to}", zh: "“{resource}”中的{class}备份到{to}" },
  "copied-to": { en: "“{resource}”, with {class}, is copied to {to}", zh: "“{resource}”中的{class}拷贝到{to}" },
  "logs-to": { en: "“{resource}” delivers logs with {class} to {to}", zh: "“{resource}”含有{class}的日志投递到{to}" },
  "streams-to": { en: "“{resource}” streams {class} to {to}", zh: "“{resource}”中的{class}持续传输到{to}" },
  "fails-over-to": {
    en: "“{resource}”, with {class}, fails over to {to}",
    zh: "“{resource}”（含{class}）故障切换到{to}",
  },
  "served-from": {
    en: "{class} in “{resource}” can be served from {to}",
    zh: "“{resource}”中的{class}可由位于{to}的节点分发",
  },
  "key-held-in": {
    en: "the key of “{resource}”, with {class}, is held in {to}",
    zh: "“{resource}”（含{class}）的密钥由{to}保管",
  },
  "shared-with": { en: "“{resource}”, with {class}, is shared with {to}", zh: "“{resource}”（含{class}）共享给{to}" },
  "reachable-from": {
    en: "{class} in “{resource}” can be reached from {to}",
    zh: "“{resource}”中的{class}可从{to}访问",
  },
};

export const words = {
  everyoneShared: { en: "everyone", zh: "任何人" },
  everyoneReaching: { en: "anywhere, by anyone", zh: "任意地点由任何人" },
  nowhereKnown: { en: "a location that is not determined", zh: "未确定的位置" },
  nowhereKnownStated: {
    en: "a location that is not determined (stated as “{region}”)",
    zh: "未确定的位置（标示为“{region}”）",
  },
  inPlace: { en: "{other} in {place}", zh: "位于{place}的{other}" },
  inNoPlace: { en: "{other} in {place}", zh: "{other}（{place}）" },
  named: { en: "“{name}”", zh: "“{name}”" },
  party: { en: "account {party}", zh: "账号{party}" },
  listEnd: { en: " and ", zh: "和" },
  listBetween: { en: ", ", zh: "、" },
} satisfies Readonly<Record<string, Text>>;

/** How a rule's subject is named in a sentence. */
export const subjectWords = {
  one: {
    operator: { en: "the operator", zh: "运营者" },
    account: { en: "account {account} of {provider}", zh: "{provider}账号{account}" },
    platform: { en: "platform {provider} ({partition})", zh: "平台{provider}（{partition}）" },
    route: { en: "the recorded route {approval}", zh: "已登记的路径{approval}" },
  },
  several: {
    operator: { en: "the operator", zh: "运营者" },
    account: { en: "{count} accounts", zh: "{count}个账号" },
    platform: { en: "{count} platforms", zh: "{count}个平台" },
    route: { en: "{count} recorded routes", zh: "{count}项已登记的路径" },
  },
  noDate: { en: "no date", zh: "无日期" },
} satisfies {
  readonly one: Readonly<Record<Subject, Text>>;
  readonly several: Readonly<Record<Subject, Text>>;
  readonly noDate: Text;
};

/** Sentences that the evaluator adds to a policy's own. */
export const sentences = {
  undecided: {
    en: "{flow}. Whether this rule applies cannot be decided: {title}. Missing: {missing}.",
    zh: "{flow}。尚无法判断是否适用：{title}。缺少：{missing}。",
  },
  undecidedAccount: {
    en: "Resources of account {account} for which it cannot be decided whether this rule applies: {count}. Rule: {title}. Missing: {missing}.",
    zh: "账号{account}中有{count}个资源尚无法判断是否适用：{title}。缺少：{missing}。",
  },
  undecidedSubject: {
    en: "Whether this rule applies to {subject} cannot be decided: {title}. Missing: {missing}.",
    zh: "{subject}：尚无法判断是否适用：{title}。缺少：{missing}。",
  },
  weakClass: {
    en: "The class is known from a hint only, such as a name, and needs confirming.",
    zh: "数据类别仅由名称等线索推断，需要确认。",
  },
  none: { en: "No valid route is on record.", zh: "未登记有效的出境合规路径。" },
  accepted: {
    en: "The recorded route {approval} ({mechanism}) covers it: declared, not verified by this tool.",
    zh: "已登记的路径{approval}（{mechanism}）覆盖该数据流动（申明事项，工具未核验）。",
  },
  permitted: {
    en: "It is recorded as exempt under {approval} ({mechanism}): declared, not verified by this tool. Other duties remain.",
    zh: "已按{approval}（{mechanism}）登记为免予申报的情形（申明事项，工具未核验），其他义务仍适用。",
  },
  routeNeedsMore: {
    en: "The recorded route {approval} ({mechanism}) settles it only together with what is missing: {missing}.",
    zh: "已登记的路径{approval}（{mechanism}）尚需结合以下事实判断：{missing}。",
  },
  routeDoesNotCount: {
    en: "The recorded route {approval} ({mechanism}) does not stand in for it.",
    zh: "已登记的路径{approval}（{mechanism}）不能替代该项要求。",
  },
  arguable: {
    en: "The recorded route {approval} ({mechanism}) is neither granted nor excluded here by the texts: it needs a legal opinion.",
    zh: "已登记的路径{approval}（{mechanism}）在此情形下能否适用，规定未予明确，需征询法律意见。",
  },
  exceededClasses: {
    en: "It covers {covered} only.",
    zh: "其登记范围仅含{covered}。",
  },
  exceededPeople: {
    en: "It covers {people} individuals; more are declared as exported.",
    zh: "其登记人数为{people}人，申明的出境人数已超出。",
  },
  expired: {
    en: "The recorded route {approval} ({mechanism}) was valid until {last}.",
    zh: "已登记的路径{approval}（{mechanism}）有效期至{last}，现已届满。",
  },
  "not-yet": {
    en: "The recorded route {approval} ({mechanism}) is valid from {issued} on only.",
    zh: "已登记的路径{approval}（{mechanism}）自{issued}起方有效。",
  },
  insufficient: {
    en: "The recorded route {approval} ({mechanism}) is none that suffices here.",
    zh: "已登记的路径{approval}（{mechanism}）在此情形下不足以作为依据。",
  },
  undeclared: { en: "The operator's status is not declared. {plain}", zh: "运营者身份未申明。{plain}" },
  ifDesignated: {
    en: "If designated as a critical information infrastructure operator: {title} ({verdict}).",
    zh: "如被认定为关键信息基础设施运营者：{title}（{verdict}）。",
  },
  ifNotDesignated: { en: "If not designated: nothing is open.", zh: "如未被认定：无待处理事项。" },
  ifDesignatedNothing: { en: "If designated: nothing is open.", zh: "如被认定：无待处理事项。" },
  keepWithin: {
    en: "Keep it within what {approval} records: {covered}, for the recorded recipients and purposes. Renew or re-file before the scope changes or it ends ({last}).",
    zh: "请将该数据流动保持在{approval}登记的范围内：{covered}，以及登记的接收方和用途。范围变更或到期（{last}）前，应重新办理。",
  },
  keepGround: {
    en: "Keep the record that {approval} ({mechanism}) applies, and look at it again when scope, recipient or volume changes. Other duties remain.",
    zh: "请保存适用{approval}（{mechanism}）的记录；范围、接收方或数量变化时重新核对。其他义务仍适用。",
  },
  remediationElse: {
    en: "{plain} If designated as a CIIO: {designated}",
    zh: "{plain}如被认定为关键信息基础设施运营者：{designated}",
  },
} satisfies Readonly<Record<string, Text>>;
