import { z } from "zod";
import { JingneiError } from "../src/model/index.ts";

/**
 * The items of a service's answer: in the list that it answers with, in a list of their own, or one by itself.
 * @throws JingneiError `input` with what is missing and what to save instead.
 */
export function itemsIn<Item>(
  document: unknown,
  { list, item }: { readonly list: string; readonly item: z.ZodType<Item> },
  { message, remedy }: { readonly message: string; readonly remedy: string },
): readonly Item[] {
  const answer = z.looseObject({ [list]: z.unknown() }).safeParse(document).data?.[list];
  const read = z.array(item).safeParse(answer ?? (Array.isArray(document) ? document : [document]));
  if (read.success) return read.data;
  throw new JingneiError("input", message, remedy);
}
