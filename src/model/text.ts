import { z } from "zod";

export const languages = ["en", "zh"] as const;
export type Language = (typeof languages)[number];

export const Text = z.strictObject({ en: z.string().min(1), zh: z.string().min(1) });
/** A sentence in both languages of the product. */
export type Text = z.infer<typeof Text>;
