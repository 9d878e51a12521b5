import { z } from "zod";

/** The SDK parses integers of more than 15 digits (a uid, a size in bytes) to a BigNumber object of its own. */
const bigNumber = z
  .custom<{ toFixed(): string }>((value) => typeof value === "object" && value !== null && "toFixed" in value)
  .transform((value) => value.toFixed());

/** An identifier that some products give as a number. */
export const idText = z.union([z.string(), z.number().transform(String), bigNumber]);

/** Several products write booleans as strings. */
export const flag = z.union([z.boolean(), z.enum(["true", "false"]).transform((text) => text === "true")]);

export const whole = z.union([z.number().int(), z.string().regex(/^\d+$/).transform(Number)]);

/** Text that is left out or empty where there is none. */
export const optionalText = z
  .string()
  .optional()
  .transform((text) => (text === undefined || text === "" ? undefined : text));

/** A list in its two wrappers, such as `Disks.Disk`. Required: an answer without them does not say "none". */
export function listOf<Item extends z.ZodType>(inner: string, item: Item) {
  return z.object({ [inner]: z.array(item) }).transform((wrapped) => wrapped[inner] ?? []);
}
