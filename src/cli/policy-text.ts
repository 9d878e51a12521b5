import type { Conflict } from "../../policies/conflicts.ts";
import {
  type Basis,
  groundTerms,
  type Language,
  mechanismTerms,
  type Policy,
  packTerms,
  severityTerms,
  type Text,
  verdictTerms,
} from "../model/index.ts";
import { conflictsOfPolicy } from "./conflicts.ts";
import type { PolicyRoom } from "./house.ts";
import { label } from "./labels.ts";
import { basisLines, colon, section } from "./law-text.ts";
import { messageOfRule } from "./message-slots.ts";

const expectations: Readonly<Record<Policy["cases"][number]["expect"], Text>> = {
  fires: { en: "fires", zh: "适用" },
  passes: { en: "passes", zh: "不适用" },
  unknown: { en: "unknown", zh: "无法判断" },
};

type Book = ReturnType<PolicyRoom["loadPolicies"]>;

/** A policy as a reader checks it: what it says, when it fires, its law, and the cases that show it. */
export function policyText(
  found: Book["policies"][number],
  book: Book,
  conflicts: readonly Conflict[],
  lang: Language,
): string {
  const { policy, file } = found;
  const lines = [
    `${policy.id}  ${policy.title[lang]}`,
    `${packTerms[policy.pack][lang]} · ${outcome(policy, lang)}`,
    ...section(label("summary", lang), [messageOfRule(policy.message, book.parameters, lang)]),
    ...section(label("condition", lang), policy.when.trim().split("\n")),
    ...section(
      label("adjustments", lang),
      policy.adjust.map(
        ({ when, ...other }) => `${outcome({ ...policy, ...defined(other) }, lang)}${colon[lang]}${oneLine(when)}`,
      ),
    ),
    ...section(label("facts", lang), policy.needs),
    ...section(
      label("routes", lang),
      policy.routes.map((mechanism) => mechanismTerms[mechanism][lang]),
    ),
    ...section(
      label("exemptions", lang),
      policy.exemptions.map((ground) => groundTerms[ground][lang]),
    ),
    ...section(label("remediation", lang), [messageOfRule(policy.remediation, book.parameters, lang)]),
    ...section(label("basis", lang), basisLines(basisOf(policy, book), lang)),
    ...section(
      label("cases", lang),
      policy.cases.map(({ name, expect }) => `${expectations[expect][lang]}${colon[lang]}${name}`),
    ),
    ...section(label("conflicts", lang), conflictsOfPolicy(policy.id, conflicts, lang)),
    ...section(label("aliases", lang), policy.aliases),
    ...section(label("file", lang), [file]),
  ];
  return `${lines.join("\n")}\n`;
}

function outcome({ verdict, severity }: Pick<Policy, "verdict" | "severity">, lang: Language): string {
  return `${verdictTerms[verdict][lang]} · ${severityTerms[severity][lang]}`;
}

function basisOf(policy: Policy, { instruments }: Book): readonly Basis[] {
  return policy.basis.flatMap(({ instrument: key, article: number }) => {
    const instrument = instruments[key];
    const article = instrument?.articles[number];
    // Loading refuses a policy whose article is not there.
    if (instrument === undefined || article === undefined) return [];
    const { inForce, status, source, confidence } = instrument;
    return [
      {
        instrument: key,
        name: instrument.name,
        article: number,
        title: article.title,
        inForce,
        status,
        source,
        confidence: article.confidence ?? confidence,
      },
    ];
  });
}

function defined(other: Omit<Policy["adjust"][number], "when">): Partial<Pick<Policy, "verdict" | "severity">> {
  const { severity, verdict } = other;
  return verdict === undefined ? { severity } : { severity, verdict };
}

function oneLine(text: string): string {
  return text.replaceAll(/\s+/g, " ").trim();
}
