import { type DataClass as Class, certainConfidence, DataClass, highestClass, type Origin } from "../model/index.ts";
import { createBatch } from "../store/batch.ts";
import type { RunStore } from "../store/open.ts";
import { copyRegionFacts } from "./second-region.ts";
import { declared, presumed } from "./spread-facts.ts";

interface FactRow {
  readonly n: number;
  readonly region: string | null;
  readonly jurisdiction: string;
  readonly role: string;
  readonly about: string | null;
  readonly value: string | null;
  readonly kind: string | null;
  readonly confidence: number | null;
}

/** Where a resource stands once all facts have travelled. */
interface Standing {
  readonly classes: Map<Class, number>;
  readonly origin: Origin;
  readonly contradicted: boolean;
  /** Somebody declared less than what its content, or a classification service, shows. */
  readonly understated: boolean;
  readonly mainlandCopy: "yes" | "no" | "unknown";
  readonly scope: "in" | "out" | "unknown";
  /** Whole copies of its data, itself included, were seen in two mainland regions at least. */
  readonly secondRegion: boolean;
  readonly kinds: readonly string[];
  /** Highest graded-protection level; 0 = none stated. */
  readonly mlps: number;
}

/**
 * A setting of a template puts nothing where it lies. It says where that is only as long as nobody knows what it is a setting of, or
 * where: what lies outside unclassified is asked about, be it there already or not.
 */
const settingsAtRest = `
DELETE FROM edge WHERE kind = 'stored-in' AND from_n IN (
  SELECT r.n FROM resource r JOIN standing s ON s.resource = r.n
  WHERE r.setting = 1 AND (s.class <> 'unclassified' OR r.jurisdiction = 'mainland'));`;

/** Puts the facts of each resource together into one row. Reads and writes row by row. */
export function settleStandings(store: RunStore): void {
  const { db } = store;
  db.exec("DELETE FROM standing");
  const batch = createBatch(db);
  const add = db.prepare("INSERT INTO standing VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
  const rows = store.rows<FactRow>(`
    SELECT r.n, r.region, r.jurisdiction, r.role, f.about, f.value, f.kind, f.confidence
    FROM resource r LEFT JOIN fact f ON f.resource = r.n ORDER BY r.n`);
  for (const facts of runsOf(rows)) {
    const [first] = facts;
    if (first === undefined) continue;
    const standing = standingOf(first, facts);
    const classes = [...standing.classes].sort(([a], [b]) => (a < b ? -1 : 1));
    const top = highestClass(standing.classes.keys());
    batch.write();
    add.run(
      first.n,
      JSON.stringify(classes),
      top,
      standing.classes.get(top) ?? 0,
      standing.origin,
      standing.contradicted ? 1 : 0,
      standing.mainlandCopy,
      standing.scope,
      standing.secondRegion ? 1 : 0,
      JSON.stringify(standing.kinds),
      standing.mlps,
      standing.understated ? 1 : 0,
    );
  }
  batch.flush();
  db.exec(settingsAtRest);
}

function standingOf({ region, jurisdiction, role }: FactRow, facts: readonly FactRow[]): Standing {
  const classes = new Map<Class, number>();
  for (const { about, value, confidence } of facts) {
    if (about !== "class") continue;
    const held = DataClass.parse(value);
    classes.set(held, Math.max(classes.get(held) ?? 0, confidence ?? 0));
  }
  // What is said to be general and is also found to hold more is not general.
  if (classes.size > 1) classes.delete("general");

  const origin = originOf(facts);
  const own = facts.find(
    (fact) => fact.about === "origin" && fact.kind !== "inherited" && (fact.confidence ?? 0) >= declared,
  );
  const contradicted =
    own?.value === "elsewhere" &&
    facts.some((f) => f.about === "origin" && f.kind === "inherited" && f.value === "mainland");
  const fed = facts.some((fact) => fact.about === "fed");
  const copies = facts.filter((fact) => fact.about === "mainland-copy").map((fact) => fact.value);
  const mainlandRegions = new Set(copyRegionFacts.flatMap((about) => valuesOf(facts, about)));
  if (jurisdiction === "mainland" && region !== null) mainlandRegions.add(region);
  const reached = jurisdiction === "mainland" || origin === "mainland" || fed;
  return {
    classes,
    origin,
    contradicted,
    understated: isUnderstated(facts),
    // A store in the mainland is the mainland copy of whatever leaves it.
    mainlandCopy:
      (jurisdiction === "mainland" && role !== "flow") || copies.includes("yes")
        ? "yes"
        : copies.includes("no")
          ? "no"
          : "unknown",
    scope: reached ? "in" : origin === "elsewhere" ? "out" : "unknown",
    secondRegion: mainlandRegions.size > 1,
    kinds: [...new Set(valuesOf(facts, "kind"))].sort(),
    mlps: Math.max(0, ...valuesOf(facts, "mlps").map(Number)),
  };
}

/** What is declared of a resource itself against what was surely seen in it; a hint contradicts nothing. */
function isUnderstated(facts: readonly FactRow[]): boolean {
  const classesBy = (kinds: readonly string[]) =>
    facts.flatMap(({ about, value, kind, confidence }) => {
      const counts = about === "class" && kinds.includes(kind ?? "") && (confidence ?? 0) >= certainConfidence;
      return counts ? [DataClass.parse(value)] : [];
    });
  const declaredClasses = classesBy(["tag", "config"]);
  if (declaredClasses.length === 0) return false;
  const shown = highestClass(classesBy(["content", "import"]));
  return highestClass([shown, ...declaredClasses]) !== highestClass(declaredClasses);
}

function valuesOf(facts: readonly FactRow[], about: string): readonly string[] {
  return facts.flatMap((fact) => (fact.about === about && fact.value !== null ? [fact.value] : []));
}

/**
 * Declared here, then inherited from what declared it, then presumed from a place in the mainland (its own or its source's),
 * then the configured default. Where both arrive, mainland counts: a mixed store holds mainland data.
 */
function originOf(facts: readonly FactRow[]): Origin {
  const about = facts.filter((fact) => fact.about === "origin");
  const tiers = [
    about.filter((fact) => fact.kind !== "inherited" && (fact.confidence ?? 0) >= declared),
    about.filter((fact) => fact.kind === "inherited" && (fact.confidence ?? 0) >= declared),
    about.filter((fact) => (fact.confidence ?? 0) < declared && (fact.confidence ?? 0) >= presumed),
    about.filter((fact) => (fact.confidence ?? 0) < presumed),
  ];
  const tier = tiers.find((candidates) => candidates.length > 0) ?? [];
  if (tier.some((fact) => fact.value === "mainland")) return "mainland";
  return tier.some((fact) => fact.value === "elsewhere") ? "elsewhere" : "unknown";
}

/** Neighbouring rows of the same resource, as one list. */
function* runsOf(rows: Iterable<FactRow>): Iterable<readonly FactRow[]> {
  let run: FactRow[] = [];
  for (const row of rows) {
    if (run[0] !== undefined && run[0].n !== row.n) {
      yield run;
      run = [];
    }
    run.push(row);
  }
  if (run.length > 0) yield run;
}
