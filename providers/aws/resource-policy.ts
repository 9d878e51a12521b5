import { z } from "zod";
import { matchesGlob } from "../../src/model/index.ts";
import { MalformedAnswer } from "./answer.ts";
import { accountOf } from "./arn.ts";

const Texts = z.union([z.string(), z.array(z.string())]).transform((value) => (Array.isArray(value) ? value : [value]));
const Statement = z.object({
  Sid: z.string().optional().catch(undefined),
  Effect: z.string(),
  Principal: z.union([z.literal("*"), z.record(z.string(), Texts)]).optional(),
  Action: Texts.optional(),
  NotAction: Texts.optional(),
  Condition: z.record(z.string(), z.record(z.string(), z.unknown())).optional(),
});
const Policy = z.object({
  Statement: z.union([Statement, z.array(Statement)]).transform((value) => (Array.isArray(value) ? value : [value])),
});
/** A policy that stands on a resource (bucket, vault, domain, repository) as far as it says who may read. */
export type ResourcePolicy = z.infer<typeof Policy>;

/** Whoever a policy lets read, besides everyone. */
export interface Reader {
  /** An account (12 digits) or an organisation (`o-…`). */
  readonly party: string;
  /** What the policy said. */
  readonly value: string;
}

/**
 * @param what - what the error calls it
 * @throws MalformedAnswer for a text that is no policy.
 */
export function parsePolicy(text: string, what = "resource policy"): ResourcePolicy {
  try {
    return Policy.parse(JSON.parse(text));
  } catch {
    // The parser's message quotes the document.
    throw new MalformedAnswer(`the ${what} cannot be read`);
  }
}

/** Operators that limit a condition to named values; the others exclude values or say nothing of who asks. */
const naming = /^(?:ForAnyValue:)?(?:StringEquals|StringEqualsIgnoreCase|StringLike)$/i;
const accountKeys = new Set(["aws:principalaccount"]);
const organisationKeys = new Set(["aws:principalorgid"]);

/**
 * Accounts and organisations other than the resource's own that statements let read. A Deny may take some of it back and is
 * not weighed: what remains is stated, not less. Statements that only allow listing names or writing give nobody the content.
 * @param reading - actions that give the content, in lower case
 */
export function readersOf(policy: ResourcePolicy, own: string, reading: readonly string[]): readonly Reader[] {
  const readers = new Map<string, Reader>();
  for (const statement of policy.Statement) {
    if (statement.Effect !== "Allow" || !allowsReading(statement, reading)) continue;
    for (const reader of named(statement)) {
      if (reader.party !== own && !readers.has(reader.party)) readers.set(reader.party, reader);
    }
  }
  return [...readers.values()].sort((a, b) => (a.party < b.party ? -1 : 1));
}

/**
 * Whether a statement lets everyone read without any condition. What a Deny takes back is not weighed.
 * @param reading - actions that give the content, in lower case
 */
export function letsEveryoneRead(policy: ResourcePolicy, reading: readonly string[]): boolean {
  return policy.Statement.some(
    (statement) =>
      statement.Effect === "Allow" &&
      statement.Condition === undefined &&
      allowsReading(statement, reading) &&
      (statement.Principal === "*" || statement.Principal?.["AWS"]?.includes("*") === true),
  );
}

type Statement = ResourcePolicy["Statement"][number];

/**
 * Whether an action of a statement gives the content.
 * @param reading - actions that give it, in lower case
 */
export function allowsReading({ Action, NotAction }: Statement, reading: readonly string[]): boolean {
  if (NotAction !== undefined) return true;
  return (Action ?? []).some((action) => reading.some((read) => matchesGlob(action.toLowerCase(), read)));
}

function* named(statement: Statement): Generator<Reader> {
  const { Principal } = statement;
  if (Principal === undefined) return;
  const names = Principal === "*" ? ["*"] : (Principal["AWS"] ?? []);
  for (const name of names) {
    if (name === "*") yield* limited(statement);
    const party = accountOf(name);
    if (party !== undefined) yield { party, value: name };
  }
  // Another account by its canonical id, which cannot be turned into the 12 digits.
  if (Principal === "*") return;
  for (const id of Principal["CanonicalUser"] ?? []) yield { party: id, value: id };
}

/** Whether a condition tells who may come: by account or by organisation. */
export function tellsWho(operator: string, key: string): boolean {
  const lower = key.toLowerCase();
  return naming.test(operator) && (accountKeys.has(lower) || organisationKeys.has(lower));
}

/** Principal `*` with a condition that names who may come: not public, yet open to others. */
function* limited({ Condition }: Statement): Generator<Reader> {
  for (const [operator, tests] of Object.entries(Condition ?? {})) {
    if (!naming.test(operator)) continue;
    for (const [key, raw] of Object.entries(tests)) {
      const texts = Texts.safeParse(raw);
      if (!texts.success) continue;
      const lower = key.toLowerCase();
      for (const text of texts.data) {
        if (accountKeys.has(lower) && accountOf(text) !== undefined) yield { party: text, value: `${key}=${text}` };
        if (organisationKeys.has(lower) && /^o-[a-z0-9]+$/.test(text)) yield { party: text, value: `${key}=${text}` };
      }
    }
  }
}
