import { type Language, type Scope, type Text, wrapText } from "../model/index.ts";
import { type Check, type CheckResult, checkResults, type EnteredAccount, type Preflight } from "../preflight/index.ts";
import { renderTable } from "./table.ts";

const results: Readonly<Record<CheckResult, Text>> = {
  granted: { en: "granted", zh: "已授权" },
  denied: { en: "denied", zh: "被拒绝" },
  failed: { en: "failed", zh: "失败" },
  "not-reached": { en: "not reached", zh: "未涉及" },
};

/** Longest message of a cloud that a terminal shows; JSON has it whole. */
const longestDetail = 160;

export interface TableOptions {
  readonly lang: Language;
  /** Every call instead of those only that were denied or failed. */
  readonly all: boolean;
}

/** A block per source and account. */
export function preflightTable(result: Preflight, { lang, all }: TableOptions): string {
  const blocks = [...Map.groupBy(result.checks, ({ scope }) => titleOf(scope))];
  return blocks
    .map(([title, checks]) => {
      const account = result.accounts.find(({ scope }) => titleOf(scope) === title);
      const lines = all ? everyLine(checks, lang) : shortLines(checks, lang);
      return [`${title}${account === undefined ? "" : regionsOf(account, lang)}`, ...lines, ""].join("\n");
    })
    .join("\n")
    .trimEnd();
}

/** A source is named by its place in the configuration until its account is known. */
function titleOf({ provider, partition, account }: Scope): string {
  const name = `${provider} ${partition}`;
  return account.startsWith("sources[") ? `${account} (${name})` : `${name} ${account}`;
}

function regionsOf({ regions, region, notEnabled, unlisted }: EnteredAccount, lang: Language): string {
  const parts = [
    {
      en: `${regions.length} ${regions.length === 1 ? "region" : "regions"} enabled`,
      zh: `已启用 ${regions.length} 个地域`,
    },
    ...(notEnabled.length === 0 ? [] : [{ en: `${notEnabled.length} not`, zh: `未启用 ${notEnabled.length} 个` }]),
    ...(region === null ? [] : [{ en: `tried in ${region}`, zh: `在 ${region} 中试查` }]),
    ...unlisted.map((one) => ({ en: `${one} is in no region table`, zh: `${one} 不在地域表中` })),
  ];
  return lang === "zh" ? `：${parts.map(({ zh }) => zh).join("，")}` : `: ${parts.map(({ en }) => en).join(", ")}`;
}

/** What is well in a line, then each type that is not with its calls. */
function shortLines(checks: readonly Check[], lang: Language): readonly string[] {
  const types = [...Map.groupBy(checks, ({ type }) => type)];
  const well = types.filter(([, calls]) => !calls.some(isRefused));
  const calls = well.flatMap(([, some]) => some);
  const connected = well.some(([type]) => type === "connect");
  const count = well.length - (connected ? 1 : 0);
  const what = {
    en: [
      ...(connected ? ["connecting"] : []),
      ...(count === 0 ? [] : [`${count} ${count === 1 ? "type" : "types"}`]),
    ].join(", "),
    zh: [...(connected ? ["连接"] : []), ...(count === 0 ? [] : [`${count} 种资源类型`])].join("、"),
  };
  const best = calls.some(({ result }) => result === "granted") ? "granted" : "not-reached";
  return [
    ...(well.length === 0 ? [] : [`  ${word(best, lang)}${what[lang]}${bracketed(countsOf(calls, lang), lang)}`]),
    ...types.flatMap(([type, some]) => (some.some(isRefused) ? refusedType(type, some, lang) : [])),
  ];
}

function refusedType(type: string, calls: readonly Check[], lang: Language): readonly string[] {
  const worst = calls.some(({ result }) => result === "denied") ? "denied" : "failed";
  return [
    `  ${word(worst, lang)}${type}${bracketed(countsOf(calls, lang), lang)}`,
    ...calls.filter(isRefused).flatMap((call) => refusedCall(call, lang)),
  ];
}

function refusedCall({ result, operation, permission, detail, resource }: Check, lang: Language): readonly string[] {
  const lacks = result === "denied" && permission !== null;
  const needs = lacks ? { en: `, needs ${permission}`, zh: `，需要 ${permission}` }[lang] : "";
  const about = resource === null ? "" : `${{ en: "asked about ", zh: "查询对象 " }[lang]}${resource}`;
  const lines = [
    `${results[result][lang]}${lang === "zh" ? "：" : ": "}${operation}${needs}`,
    about,
    cut(detail ?? "", longestDetail),
  ];
  return lines.flatMap((line, index) => (line === "" ? [] : [`${" ".repeat(index === 0 ? 4 : 6)}${line}`]));
}

/** Every call with its permission, as a table. */
function everyLine(checks: readonly Check[], lang: Language): readonly string[] {
  const rows = checks.map(({ type, operation, permission, result, detail }) => {
    const code = isRefused({ result }) ? ` (${/^[\w.-]+/.exec(detail ?? "")?.[0] ?? "-"})` : "";
    return [`  ${results[result][lang]}${code}`, type, operation, permission ?? "-"];
  });
  const head = { en: ["  result", "type", "call", "permission"], zh: ["  结果", "类型", "调用", "权限"] };
  return renderTable(head[lang], rows).trimEnd().split("\n");
}

function isRefused({ result }: Pick<Check, "result">): boolean {
  return result === "denied" || result === "failed";
}

function countsOf(calls: readonly Check[], lang: Language): string {
  const counts = checkResults.map(
    (wanted) => [calls.filter(({ result }) => result === wanted).length, wanted] as const,
  );
  const said = counts.flatMap(([count, result]) =>
    count === 0 ? [] : [`${count} ${lang === "zh" ? "项" : ""}${results[result][lang]}`],
  );
  return { en: `calls: ${said.join(", ")}`, zh: `调用：${said.join("，")}` }[lang];
}

function bracketed(text: string, lang: Language): string {
  return lang === "zh" ? `（${text}）` : ` (${text})`;
}

/** As wide as the longest that begins a line. Chinese words are all as wide. */
function word(result: CheckResult, lang: Language): string {
  return lang === "zh" ? `${results[result].zh}  ` : results[result].en.padEnd("granted".length + 2);
}

function cut(text: string, most: number): string {
  return text.length <= most ? text : `${text.slice(0, most - 1)}…`;
}

/** Permissions that were denied, by provider. */
export function missingOf({ checks }: Preflight): ReadonlyMap<string, readonly string[]> {
  const denied = checks.filter(({ result, permission }) => result === "denied" && permission !== null);
  const byProvider = Map.groupBy(denied, ({ scope }) => scope.provider);
  return new Map(
    [...byProvider].map(([provider, calls]) => {
      return [provider, [...new Set(calls.flatMap(({ permission }) => permission ?? []))].sort()];
    }),
  );
}

/** What came of it and what to do next, in lines of `width` columns. `command` prints the policy with what a provider's scan needs. */
export function preflightWords(
  result: Preflight,
  { lang, all }: TableOptions,
  command: (provider: string) => string,
  width: number,
): readonly string[] {
  const count = (wanted: CheckResult) => result.checks.filter((check) => check.result === wanted).length;
  const words: readonly (Text | false)[] = [
    {
      en: `${count("granted")} calls granted, ${count("denied")} denied, ${count("failed")} failed, ${count("not-reached")} not reached.`,
      zh: `调用结果：${count("granted")} 项已授权，${count("denied")} 项被拒绝，${count("failed")} 项失败，${count("not-reached")} 项未涉及。`,
    },
    count("not-reached") > 0 && {
      en: "Not reached: no resource that was tried needs it, so whether it is granted is not known.",
      zh: "未涉及：试查的资源无需该调用，是否已授权尚不可知。",
    },
    result.accounts.some(({ region }) => region !== null) && {
      en: "What is read per region was tried in one region of each account; --only REGION tries another.",
      zh: "按地域读取的资源类型在每个账号中只试查了一个地域；可用 --only 地域 试查其他地域。",
    },
    !all && {
      en: "--all shows every call with its permission; --format json also the hosts contacted.",
      zh: "--all 列出各项调用及其权限；--format json 另列出所连接的主机。",
    },
  ];
  const missing = [...missingOf(result)].flatMap(([provider, permissions]) => [
    { en: `Missing in ${provider}:`, zh: `${provider} 缺少的权限：` }[lang],
    ...permissions.map((permission) => `  ${permission}`),
    { en: `To get the policy with all that a scan needs:`, zh: "获取含扫描所需全部权限的策略：" }[lang],
    `  ${command(provider)}`,
  ]);
  return [...words.flatMap((text) => (text === false ? [] : wrapText(text[lang], width))), ...missing];
}
