import type { Answers } from "../config/answers.ts";
import type { Text } from "../model/index.ts";

/** Sectors in which designations are usual (CII Regulations 2; public guides for foreign businesses), as the catalogue spells them. */
export const usualSectors: readonly string[] = [
  "energy",
  "finance",
  "government",
  "health",
  "industry",
  "insurance",
  "manufacturing",
  "public-services",
  "telecom",
  "transport",
  "utilities",
  "water",
];

/** The tool's own line for "very many": no text fixes one for designation. */
const manyPeople = 1_000_000;

/**
 * Which of somebody's answers make a designation as CIIO likelier. Never whether there is one: that is for the authority to say.
 * Nothing where the status is settled.
 */
export function likelihoodWords({ status = ["undeclared"], sectors = [], handled }: Answers): Text | undefined {
  if (status.includes("ciio")) return undefined;
  const usual = sectors.filter((sector) => usualSectors.includes(sector));
  const isLarge = handled !== undefined && handled >= manyPeople;
  const factors: readonly Text[] = [
    ...(usual.length === 0 ? [] : [{ en: `sector (${usual.join(", ")})`, zh: `行业（${usual.join("、")}）` }]),
    ...(isLarge
      ? [
          {
            en: `scale (${handled.toLocaleString("en")} people)`,
            zh: `规模（${handled.toLocaleString("en")} 名自然人）`,
          },
        ]
      : []),
  ];
  const rest = {
    en: "Dependence and links to government only you can judge. None of this decides it.",
    zh: "依赖程度以及与政府部门的联系只能由您判断。以上因素均不构成认定。",
  };
  if (factors.length === 0) {
    return {
      en: `None of your answers makes a designation likelier, which rules nothing out. ${rest.en}`,
      zh: `所填内容中没有提高被认定可能性的因素，但不能据此排除。${rest.zh}`,
    };
  }
  return {
    en: `Of your answers, these make a designation likelier: ${factors.map(({ en }) => en).join("; ")}. ${rest.en}`,
    zh: `所填内容中提高被认定可能性的因素：${factors.map(({ zh }) => zh).join("；")}。${rest.zh}`,
  };
}
