import type { BasisRef, Instrument, Instruments } from "../src/model/index.ts";

export interface CitationProblem {
  readonly message: string;
  readonly remedy: string;
}

/** Why an article cannot be cited like this. */
export function citationProblem(instruments: Instruments, reference: BasisRef): CitationProblem | undefined {
  const { instrument: key, article, edition } = reference;
  const instrument = instruments[key];
  if (instrument === undefined) return unknownInstrument(instruments, key);
  const found = instrument.articles[article];
  if (edition !== undefined && edition !== instrument.edition) {
    const remedy =
      instrument.edition === undefined
        ? "Remove edition."
        : `Cite the number of today's text, with edition ${instrument.edition} or none.`;
    return { message: `${edition} is not today's text of ${key}`, remedy };
  }
  if (found === undefined) {
    const message = `${key} has no article ${article} in instruments.yaml`;
    const [moved] = earlierReadings(key, instrument, article);
    return moved === undefined
      ? { message, remedy: `Cite one of ${Object.keys(instrument.articles).join(", ")}.` }
      : {
          message: `${message}: ${moved.alias} is article ${moved.today} today`,
          remedy: `Cite article ${moved.today}.`,
        };
  }
  if (found.mistakenFor === undefined || edition !== undefined) return undefined;
  const remedy = `Cite the article that is meant; for article ${article} of today's text add edition: ${instrument.edition}.`;
  return { message: bothReadings(instruments, `${key}-${article}`) ?? "", remedy };
}

/**
 * What a number without a year can mean where an instrument was renumbered, as one sentence: `CSL-37` alone is article 37 of
 * today's text and of the earlier one. Nothing where there is only one reading.
 */
export function bothReadings(instruments: Instruments, word: string): string | undefined {
  for (const [key, instrument] of Object.entries(instruments)) {
    if (instrument.editions === undefined || !word.startsWith(`${key}-`)) continue;
    const number = word.slice(key.length + 1);
    const earlier = earlierReadings(key, instrument, number);
    if (earlier.length === 0) continue;
    const today = instrument.articles[number];
    const name = instrument.edition ?? key;
    const readings = [
      `${name}-${number}${today === undefined ? "" : ` (${today.title.en})`}`,
      ...earlier.map(({ alias, today: moved, title }) => `${alias}, which is article ${moved} today (${title})`),
    ];
    return `${word} alone has two readings: ${readings.join(", and ")}`;
  }
  return undefined;
}

/** Articles of today that had this number in an earlier text. */
function earlierReadings(
  key: string,
  { articles, editions = {} }: Instrument,
  number: string,
): readonly { readonly alias: string; readonly today: string; readonly title: string }[] {
  const names = Object.keys(editions).map((name) => `${name}-${number}`);
  return Object.entries(articles).flatMap(([today, { aliases, title }]) => {
    // Without a list of editions an alias that ends alike is taken for an earlier number.
    const alias = aliases.find(
      (one) => names.includes(one) || (names.length === 0 && one.startsWith(key) && one.endsWith(`-${number}`)),
    );
    return alias === undefined ? [] : [{ alias, today, title: title.en }];
  });
}

function unknownInstrument(instruments: Instruments, key: string): CitationProblem {
  const whole = Object.entries(instruments).find(([, { editions }]) => editions?.[key] !== undefined);
  if (whole !== undefined) {
    const message = `${key} is an earlier text of ${whole[0]}, not an instrument of its own`;
    return { message, remedy: `Cite ${whole[0]} by today's number; for earlier days the earlier one is shown.` };
  }
  const message = bothReadings(instruments, key) ?? `there is no instrument ${key}`;
  return { message, remedy: `Use one of ${Object.keys(instruments).join(", ")}, or add it to instruments.yaml.` };
}
