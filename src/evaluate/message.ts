import {
  type Approval,
  type DataClass,
  dataClassTerms,
  type EdgeInQuestion,
  edgeKindTerms,
  groundTerms,
  highestClass,
  jurisdictionTerms,
  type Language,
  languages,
  mechanismTerms,
  missingFactTerms,
  type ParameterValue,
  type Place,
  type Text,
  verdictTerms,
} from "../model/index.ts";
import { lastDayOf, takesRoutes } from "./approvals.ts";
import type { Draft } from "./draft.ts";
import { edgeClauses, sentences, words } from "./phrases.ts";
import { fill, plain } from "./plain-text.ts";

export type Parameters = Readonly<Record<string, ParameterValue>>;

type Values = Readonly<Record<string, string>>;

/** The same in every language. */
export function inEveryLanguage(say: (language: Language) => string): Text {
  const [en, zh] = languages.map(say);
  return { en: en ?? "", zh: zh ?? "" };
}

export function messageOf(draft: Draft, question: EdgeInQuestion, parameters: Parameters): Text {
  return inEveryLanguage((language) => sentenceOf(draft, question, parameters, language));
}

export function remediationOf(draft: Draft, parameters: Parameters): Text {
  return inEveryLanguage((language) => {
    const { ifDesignated, ifNotDesignated } = draft;
    const own = fill(draft.policy.policy.remediation[language], parameterValues(parameters, language));
    if (ifDesignated === undefined || ifNotDesignated === undefined) return own;
    if (ifDesignated.policy === ifNotDesignated.policy) return own;
    const designated = fill(ifDesignated.policy.policy.remediation[language], parameterValues(parameters, language));
    return fill(sentences.remediationElse[language], { plain: own, designated });
  });
}

/** What an account's finding says of all resources folded into it. */
export function accountMessageOf(draft: Draft, account: string, count: number, parameters: Parameters): Text {
  return inEveryLanguage((language) => {
    const { accountMessage, title } = draft.policy.policy;
    const template = draft.undecided ? undefined : accountMessage?.[language];
    return fill(template ?? sentences.undecidedAccount[language], {
      ...parameterValues(parameters, language),
      account: plain(account),
      count: numberIn(count, "en"),
      title: title[language],
      missing: missingIn(draft.missing, language),
    });
  });
}

function sentenceOf(draft: Draft, question: EdgeInQuestion, parameters: Parameters, language: Language): string {
  const { ifDesignated, ifNotDesignated } = draft;
  const side = ifNotDesignated ?? ifDesignated;
  if (side !== undefined) {
    const own = sentenceOf(side, question, parameters, language);
    const parts = [fill(sentences.undeclared[language], { plain: own })];
    if (ifNotDesignated === undefined) parts.push(sentences.ifNotDesignated[language]);
    else if (ifDesignated === undefined) parts.push(sentences.ifDesignatedNothing[language]);
    else {
      const title = ifDesignated.policy.policy.title[language];
      const verdict = verdictTerms[ifDesignated.verdict][language];
      parts.push(fill(sentences.ifDesignated[language], { title, verdict }));
    }
    return parts.join(language === "en" ? " " : "");
  }
  const values = valuesOf(draft, question, parameters, language);
  if (draft.undecided) return fill(sentences.undecided[language], values);
  const parts = [fill(draft.policy.policy.message[language], values)];
  if (draft.weakClass) parts.push(sentences.weakClass[language]);
  parts.push(...routeSentences(draft, values, language));
  return parts.join(language === "en" ? " " : "");
}

function routeSentences(draft: Draft, values: Values, language: Language): readonly string[] {
  const { route, routeCounts, verdict } = draft;
  const say = (name: keyof typeof sentences): readonly string[] => [fill(sentences[name][language], values)];
  switch (route.kind) {
    case "none":
      return verdict === "not-met" && takesRoutes(draft.policy.policy) ? say("none") : [];
    case "exceeded":
      return say(route.by === "people" ? "exceededPeople" : "exceededClasses");
    case "accepted":
    case "permitted":
    case "arguable":
      if (routeCounts === false) return say("routeDoesNotCount");
      if (routeCounts === undefined) return say("routeNeedsMore");
      return say(route.kind);
    default:
      return say(route.kind);
  }
}

function valuesOf(draft: Draft, question: EdgeInQuestion, parameters: Parameters, language: Language): Values {
  const { resource, edge, data } = question;
  const approval = draft.route.kind === "none" ? undefined : draft.route.approval;
  const held = draft.about.length > 0 ? draft.about : [highestClass(data.classes.map((entry) => entry.class))];
  const own: Values = {
    resource: plain(resource.name),
    account: plain(resource.account),
    provider: resource.provider,
    place: placeIn(edge.place, language),
    kind: edgeKindTerms[edge.kind][language],
    to: otherEndIn(question, language),
    class: classesIn(held, language),
    title: draft.policy.policy.title[language],
    missing: missingIn(draft.missing, language),
    ...(approval === undefined ? {} : approvalValues(approval, language)),
    ...parameterValues(parameters, language),
  };
  return { ...own, flow: capitalised(fill(edgeClauses[edge.kind][language], own)) };
}

function approvalValues(approval: Approval, language: Language): Values {
  return {
    approval: plain(approval.id),
    mechanism: (approval.ground === undefined ? mechanismTerms[approval.mechanism] : groundTerms[approval.ground])[
      language
    ],
    covered: classesIn(approval.classes, language),
    people: approval.people === undefined ? "?" : numberIn(approval.people, language),
    issued: approval.issued,
    last: lastDayOf(approval) ?? "?",
  };
}

function otherEndIn({ edge }: EdgeInQuestion, language: Language): string {
  const place = placeIn(edge.place, language);
  if (edge.to !== null) return fill(words.inPlace[language], { other: plain(edge.to), place });
  if (edge.party === null) return place;
  if (edge.party === "*") {
    return (edge.kind === "reachable-from" ? words.everyoneReaching : words.everyoneShared)[language];
  }
  const other = fill(words.party[language], { party: plain(edge.party) });
  return edge.place.jurisdiction === "unknown" ? other : fill(words.inPlace[language], { other, place });
}

/** `Hong Kong SAR (ap-east-1)`; elsewhere the ISO code says more than the collective word. */
function placeIn({ region, country, jurisdiction }: Place, language: Language): string {
  if (jurisdiction === "unknown") {
    const { nowhereKnown, nowhereKnownStated } = words;
    if (region === null) return nowhereKnown[language];
    return fill(nowhereKnownStated[language], { region: plain(region) });
  }
  const name =
    jurisdiction === "foreign" && country !== null
      ? countryIn(country, language)
      : jurisdictionTerms[jurisdiction][language];
  if (region === null) return name;
  return language === "en" ? `${name} (${plain(region)})` : `${name}（${plain(region)}）`;
}

const countryNames: Readonly<Record<Language, Intl.DisplayNames>> = {
  en: new Intl.DisplayNames("en", { type: "region", fallback: "code" }),
  zh: new Intl.DisplayNames("zh-Hans-CN", { type: "region", fallback: "code" }),
};

function countryIn(country: string, language: Language): string {
  return /^[A-Z]{2}$/.test(country) ? (countryNames[language].of(country) ?? country) : plain(country);
}

function classesIn(classes: readonly DataClass[], language: Language): string {
  return listIn(
    classes.map((held) => dataClassTerms[held][language]),
    language,
  );
}

function missingIn(missing: readonly string[], language: Language): string {
  return listIn(
    missing.map((fact) => missingFactTerms[fact]?.[language] ?? fact),
    language,
  );
}

function listIn(items: readonly string[], language: Language): string {
  const last = items.at(-1) ?? "";
  const rest = items.slice(0, -1);
  return rest.length === 0 ? last : `${rest.join(words.listBetween[language])}${words.listEnd[language]}${last}`;
}

function parameterValues(parameters: Parameters, language: Language): Values {
  return Object.fromEntries(
    Object.entries(parameters).map(([name, value]) => [
      `parameters.${name}`,
      typeof value === "number" ? numberIn(value, language) : String(value),
    ]),
  );
}

/** 1000000 is 1,000,000 in English and 100万 in Chinese. */
function numberIn(value: number, language: Language): string {
  if (language === "zh" && value >= 10_000 && value % 10_000 === 0) return `${value / 10_000}万`;
  return String(value).replace(/\B(?=(\d{3})+(?!\d))/g, ",");
}

function capitalised(sentence: string): string {
  return sentence.slice(0, 1).toUpperCase() + sentence.slice(1);
}
