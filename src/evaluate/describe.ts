import {
  type Approval,
  type DataClass,
  dataClassTerms,
  type EdgeInQuestion,
  groundTerms,
  jurisdictionTerms,
  type Language,
  mechanismTerms,
  missingFactTerms,
  type ParameterValue,
  type Place,
} from "../model/index.ts";
import { lastDayOf } from "./approvals.ts";
import { words } from "./phrases.ts";
import { fill, plain } from "./plain-text.ts";

export type Values = Readonly<Record<string, string>>;

/** Parameters as texts name them, in each language; made once per run. */
export type ParameterWords = Readonly<Record<Language, Values>>;

export function approvalValues(approval: Approval, language: Language): Values {
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

export function otherEndIn({ edge, otherName }: EdgeInQuestion, language: Language, placeIn: PlaceWords): string {
  const place = placeIn(edge.place, language);
  if (edge.to !== null) {
    // What was observed goes by its name, as the resource itself does; of anything else only the id is known.
    const other = otherName === undefined ? plain(edge.to) : fill(words.named[language], { name: plain(otherName) });
    return fill(words[edge.place.jurisdiction === "unknown" ? "inNoPlace" : "inPlace"][language], { other, place });
  }
  if (edge.party === null) return place;
  if (edge.party === "*") {
    return (edge.kind === "reachable-from" ? words.everyoneReaching : words.everyoneShared)[language];
  }
  const other = fill(words.party[language], { party: plain(edge.party) });
  return edge.place.jurisdiction === "unknown" ? other : fill(words.inPlace[language], { other, place });
}

/** `Hong Kong SAR (ap-east-1)`; elsewhere the ISO code says more than the collective word. */
export type PlaceWords = (place: Place, language: Language) => string;

/** Regions are few and named a million times. */
const mostPlaces = 5_000;

/** Names places, each once. */
export function createPlaceWords(): PlaceWords {
  const known = { en: new Map<string, string>(), zh: new Map<string, string>() };
  return (place, language) => {
    const names = known[language];
    const key = `${place.jurisdiction} ${place.country} ${place.region}`;
    let name = names.get(key);
    if (name === undefined) {
      name = placeName(place, language);
      if (names.size >= mostPlaces) names.clear();
      names.set(key, name);
    }
    return name;
  };
}

function placeName({ region, country, jurisdiction }: Place, language: Language): string {
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

/** Made when the first country is named: the tables behind each take 3 ms to open. */
const countryNames: Readonly<Record<Language, () => Intl.DisplayNames>> = {
  en: once(() => new Intl.DisplayNames("en", { type: "region", fallback: "code" })),
  zh: once(() => new Intl.DisplayNames("zh-Hans-CN", { type: "region", fallback: "code" })),
};

function once<T extends object>(make: () => T): () => T {
  let made: T | undefined;
  return () => {
    made ??= make();
    return made;
  };
}

function countryIn(country: string, language: Language): string {
  return /^[A-Z]{2}$/.test(country) ? (countryNames[language]().of(country) ?? country) : plain(country);
}

export function classesIn(classes: readonly DataClass[], language: Language): string {
  return listIn(
    classes.map((held) => dataClassTerms[held][language]),
    language,
  );
}

export function missingIn(missing: readonly string[], language: Language): string {
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

export function parameterWords(parameters: Readonly<Record<string, ParameterValue>>): ParameterWords {
  return { en: parameterValues(parameters, "en"), zh: parameterValues(parameters, "zh") };
}

function parameterValues(parameters: Readonly<Record<string, ParameterValue>>, language: Language): Values {
  return Object.fromEntries(
    Object.entries(parameters).map(([name, value]) => [
      `parameters.${name}`,
      typeof value === "number" ? numberIn(value, language) : String(value),
    ]),
  );
}

/** 1000000 is 1,000,000 in English and 100万 in Chinese. */
export function numberIn(value: number, language: Language): string {
  if (language === "zh" && value >= 10_000 && value % 10_000 === 0) return `${value / 10_000}万`;
  return String(value).replace(/\B(?=(\d{3})+(?!\d))/g, ",");
}

export function capitalised(sentence: string): string {
  return sentence.slice(0, 1).toUpperCase() + sentence.slice(1);
}
