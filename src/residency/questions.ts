import { z } from "zod";
import { DataClass, DataKind, Edge, type EdgeInQuestion, Origin, ReportResource } from "../model/index.ts";
import type { RunStore } from "../store/open.ts";

interface QuestionRow {
  readonly n: number;
  readonly id: string;
  readonly type: string;
  readonly role: string;
  readonly name: string;
  readonly provider: string;
  readonly partition: string;
  readonly account: string;
  readonly here_region: string | null;
  readonly here_country: string | null;
  readonly here_jurisdiction: string;
  readonly tags: string | null;
  readonly attributes: string;
  readonly classes: string;
  readonly origin: string;
  readonly contradicted: number;
  readonly understated: number;
  readonly mainland_copy: string;
  readonly scope: string;
  readonly second_region: number;
  readonly kinds: string;
  readonly mlps: number;
  readonly file: string | null;
  readonly line: number | null;
  readonly other_name: string | null;
  readonly kind: string;
  readonly to_id: string | null;
  readonly party: string | null;
  readonly region: string | null;
  readonly country: string | null;
  readonly jurisdiction: string;
  readonly source: string;
  readonly field: string;
  readonly value: string;
}

/**
 * Every edge that starts at an observed resource, with what is known of that resource's data, in the order of the report.
 * What a template leaves as it is asks nothing. An edge whose source was not observed is judged where it arrives: the copy's own `stored-in`.
 */
export function* questions(store: RunStore): Iterable<EdgeInQuestion> {
  const namesOf = otherNames(store);
  const reader: Reader = { sourcesOf: ancestors(store, namesOf), namesOf, evidenceOf: classEvidence(store) };
  const rows = store.rows<QuestionRow>(`
    SELECT r.n, r.id, r.type, r.role, r.name, r.provider, r.partition, r.account, r.region AS here_region, r.country AS here_country,
      r.jurisdiction AS here_jurisdiction, r.tags, r.attributes, s.classes, s.origin, s.contradicted, s.understated, s.mainland_copy, s.scope,
      s.second_region, s.kinds, s.mlps, r.file, r.line, t.name AS other_name,
      e.kind, e.to_id, e.party, e.region, e.country, e.jurisdiction, e.source, e.field, e.value
    FROM edge e JOIN resource r ON r.n = e.from_n JOIN standing s ON s.resource = r.n LEFT JOIN resource t ON t.n = e.to_n
    WHERE r.unchanged = 0
    ORDER BY e.from_id, e.kind, ifnull(e.to_id, ''), ifnull(e.party, ''), ifnull(e.region, '')`);
  let source: Source | undefined;
  for (const row of rows) {
    if (source?.n !== row.n) source = toSource(row, reader);
    yield toQuestion(row, source);
  }
}

/** What the edges of one resource have in common; they come one after the other. */
interface Source extends Required<Pick<EdgeInQuestion, "resource" | "data" | "sources" | "names" | "classEvidence">> {
  readonly n: number;
}

/** What is read of a resource only when it matters. */
interface Reader {
  sourcesOf(n: number): readonly string[];
  namesOf(n: number): readonly string[];
  evidenceOf(n: number): readonly string[];
}

/** What nearly every row has, so that it is not parsed a million times. */
const noKinds = "[]";

function toSource(row: QuestionRow, { sourcesOf, namesOf, evidenceOf }: Reader): Source {
  const { n } = row;
  const classes: [string, number][] = JSON.parse(row.classes);
  let sources: readonly string[] | undefined;
  let names: readonly string[] | undefined;
  let evidence: readonly string[] | undefined;
  return {
    n,
    resource: {
      id: row.id,
      type: row.type,
      role: ReportResource.shape.role.parse(row.role),
      name: row.name,
      provider: row.provider,
      partition: row.partition,
      account: row.account,
      place: {
        region: row.here_region,
        country: row.here_country,
        jurisdiction: jurisdictionOf(row.here_jurisdiction),
      },
      tags: row.tags === null ? null : JSON.parse(row.tags),
      scope: ReportResource.shape.scope.parse(row.scope),
      attributes: JSON.parse(row.attributes),
      ...(row.file === null || row.line === null ? {} : { declared: { file: row.file, line: row.line } }),
    },
    data: {
      classes: classes.map(([held, confidence]) => ({ class: DataClass.parse(held), confidence })),
      origin: Origin.parse(row.origin),
      originContradicted: row.contradicted === 1,
      classUnderstated: row.understated === 1,
      mainlandCopy: row.mainland_copy === "yes" ? "yes" : row.mainland_copy === "no" ? "no" : "unknown",
      secondMainlandRegion: row.second_region === 1,
      kinds: row.kinds === noKinds ? [] : z.array(DataKind).parse(JSON.parse(row.kinds)),
      mlps: row.mlps,
    },
    sources() {
      sources ??= sourcesOf(n);
      return sources;
    },
    names() {
      names ??= namesOf(n);
      return names;
    },
    classEvidence() {
      evidence ??= evidenceOf(n);
      return evidence;
    },
  };
}

function toQuestion(row: QuestionRow, { resource, data, sources, names, classEvidence }: Source): EdgeInQuestion {
  const { region, country, jurisdiction } = row;
  return {
    resource,
    edge: {
      from: row.id,
      kind: Edge.shape.kind.parse(row.kind),
      to: row.to_id,
      party: row.party,
      place: { region, country, jurisdiction: jurisdictionOf(jurisdiction) },
      evidence: { source: row.source, field: row.field, value: row.value },
    },
    ...(row.other_name === null ? {} : { otherName: row.other_name }),
    data,
    sources,
    names,
    classEvidence,
  };
}

function jurisdictionOf(word: string): Edge["place"]["jurisdiction"] {
  return Edge.shape.place.shape.jurisdiction.parse(word);
}

/** Chains of copies are short; the bound keeps a cycle of replicas from walking for ever. */
const deepestChain = 16;

type NamesOf = (n: number) => readonly string[];

function ancestors(store: RunStore, namesOf: NamesOf): NamesOf {
  const find = store.db.prepare(`
    WITH RECURSIVE up (n, id, depth) AS (
      SELECT e.from_n, e.from_id, 1 FROM edge e WHERE e.to_n = ? AND e.kind <> 'stored-in'
      UNION SELECT e.from_n, e.from_id, up.depth + 1 FROM up JOIN edge e ON e.to_n = up.n
      WHERE e.kind <> 'stored-in' AND up.depth < ${deepestChain}
    ) SELECT n, id, min(depth) AS depth FROM up GROUP BY id ORDER BY depth, id`);
  return (n) =>
    find.all(n).flatMap((row) => [String(row["id"]), ...(typeof row["n"] === "number" ? namesOf(row["n"]) : [])]);
}

/** Only approvals and suppressions ask, so the index that makes asking cheap is made when the first one does. */
function otherNames({ db }: RunStore): NamesOf {
  let find: ReturnType<typeof db.prepare> | undefined;
  return (n) => {
    if (find === undefined) {
      db.exec("CREATE INDEX IF NOT EXISTS alias_resource ON alias (resource)");
      find = db.prepare("SELECT alias FROM alias WHERE resource = ? ORDER BY alias");
    }
    return find.all(n).map((row) => String(row["alias"]));
  };
}

interface FactRow extends Readonly<Record<string, unknown>> {
  readonly resource: number;
}

/** Facts that are read at once rather than resource by resource: some 10 MB at most. */
const mostHeld = 50_000;

const tellsWhy = "about IN ('class', 'kind', 'mlps', 'origin') AND detail <> ''";
const certainFirst = "about, confidence DESC, kind, value, detail";

/** The facts of a resource in the words of its entry in the report, certain ones first. Nothing is read until somebody asks. */
function classEvidence(store: RunStore): (n: number) => readonly string[] {
  let read: ((n: number) => readonly string[]) | undefined;
  return (n) => {
    read ??= isSmall(store) ? evidenceAtOnce(store) : evidenceOneByOne(store);
    return read(n);
  };
}

function isSmall({ db }: RunStore): boolean {
  const count = db.prepare(`SELECT count(*) AS n FROM (SELECT 1 FROM fact WHERE ${tellsWhy} LIMIT ${mostHeld + 1})`);
  return Number(count.get()?.["n"]) <= mostHeld;
}

function evidenceOneByOne({ db }: RunStore): (n: number) => readonly string[] {
  const find = db.prepare(
    `SELECT about, value, kind, detail FROM fact WHERE resource = ? AND ${tellsWhy} ORDER BY ${certainFirst}`,
  );
  return (n) => find.all(n).map(evidenceLine);
}

function evidenceAtOnce(store: RunStore): (n: number) => readonly string[] {
  const held = new Map<number, string[]>();
  const all = `SELECT resource, about, value, kind, detail FROM fact WHERE ${tellsWhy} ORDER BY resource, ${certainFirst}`;
  for (const fact of store.rows<FactRow>(all)) {
    const lines = held.get(fact.resource);
    if (lines === undefined) held.set(fact.resource, [evidenceLine(fact)]);
    else lines.push(evidenceLine(fact));
  }
  return (n) => held.get(n) ?? [];
}

function evidenceLine({ about, value, kind, detail }: Readonly<Record<string, unknown>>): string {
  return `${about} ${value}: ${kind === "inherited" ? "inherited, " : ""}${detail}`;
}
