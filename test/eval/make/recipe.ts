import type { Random } from "../../support/seeded-random.ts";
import type { Content, Script, Sheet } from "./content.ts";
import type { Value } from "./values.ts";

/** What a file is by the rules for content under the strict profile (GB/T 45574-2025 together with annex B of GB/T 35273-2020). */
export type TrueClass =
  | "state-secret"
  | "important"
  | "suspected-important"
  | "sensitive-personal"
  | "personal"
  | "unclassified";

export interface Recipe {
  readonly id: string;
  readonly class: TrueClass;
  /** Written in traditional characters too. */
  readonly scripts: readonly Script[];
  /** Several tables, for formats that hold more than one. */
  readonly isBook?: true;
  readonly make: (random: Random, script: Script) => Content;
}

export type Fields = Readonly<Record<string, Value>>;
export function sheetOf(random: Random, name: string, fields: Fields, rows = 30 + random.below(200)): Sheet {
  const columns = Object.keys(fields);
  return {
    name,
    columns,
    rows: Array.from({ length: rows }, () => Object.values(fields).map((value) => value(random))),
  };
}

/** A recipe of one table; the names of its columns are drawn from those given for each (`a|b`). */
export function table(
  recipe: string,
  held: TrueClass,
  scripts: readonly Script[],
  name: string,
  fields: (random: Random, script: Script) => Fields,
): Recipe {
  return {
    id: recipe,
    class: held,
    scripts,
    make: (random, script) => {
      const named = Object.entries(fields(random, script)).map(
        ([names, value]) => [random.pick(names.split("|")), value] as const,
      );
      return { title: name, paragraphs: [], sheets: [sheetOf(random, name, Object.fromEntries(named))] };
    },
  };
}
