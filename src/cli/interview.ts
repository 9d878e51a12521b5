import type { Answers } from "../config/answers.ts";
import { type Language, origins, type Text } from "../model/index.ts";
import { type Reader, readAccounts, readCount, readOne, readStatus, readWords } from "./answer-readers.ts";
import { cloudsQuestion, initWords, keyQuestion, sectorsQuestion } from "./init-words.ts";
import { likelihoodWords } from "./likelihood.ts";

/** Whoever answers. */
export interface Talk {
  /** One typed line; `undefined` when nothing more will come. */
  ask(prompt: string): Promise<string | undefined>;
  say(text: string): void;
}

export interface Cloud {
  readonly id: string;
  /** Keys of its entry under `sources` that take one of a few words, the default first. */
  readonly keys: readonly { readonly key: string; readonly words: readonly string[] }[];
}

/** What can be chosen from. */
export interface Choices {
  readonly clouds: readonly Cloud[];
  readonly sectors: readonly string[];
  /** Day of the counts, Asia/Shanghai. */
  readonly today: string;
}

/** Asks for what only the operator knows: account origins first, since they settle most of a first scan. Decides nothing. */
export async function interview(talk: Talk, choices: Choices, lang: Language): Promise<Answers> {
  const say = (text: Text): void => talk.say(text[lang]);
  const put = async <Value>(question: Text, read: Reader<Value>): Promise<Value | undefined> => {
    for (;;) {
      const line = (await talk.ask(`${question[lang]}${lang === "zh" ? "：" : ": "}`))?.trim();
      if (line === undefined || line === "") return undefined;
      const answer = read(line);
      if ("value" in answer) return answer.value;
      say(answer.complaint);
    }
  };

  say(initWords.opening);
  say(initWords.origins);
  const mainlandAccounts = await put(initWords.mainlandAccounts, readAccounts([]));
  const elsewhereAccounts = await put(initWords.elsewhereAccounts, readAccounts(mainlandAccounts ?? []));
  const defaultOrigin = await put(initWords.defaultOrigin, readOne(origins));
  const sources = await askSources(put, choices.clouds);
  say(initWords.designation);
  const status = await put(initWords.status, readStatus);
  const sectors =
    choices.sectors.length === 0 ? undefined : await put(sectorsQuestion(choices.sectors), readWords(choices.sectors));
  say(initWords.counts);
  const handled = await put(initWords.handled, readCount);
  const exportedPersonal = await put(initWords.exportedPersonal, readCount);
  const exportedSensitive = await put(initWords.exportedSensitive, readCount);

  const answers: Answers = {
    ...(mainlandAccounts === undefined ? {} : { mainlandAccounts }),
    ...(elsewhereAccounts === undefined ? {} : { elsewhereAccounts }),
    ...(defaultOrigin === undefined ? {} : { defaultOrigin }),
    ...(sources.length === 0 ? {} : { sources }),
    ...(status === undefined ? {} : { status }),
    ...(sectors === undefined ? {} : { sectors }),
    ...(handled === undefined ? {} : { handled }),
    ...(exportedPersonal === undefined ? {} : { exportedPersonal }),
    ...(exportedSensitive === undefined ? {} : { exportedSensitive }),
    asOf: choices.today,
  };
  const likelihood = likelihoodWords(answers);
  if (likelihood !== undefined) say(likelihood);
  return answers;
}

type Put = <Value>(question: Text, read: Reader<Value>) => Promise<Value | undefined>;

/** One entry per cloud, or several where a key with a few words was given several: one per partition, say. */
async function askSources(put: Put, clouds: readonly Cloud[]): Promise<readonly Readonly<Record<string, string>>[]> {
  const ids = clouds.map(({ id }) => id);
  const chosen = (await put(cloudsQuestion(ids), readWords(ids))) ?? [];
  const sources: Readonly<Record<string, string>>[] = [];
  for (const { id, keys } of clouds) {
    if (!chosen.includes(id)) continue;
    let entries: readonly Readonly<Record<string, string>>[] = [{ provider: id }];
    for (const { key, words } of keys) {
      const given = (await put(keyQuestion(id, key, words), readWords(words))) ?? [];
      if (given.length > 0) entries = entries.flatMap((entry) => given.map((word) => ({ ...entry, [key]: word })));
    }
    sources.push(...entries);
  }
  return sources;
}
