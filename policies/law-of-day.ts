import type { Article, Basis, BasisRef, Edition, Instrument, Instruments, Policy } from "../src/model/index.ts";

/**
 * The catalogue tells no law of days before this one: the Provisions on cross-border data flows replaced the thresholds of the
 * 2022 measures, which counted from 1 January of the year before and cannot be worked out from what an operator declares here.
 * Source: CAC Order 16, 2024-03-22, articles 7 to 9 and 13; CAC Order 11, 2022, articles 4 and 14.
 */
export const lawKnownFrom = "2024-03-22";

/** Left out = today's text, whatever the date. */
export type Day = string | undefined;

/** A citation as it stood on a day; nothing where the article, under any number, was not in force then. */
export function citationOn(
  instruments: Instruments,
  { instrument: key, article }: BasisRef,
  day: Day,
): Basis | undefined {
  const instrument = instruments[key];
  const content = instrument?.articles[article];
  if (instrument === undefined || content === undefined) return undefined;
  if (hasEnded(instrument, content, day)) return undefined;
  if (day === undefined || isCurrentOn(instrument, content, day)) {
    return {
      instrument: key,
      name: instrument.name,
      article,
      title: content.title,
      inForce: content.inForce ?? instrument.inForce,
      status: instrument.status,
      source: instrument.source,
      confidence: content.confidence ?? instrument.confidence,
    };
  }
  const earlier = earlierText(instrument, content, day);
  if (earlier === undefined) return undefined;
  return {
    instrument: key,
    name: instrument.name,
    article: earlier.number,
    title: content.title,
    inForce: earlier.edition.inForce,
    status: "superseded",
    source: earlier.edition.source,
    confidence: earlier.edition.confidence,
  };
}

/** Whether a rule holds on a day: in its own time, and with something in force to cite. */
export function holdsOn(instruments: Instruments, policy: Policy, day: Day): boolean {
  if (day === undefined) return policy.inForce?.to === undefined;
  const { from, to } = policy.inForce ?? {};
  if ((from !== undefined && day < from) || (to !== undefined && day > to)) return false;
  return policy.basis.some((reference) => citationOn(instruments, reference, day) !== undefined);
}

/** The first day within the rule's own time on which none of its citations is in force. */
export function dayWithoutLaw(instruments: Instruments, policy: Policy): string | undefined {
  const { from = lawKnownFrom, to } = policy.inForce ?? {};
  const turns = policy.basis.flatMap(({ instrument: key, article }) => {
    const instrument = instruments[key];
    return instrument === undefined ? [] : turnsOf(instrument, instrument.articles[article]);
  });
  const days = [...new Set([from, ...turns])].filter((day) => day >= from && (to === undefined || day <= to)).sort();
  return days.find((day) => !policy.basis.some((reference) => citationOn(instruments, reference, day) !== undefined));
}

/** Days on which what can be cited of an article changes. */
function turnsOf(instrument: Instrument, article: Article | undefined): readonly string[] {
  const editions = Object.values(instrument.editions ?? {}).flatMap(({ inForce, until }) => [inForce, dayAfter(until)]);
  const ends = article?.until === undefined ? undefined : dayAfter(article.until);
  const own = [article?.inForce, ends, instrument.inForce, instrument.superseded];
  return [...editions, ...own.flatMap((day) => (day === undefined || day === null ? [] : [day]))];
}

function hasEnded({ superseded }: Instrument, { until }: Article, day: Day): boolean {
  if (day === undefined) return superseded !== undefined || until !== undefined;
  return (superseded !== undefined && superseded <= day) || (until !== undefined && until < day);
}

function isCurrentOn(instrument: Instrument, article: Article, day: string): boolean {
  const from = article.inForce ?? instrument.inForce;
  return from === null || from <= day;
}

function earlierText(
  { editions = {} }: Instrument,
  { aliases }: Article,
  day: string,
): { readonly edition: Edition; readonly number: string } | undefined {
  for (const [name, edition] of Object.entries(editions)) {
    if (day < edition.inForce || day > edition.until) continue;
    const alias = aliases.find((number) => number.startsWith(`${name}-`));
    if (alias !== undefined) return { edition, number: alias.slice(name.length + 1) };
  }
  return undefined;
}

function dayAfter(day: string): string {
  return new Date(Date.parse(day) + 86_400_000).toISOString().slice(0, 10);
}
