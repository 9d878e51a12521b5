import type { GapReason, Text } from "../../src/model/index.ts";

/** What to do about a gap of this reason. */
export function gapAdvice(reason: GapReason, provider: string): Text {
  switch (reason) {
    case "denied":
      return {
        en: `Grant the read permission (jingnei permissions ${provider}), then scan again.`,
        zh: `授予该操作的只读权限（jingnei permissions ${provider}）后重新扫描。`,
      };
    case "throttled":
      return {
        en: "Resume the scan at a quieter time (jingnei scan --resume).",
        zh: "避开高峰时段后继续未完成的扫描（jingnei scan --resume）。",
      };
    case "timeout":
      return {
        en: "Check the network path to the endpoint (jingnei preflight), then resume.",
        zh: "检查到服务端点的网络连通性（jingnei preflight）后继续扫描。",
      };
    case "unsupported":
      return { en: "Not read by this version: check it by hand.", zh: "当前版本无法读取，请人工核查。" };
    case "not-enabled":
      return { en: "Nothing to do unless the service is in use.", zh: "如未使用该服务，无需处理。" };
    case "malformed":
      return {
        en: "Check whether a proxy answers in place of the endpoint, then scan again.",
        zh: "检查应答是否来自代理而非服务端点，排除后重新扫描。",
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
