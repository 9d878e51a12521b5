import { type Language, type Severity, type StreamedFinding, type Text, worst } from "../../src/model/index.ts";
import { escapeProse } from "../markdown-text.ts";
import { lawsOf } from "../terms/finding.ts";
import { clipped, visible } from "../visible.ts";
import { type Level, levelOf, securitySeverity } from "./level.ts";

/** GitHub's limits of a rule (docs.github.com, "SARIF support for code scanning", read 2026-11-22). */
const longestDescription = 1_024;
const mostTags = 20;

const words = {
  law: { en: "Cited provisions", zh: "依据条款" },
  action: { en: "Suggested action", zh: "建议措施" },
  inForce: { en: "in force since", zh: "施行日期" },
  source: { en: "read from", zh: "文本来源" },
  none: { en: "Rule of this organisation; it cites no provision.", zh: "本单位自定规则，未引用法规条款。" },
} as const satisfies Readonly<Record<string, Text>>;

interface Rule {
  readonly first: StreamedFinding;
  readonly index: number;
  level: Level;
  severity: Severity;
  /** Undefined where results of the rule ask for different things: each result says its own. */
  remediation: Text | undefined;
}

/** Rules of the results written so far, in the order in which they first came. */
export interface RuleBook {
  indexOf(finding: StreamedFinding): number;
  descriptors(): Iterable<Readonly<Record<string, unknown>>>;
}

export function ruleBook(lang: Language, disclaimer: Text): RuleBook {
  const rules = new Map<string, Rule>();
  return {
    indexOf(finding) {
      const rule = rules.get(finding.policy) ?? newRule(finding, rules.size);
      rules.set(finding.policy, rule);
      rule.severity = worst(rule.severity, finding.severity);
      rule.level = graver(rule.level, levelOf(finding));
      if (rule.remediation?.en !== finding.remediation.en) rule.remediation = undefined;
      return rule.index;
    },
    *descriptors() {
      for (const rule of rules.values()) yield descriptorOf(rule, lang, disclaimer);
    },
  };
}

function newRule(first: StreamedFinding, index: number): Rule {
  return { first, index, level: levelOf(first), severity: first.severity, remediation: first.remediation };
}

function graver(a: Level, b: Level): Level {
  if (a === "error" || b === "error") return "error";
  return a === "warning" || b === "warning" ? "warning" : "note";
}

function descriptorOf(rule: Rule, lang: Language, disclaimer: Text): Readonly<Record<string, unknown>> {
  const { policy, basis } = rule.first;
  const laws = lawsOf(rule.first).map((law) => law[lang]);
  const title = basis[0]?.title[lang] ?? words.none[lang];
  const helpUri = basis.map(({ source }) => source).find((source) => /^https:\/\/\S+$/.test(source));
  const colon = lang === "zh" ? "：" : ": ";
  return {
    id: policy,
    name: pascal(policy),
    shortDescription: { text: clipped(`${policy}${colon}${title}`, longestDescription) },
    fullDescription: { text: clipped(laws.join(lang === "zh" ? "；" : "; ") || words.none[lang], longestDescription) },
    help: { text: helpText(rule, lang, disclaimer), markdown: helpMarkdown(rule, lang, disclaimer) },
    ...(helpUri === undefined ? {} : { helpUri }),
    defaultConfiguration: { level: rule.level },
    properties: {
      tags: tagsOf(rule.first),
      "security-severity": securitySeverity[rule.severity],
    },
  };
}

function helpText({ first, remediation }: Rule, lang: Language, disclaimer: Text): string {
  const laws = provisions(first, lang).map((line) => `- ${line}`);
  return [
    words.law[lang],
    ...(laws.length > 0 ? laws : [words.none[lang]]),
    ...(remediation === undefined ? [] : ["", words.action[lang], visible(remediation[lang])]),
    "",
    disclaimer[lang],
  ].join("\n");
}

function helpMarkdown({ first, remediation }: Rule, lang: Language, disclaimer: Text): string {
  const laws = provisions(first, lang).map((line) => `- ${escapeProse(line)}`);
  return [
    `**${words.law[lang]}**`,
    "",
    ...(laws.length > 0 ? laws : [words.none[lang]]),
    ...(remediation === undefined ? [] : ["", `**${words.action[lang]}**`, "", escapeProse(remediation[lang])]),
    "",
    `*${escapeProse(disclaimer[lang])}*`,
  ].join("\n");
}

function provisions({ basis }: StreamedFinding, lang: Language): readonly string[] {
  const laws = lawsOf({ basis });
  return basis.map((one, index) => {
    const inForce = one.inForce === null ? one.status : `${words.inForce[lang]} ${one.inForce}`;
    const law = laws[index]?.[lang] ?? "";
    return lang === "zh"
      ? `${law}（${inForce}；${words.source.zh}：${one.source}）`
      : `${law} (${inForce}; ${words.source.en}: ${one.source})`;
  });
}

/** Instruments become tags, so that alerts can be filtered by law. */
function tagsOf({ basis }: StreamedFinding): readonly string[] {
  return [...new Set(["security", "data-residency", ...basis.map(({ instrument }) => instrument)])].slice(0, mostTags);
}

/** CSL-39-STORE as readers of SARIF expect names to be spelt: Csl39Store. */
function pascal(id: string): string {
  const parts = id.split(/[^A-Za-z0-9]+/).filter((part) => part !== "");
  return parts.map((part) => part.charAt(0).toUpperCase() + part.slice(1).toLowerCase()).join("");
}
