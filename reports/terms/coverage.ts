import {
  type Coverage,
  type GapReason,
  gapReasonTerms,
  leavesCoverageComplete,
  type Text,
} from "../../src/model/index.ts";
import { digits, plural } from "./digits.ts";

/** How much was seen, and what no question was asked about. */
export function coverageSentence(coverage: Coverage): Text {
  const [answers, unread] = [answersSentence(coverage), unreadSentence(coverage)];
  return { en: `${answers.en} ${unread.en}`.trimEnd(), zh: `${answers.zh}${unread.zh}` };
}

/** Services that may hold data and that nobody asked; empty where there are none. */
export function unreadSentence(coverage: Coverage): Text {
  const count = countUnread(coverage);
  if (count === 0) return { en: "", zh: "" };
  return {
    en: `${plural(count, "service that may hold data is", "services that may hold data are")} not read by this version.`,
    zh: `另有${digits(count)}项可能存有数据的服务，本版本尚未读取。`,
  };
}

export function countUnread({ unread = [] }: Coverage): number {
  return unread.reduce((sum, { services }) => sum + services.length, 0);
}

/** How many questions were answered. */
export function answersSentence({ complete, asked, answered, gaps }: Coverage): Text {
  if (asked === 0 && complete) return { en: "No cloud was asked.", zh: "未调用云接口。" };
  if (answered === asked) {
    if (complete)
      return { en: `All ${digits(asked)} questions were answered.`, zh: `${digits(asked)}项查询均已应答。` };
    return {
      en: `${plural(gaps.length, "gap remains", "gaps remain")}.`,
      zh: `存在${digits(gaps.length)}项覆盖缺口。`,
    };
  }
  if (complete) {
    return {
      en: `${digits(answered)} of ${digits(asked)} questions were answered; the rest is not enabled or was left out on purpose.`,
      zh: `${digits(asked)}项查询中已应答${digits(answered)}项，其余未启用或按设置跳过。`,
    };
  }
  return {
    en: `${digits(asked - answered)} of ${digits(asked)} questions went unanswered.`,
    zh: `${digits(asked)}项查询中有${digits(asked - answered)}项未获应答。`,
  };
}

/** Why coverage is incomplete: gaps by reason, the most frequent first. */
export function gapReasons(coverage: Coverage): readonly { readonly reason: Text; readonly count: number }[] {
  const counts = new Map<GapReason, number>();
  for (const { reason } of coverage.gaps) {
    if (!leavesCoverageComplete(reason)) counts.set(reason, (counts.get(reason) ?? 0) + 1);
  }
  return [...counts]
    .sort(([, a], [, b]) => b - a)
    .map(([reason, count]) => ({ reason: gapReasonTerms[reason], count }));
}

/** What to do about a gap of this reason. */
export function gapAdvice(reason: GapReason): Text {
  switch (reason) {
    case "denied":
      return {
        en: "Grant the read permission (jingnei permissions PROVIDER prints the policy, jingnei preflight tries it), then scan again.",
        zh: "授予该操作的只读权限（jingnei permissions PROVIDER 输出所需策略，jingnei preflight 可先行验证）后重新扫描。",
      };
    case "throttled":
      return {
        en: "Resume the scan at a quieter time (jingnei scan --resume).",
        zh: "避开高峰时段后继续未完成的扫描（jingnei scan --resume）。",
      };
    case "timeout":
      return {
        en: "Check the network path to the endpoint, then resume (jingnei scan --resume).",
        zh: "检查到服务端点的网络连通性后继续未完成的扫描（jingnei scan --resume）。",
      };
    case "unsupported":
      return { en: "Not read by this version: check it by hand.", zh: "当前版本无法读取，请人工核查。" };
    case "not-enabled":
      return { en: "Nothing to do unless the service is in use.", zh: "如未使用该服务，无需处理。" };
    case "malformed":
      return {
        en: "Put the file right, or find out whether a proxy answers in place of the endpoint; then run it again.",
        zh: "修正该文件，或者检查应答是否来自代理而非服务端点，处理后重新运行。",
      };
    case "unlisted-region":
      return {
        en: "Update jingnei, or establish by hand where this region lies.",
        zh: "升级 jingnei，或人工确认该地域的所在地。",
      };
    case "failed":
      return { en: "See the detail, then scan again.", zh: "依据详情排查后重新扫描。" };
    case "skipped":
      return { en: "Scan without the exclusion to see it.", zh: "取消跳过设置后重新扫描，方可检查。" };
  }
}
