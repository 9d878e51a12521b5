import type { Language, Scope, Text } from "../model/index.ts";
import { type Check, type CheckResult, checkResults, type Preflight } from "../preflight/index.ts";

const results: Readonly<Record<CheckResult, Text>> = {
  granted: { en: "granted", zh: "已授权" },
  denied: { en: "denied", zh: "被拒绝" },
  failed: { en: "failed", zh: "失败" },
  "not-reached": { en: "not reached", zh: "未涉及" },
};

/** Longest message of a cloud that a terminal shows; JSON has it whole. */
const longestDetail = 160;

/** A block per source and account, a line per type, and below it every call that is denied or failed. */
export function preflightTable(result: Preflight, lang: Language): string {
  const blocks = [...Map.groupBy(result.checks, ({ scope }) => titleOf(scope)).entries()];
  return blocks
    .map(([title, checks]) => {
      const types = [...Map.groupBy(checks, ({ type }) => type)];
      const wide = Math.max(...types.map(([type]) => type.length));
      const lines = types.flatMap(([type, calls]) => linesOf(type.padEnd(wide), calls, lang));
      return [`${title}${whereOf(result, title, lang)}`, ...lines, ""].map((line) => `${line}\n`).join("");
    })
    .join("");
}

/** A source is named by its place in the configuration until its account is known. */
function titleOf({ provider, partition, account }: Scope): string {
  const name = `${provider} ${partition}`;
  return account.startsWith("sources[") ? `${account} (${name})` : `${name} ${account}`;
}

function whereOf({ accounts }: Preflight, title: string, lang: Language): string {
  const account = accounts.find(({ scope }) => titleOf(scope) === title);
  if (account === undefined) return "";
  const { regions, region } = account;
  const en = `: ${regions.length} ${regions.length === 1 ? "region" : "regions"} enabled`;
  const zh = `：已启用 ${regions.length} 个地域`;
  if (region === null) return { en, zh }[lang];
  return { en: `${en}, tried in ${region}`, zh: `${zh}，在 ${region} 中试查` }[lang];
}

function linesOf(type: string, calls: readonly Check[], lang: Language): readonly string[] {
  const count = (wanted: CheckResult) => calls.filter(({ result }) => result === wanted).length;
  const worst = checkResults.findLast((result) => result !== "not-reached" && count(result) > 0);
  const counts = checkResults
    .filter((result) => count(result) > 0)
    .map((result) => `${count(result)} ${results[result][lang]}`)
    .join(lang === "zh" ? "，" : ", ");
  return [
    `  ${word(worst ?? "not-reached", lang)}${type}  ${counts}`,
    ...calls
      .filter(({ result }) => result === "denied" || result === "failed")
      .flatMap((call) => refusedLines(call, lang)),
  ];
}

function refusedLines({ result, operation, permission, detail, resource }: Check, lang: Language): readonly string[] {
  const needs = permission === null ? "" : { en: `, needs ${permission}`, zh: `，需要 ${permission}` }[lang];
  // A Chinese character takes two columns.
  const indent = " ".repeat(4 + word(result, lang).replaceAll(/\p{Script=Han}/gu, "  ").length);
  return [
    `    ${word(result, lang)}${operation}${needs}`,
    ...(resource === null ? [] : [`${indent}${{ en: "asked about", zh: "查询对象" }[lang]} ${resource}`]),
    ...(detail === null ? [] : [`${indent}${cut(detail, longestDetail)}`]),
  ];
}

function cut(text: string, most: number): string {
  return text.length <= most ? text : `${text.slice(0, most - 1)}…`;
}

/** As wide as the longest, so that what follows stands in a column. Chinese words are all of three characters. */
function word(result: CheckResult, lang: Language): string {
  const wide = Math.max(...checkResults.map((one) => results[one][lang].length));
  return `${results[result][lang].padEnd(wide)}  `;
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

/** What came of it and what to do next. */
export function preflightWords(result: Preflight, lang: Language): readonly string[] {
  const count = (wanted: CheckResult) => result.checks.filter((check) => check.result === wanted).length;
  const total = {
    en: `${count("granted")} calls granted, ${count("denied")} denied, ${count("failed")} failed, ${count("not-reached")} not reached.`,
    zh: `调用结果：${count("granted")} 项已授权，${count("denied")} 项被拒绝，${count("failed")} 项失败，${count("not-reached")} 项未涉及。`,
  };
  const missing = [...missingOf(result)].flatMap(([provider, permissions]) => [
    { en: `Missing in ${provider}:`, zh: `${provider} 缺少的权限：` }[lang],
    ...permissions.map((permission) => `  ${permission}`),
    {
      en: `A policy with all that a scan needs: jingnei permissions ${provider}`,
      zh: `含扫描所需全部权限的策略：jingnei permissions ${provider}`,
    }[lang],
  ]);
  const regions = result.accounts.some(({ region }) => region !== null)
    ? [
        {
          en: "What is read per region was tried in one region of each account; --only REGION tries another.",
          zh: "按地域读取的资源类型在每个账号中只试查了一个地域；可用 --only 地域 试查其他地域。",
        }[lang],
      ]
    : [];
  const idle = {
    en: "Not reached: no resource was there to ask about. --format json names each call, and the hosts contacted.",
    zh: "未涉及：没有可供查询的资源。--format json 列出各项调用及所连接的主机。",
  };
  return [total[lang], ...(count("not-reached") === 0 ? [] : [idle[lang]]), ...regions, ...missing];
}
