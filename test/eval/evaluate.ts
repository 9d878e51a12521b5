import type { Options } from "./options.ts";
import { scoreColumns } from "./score/columns.ts";
import { scoreFiles } from "./score/files.ts";
import { goalsOf } from "./score/goals.ts";
import { createProduct } from "./score/look.ts";
import { scoreNegatives } from "./score/negatives.ts";
import type { Printed } from "./score/tables.ts";
import { scoreTexts } from "./score/texts.ts";

/** One evaluation: the same for the same options. `say` hears which part begins. */
export async function evaluate(options: Options, say: (part: string) => void = () => undefined): Promise<Printed> {
  const product = await createProduct();
  say("columns");
  const columns = await scoreColumns(product, options.seed, options.tables);
  say("texts");
  const texts = await scoreTexts(product, options.seed, options.texts);
  say("files");
  const files = await scoreFiles(product, options.seed, options.files);
  say("negatives");
  const negatives = await scoreNegatives(product, options.seed, options.negativeBytes);
  return { columns, texts, files, negatives, goals: goalsOf({ columns, files, negatives }) };
}
