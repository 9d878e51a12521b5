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

/** What is left out or `null` where there is none. */
export function optional<Value extends z.ZodType>(value: Value) {
  return value.nullish().transform((given) => given ?? undefined);
}

/** Text that is left out, `null` or empty where there is none. */
export const optionalText = z
  .string()
  .nullish()
  .transform((text) => (text === null || text === "" ? undefined : text));

/** A list inside an item, in its two wrappers, such as `Tags.Tag`. Either may be left out, empty or `null` where there is none. */
export function listOf<Item extends z.ZodType>(inner: string, item: Item) {
  return z
    .object({ [inner]: z.array(item.nullable()).nullish() })
    .nullish()
    .transform((wrapped): readonly z.output<Item>[] => (wrapped?.[inner] ?? []).filter((one) => one !== null));
}

/** A list that an answer must hold, each item as documented: one of those left out would be a whole region. */
export function requiredListOf<Item extends z.ZodType>(inner: string, item: Item) {
  return z.object({ [inner]: z.array(item) }).transform((wrapped) => wrapped[inner] ?? []);
}

/** An item of a list that is not as documented. */
export interface BadRow {
  /** Its own id, where that can be read. */
  readonly id: string | undefined;
  readonly error: z.ZodError;
}

/** The items of a page: those that are as documented, and the others. */
export interface Rows<Item> {
  readonly good: readonly Item[];
  readonly bad: readonly BadRow[];
}

/**
 * The items a list operation answers with, each read by itself, so that an odd one does not take the others along. The outer
 * wrapper is required: an answer without it does not say "none".
 */
export function rowsOf<Item>(inner: string, idField: string, item: z.ZodType<Item>) {
  return z
    .object({ [inner]: z.array(z.unknown()).nullish() })
    .nullable()
    .transform((wrapped) => readRows(wrapped?.[inner] ?? [], idField, item));
}

/** The same for a list without wrappers: `Items: []`. */
export function bareRowsOf<Item>(idField: string, item: z.ZodType<Item>) {
  return z
    .array(z.unknown())
    .nullable()
    .transform((items) => readRows(items ?? [], idField, item));
}

export function readRows<Item>(items: readonly unknown[], idField: string, item: z.ZodType<Item>): Rows<Item> {
  const Id = z.object({ [idField]: z.string().min(1) });
  const good: Item[] = [];
  const bad: BadRow[] = [];
  for (const one of items) {
    const read = item.safeParse(one);
    if (read.success) good.push(read.data);
    else bad.push({ id: Id.safeParse(one).data?.[idField], error: read.error });
  }
  return { good, bad };
}

export function countRows({ good, bad }: Rows<unknown>): number {
  return good.length + bad.length;
}
