import { seededRandom } from "../../support/seeded-random.ts";
import { labelsInText, negativeText, positiveText, type TextCase, tellWithoutWords } from "../make/texts.ts";
import { flowing, type Product } from "./look.ts";
import { createTallies, type Tallies } from "./tally.ts";

export interface TextScores {
  /** By `words|label` and `alone|label`. */
  readonly tallies: Tallies;
  readonly mistakes: ReadonlyMap<string, number>;
}

/** `texts` texts for each label, with words beside the values and (where that can be told) without, and three near misses for each. */
export async function scoreTexts(product: Product, seed: number, texts: number): Promise<TextScores> {
  const random = seededRandom(seed + 1);
  const tallies = createTallies();
  const mistakes = new Map<string, number>();
  const judge = async ({ label, kind, inContext, text }: TextCase): Promise<void> => {
    const bytes = Buffer.from(text);
    const said = await product.detectors(flowing("text", bytes.length, () => [bytes]));
    const way = label === undefined ? "near" : inContext ? "words" : "alone";
    for (const detector of said) {
      if (detector === label) tallies.of(`${way}|${detector}`).truePositives += 1;
      else {
        tallies.of(`${way}|${detector}`).falsePositives += 1;
        note(mistakes, `text (${way}): ${kind} taken for ${detector}`);
      }
    }
    if (label === undefined || said.has(label)) return;
    tallies.of(`${way}|${label}`).missed += 1;
    note(mistakes, `text (${way}): ${label} missed`);
  };
  for (const label of labelsInText) {
    for (let at = 0; at < texts; at++) {
      await judge(positiveText(random, label, true));
      if (tellWithoutWords.includes(label)) await judge(positiveText(random, label, false));
      for (let near = 0; near < 3; near++) await judge(negativeText(random, near === 0 ? label : undefined));
    }
  }
  return { tallies, mistakes };
}

function note(mistakes: Map<string, number>, what: string): void {
  mistakes.set(what, (mistakes.get(what) ?? 0) + 1);
}
