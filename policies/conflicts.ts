import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { z } from "zod";
import { EdgeKind, Text } from "../src/model/index.ts";

const Glob = z.string().min(1);

/** A rule of another tool that asks for what a residency fix takes away. */
export const Conflict = z.strictObject({
  tool: z.string().min(1),
  /** As that tool spells it. */
  rule: z.string().min(1),
  wants: Text,
  /** Globs on resource types. */
  types: z.array(Glob).min(1),
  kinds: z.array(EdgeKind).min(1),
  /** Globs on ids of our policies whose fix it punishes. */
  policies: z.array(Glob).min(1),
  /** How that tool is told to leave one resource alone. */
  mute: z.strictObject({
    where: Text,
    /** What the text is part of, and so how what is put into it is quoted. */
    form: z.enum(["yaml", "shell", "comment", "plain"]),
    text: z.string().min(1),
  }),
  source: z.string().min(1),
  /** Day of the version that was read. */
  asOf: z.iso.date(),
});
export type Conflict = z.infer<typeof Conflict>;

/** The rules of other tools that ask for the opposite; read when somebody asks for them. */
export function loadConflicts(): readonly Conflict[] {
  return z.array(Conflict).parse(parse(readFileSync(join(import.meta.dirname, "conflicts.yaml"), "utf8")));
}
