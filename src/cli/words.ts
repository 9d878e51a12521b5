import type { Language, ReportSource, Text } from "../model/index.ts";
import { exitCodeOf, type Outcome } from "./exit-code.ts";

/** The last lines of a run: what was written, and why it ends as it does. */
export function closingWords(
  source: ReportSource,
  outcome: Outcome,
  written: readonly string[],
  lang: Language,
): readonly string[] {
  const reason = reasonOf(source, outcome);
  const wrote =
    written.length === 0
      ? []
      : [inLanguage({ en: `Wrote ${written.join(", ")}`, zh: `已写入 ${written.join("、")}` }, lang)];
  return reason === undefined ? wrote : [...wrote, inLanguage(reason, lang)];
}

function reasonOf({ run, coverage }: ReportSource, outcome: Outcome): Text | undefined {
  const { failOn } = outcome;
  const code = exitCodeOf(outcome);
  if (run.mode === "demo") {
    return code === 130
      ? { en: "Interrupted: the reports hold what was read.", zh: "已中断：报告只包含已读取的内容。" }
      : { en: `A scan of this estate ends with exit code ${code}.`, zh: `以同样的资源运行 scan，退出码为 ${code}。` };
  }
  switch (code) {
    case 130:
      return {
        en: `Interrupted: to go on, give the same command with --resume ${run.id}`,
        zh: `已中断：以相同命令加 --resume ${run.id} 可继续`,
      };
    case 2: {
      const { count, of } = outcome.unread ?? { count: 0, of: 0 };
      return {
        en: `Exit code 2: ${count} of ${of} files could not be read; the others were judged.`,
        zh: `退出码 2：${of} 个文件中有 ${count} 个无法读取，其余文件已检查。`,
      };
    }
    case 1:
      return {
        en: `Exit code 1: there are open findings at or above ${failOn} (--fail-on).`,
        zh: `退出码 1：存在 ${failOn} 及以上级别的未决检查发现（--fail-on）。`,
      };
    case 3: {
      const open = coverage.asked - coverage.answered;
      return {
        en: `Exit code 3: coverage is incomplete, ${open} of ${coverage.asked} questions stayed unanswered.`,
        zh: `退出码 3：检查覆盖不完整，${coverage.asked} 项查询中有 ${open} 项未获应答。`,
      };
    }
    case 0:
      return undefined;
  }
}

function inLanguage(text: Text, lang: Language): string {
  return text[lang];
}
