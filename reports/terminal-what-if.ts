import {
  type Outcome,
  padEnd,
  severities,
  severityTerms,
  type Text,
  textWidth,
  verdictTerms,
  type WhatIf,
  wrapText,
} from "../src/model/index.ts";
import type { Paint, Say } from "./terminal-paint.ts";
import { moreFindings } from "./terminal-text.ts";
import { clip } from "./terminal-width.ts";
import { digits } from "./terms/digits.ts";
import { visible } from "./visible.ts";

const shownChanges = 5;

type Change = WhatIf["changes"][number];

/** What another status of the operator would change: counts, and the worst of it. Nothing for a run that was not asked. */
export function whatIfLines(
  whatIf: WhatIf | undefined,
  nameOf: (change: Change) => string,
  width: number,
  say: Say,
  paint: Paint,
): readonly string[] {
  if (whatIf === undefined) return [];
  const shown = whatIf.changes.slice(0, shownChanges);
  const changes = whatIf.new + whatIf.changed + whatIf.gone;
  const heading = whatIf.status.includes("ciio") ? words.designated : words.undesignated;
  return [
    paint("title", say(heading)),
    ...wrapText(say(countsOf(whatIf)), width - 2).map((line) => `  ${line}`),
    ...changeLines(shown, nameOf, width, say, paint),
    ...(changes > shown.length ? [paint("quiet", `  ${say(moreFindings(changes - shown.length))}`)] : []),
    "",
  ];
}

function changeLines(
  changes: readonly Change[],
  nameOf: (change: Change) => string,
  width: number,
  say: Say,
  paint: Paint,
): readonly string[] {
  if (changes.length === 0) return [];
  const severityWidth = Math.max(...severities.map((severity) => textWidth(say(severityTerms[severity]))));
  const policyWidth = Math.min(24, Math.max(...changes.map(({ policy }) => textWidth(policy))));
  const room = width - 2 - severityWidth - 2 - policyWidth - 2;
  const names = changes.map((change) => visible(nameOf(change)));
  const nameWidth = Math.min(Math.max(...names.map(textWidth)), Math.floor(room * 0.42));
  return changes.map((change, index) => {
    const severity = paint(change.severity, padEnd(say(severityTerms[change.severity]), severityWidth));
    const policy = padEnd(clip(change.policy, policyWidth), policyWidth);
    const name = padEnd(clip(names[index] ?? "", nameWidth), nameWidth);
    return `  ${severity}  ${policy}  ${name}  ${clip(say(turnOf(change)), room - nameWidth - 2)}`.trimEnd();
  });
}

function turnOf({ change, verdict, now }: Change): Text {
  if (change === "gone") return words.gone;
  const then = verdictTerms[verdict];
  if (now === undefined) return { en: `${then.en}; new`, zh: `${then.zh}；新增` };
  const before = outcomeOf(now, now.verdict !== verdict);
  return { en: `${then.en}; now ${before.en}`, zh: `${then.zh}；现为${before.zh}` };
}

function outcomeOf({ policy, severity, verdict }: Outcome, withVerdict: boolean): Text {
  const [met, grade] = [verdictTerms[verdict], severityTerms[severity]];
  return {
    en: `${policy}${withVerdict ? `, ${met.en}` : ""}, ${grade.en}`,
    zh: `${policy}（${withVerdict ? `${met.zh}，` : ""}${grade.zh}）`,
  };
}

function countsOf({ new: added, changed, gone, unchanged }: WhatIf): Text {
  return {
    en: `${digits(changed)} changed, ${digits(added)} new, ${digits(gone)} gone, ${digits(unchanged)} the same. A comparison, not a finding.`,
    zh: `变化${digits(changed)}项，新增${digits(added)}项，消失${digits(gone)}项，不变${digits(unchanged)}项。仅作对比，不属于检查发现。`,
  };
}

const words = {
  designated: { en: "If designated as a CIIO", zh: "如被认定为关键信息基础设施运营者" },
  undesignated: { en: "If not designated as a CIIO", zh: "如未被认定为关键信息基础设施运营者" },
  gone: { en: "gone", zh: "消失" },
} as const satisfies Readonly<Record<string, Text>>;
