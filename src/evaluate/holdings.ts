import { certainConfidence, type DataClass, type StoresInQuestion } from "../model/index.ts";

/** Counts of stores and copies, and what is known of the data in them. */
export interface Holdings {
  readonly accounts: Set<string>;
  stores: number;
  mainlandStores: number;
  outsideStores: number;
  readonly held: Map<string, "yes" | "open">;
}

/** Facts that hold as soon as one store in scope is known to have one of the classes. */
const questions: readonly {
  readonly fact: string;
  readonly classes: readonly DataClass[];
  readonly mainland?: true;
}[] = [
  { fact: "personal", classes: ["personal", "sensitive-personal"] },
  { fact: "sensitive", classes: ["sensitive-personal"] },
  { fact: "important", classes: ["important"] },
  { fact: "core", classes: ["core"] },
  { fact: "mainlandPersonal", classes: ["personal", "sensitive-personal"], mainland: true },
  { fact: "mainlandImportant", classes: ["important"], mainland: true },
];

export function noHoldings(): Holdings {
  return { accounts: new Set(), stores: 0, mainlandStores: 0, outsideStores: 0, held: new Map() };
}

export function addStores(holdings: Holdings, stores: StoresInQuestion): void {
  const { provider, partition, account, jurisdiction, scope, classes, count } = stores;
  holdings.accounts.add(`${provider}\n${partition}\n${account}`);
  holdings.stores += count;
  if (jurisdiction === "mainland") holdings.mainlandStores += count;
  else if (jurisdiction !== "unknown") holdings.outsideStores += count;
  if (count === 0 || scope === "out") return;
  for (const { fact, classes: wanted, mainland } of questions) {
    // A store that is not located may lie in the mainland.
    if (mainland === true && jurisdiction !== "mainland" && jurisdiction !== "unknown") continue;
    const found = classes.filter((held) => wanted.includes(held.class));
    const certain =
      scope === "in" &&
      (mainland !== true || jurisdiction === "mainland") &&
      found.some(({ confidence }) => confidence >= certainConfidence);
    if (certain) holdings.held.set(fact, "yes");
    else if (found.length > 0 || isUnclassified(classes)) holdings.held.set(fact, holdings.held.get(fact) ?? "open");
  }
}

/** As conditions name them: a class that may or may not be held is absent. */
export function factsOfHoldings({ stores, mainlandStores, outsideStores, held }: Holdings): Record<string, unknown> {
  const facts: Record<string, unknown> = {
    stores: BigInt(stores),
    mainlandStores: BigInt(mainlandStores),
    outsideStores: BigInt(outsideStores),
  };
  for (const { fact } of questions) {
    const known = held.get(fact);
    if (known !== "open") facts[fact] = known === "yes";
  }
  return facts;
}

function isUnclassified(classes: StoresInQuestion["classes"]): boolean {
  return classes.every((held) => held.class === "unclassified");
}
