import {
  type Judgement,
  Severity,
  type StreamedFinding,
  type Summary,
  severities,
  Verdict,
  verdicts,
} from "../model/index.ts";
import { type Batch, createBatch } from "./batch.ts";
import { cacheKib, type RunStore } from "./open.ts";
import type { OwnFinding, SharedWords } from "./own-finding.ts";

/** Rows that are only appended, and an index that is sorted once, gain nothing from a larger cache. */
const writingCacheKib = 4_096;

/**
 * Keeps judgements as they stream in. Written without an index, which is built once all rows are there: to keep a tree of a
 * million random ids in order while they arrive costs more than all the rest.
 */
export function writeFindings(store: RunStore, judgements: Iterable<Judgement>): void {
  const { db } = store;
  db.exec(`
    DROP INDEX IF EXISTS finding_id; DROP INDEX IF EXISTS finding_resource;
    DELETE FROM finding; DELETE FROM member; DELETE FROM wording; DELETE FROM relation;
    PRAGMA cache_size = -${writingCacheKib};`);
  const batch = createBatch(db);
  const add = db.prepare("INSERT INTO finding VALUES (NULL, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
  const addMember = db.prepare("INSERT OR IGNORE INTO member VALUES (?, ?)");
  const wordingOf = wordings(store, batch);
  for (const judgement of judgements) {
    batch.write();
    const { finding } = judgement;
    if (judgement.kind === "member") {
      addMember.run(finding.id, judgement.resource);
      continue;
    }
    add.run(
      finding.id,
      severities.indexOf(finding.severity),
      verdicts.indexOf(finding.verdict),
      finding.policy,
      finding.resource,
      finding.edge?.kind ?? null,
      finding.edge?.to ?? null,
      wordingOf(finding),
      bodyOf(finding),
    );
  }
  batch.flush();
  // The same end said twice, by two parties: the last stands.
  db.exec(`
    CREATE INDEX finding_id ON finding (id);
    DELETE FROM finding WHERE id IN (SELECT id FROM finding GROUP BY id HAVING count(*) > 1)
      AND n NOT IN (SELECT max(n) FROM finding GROUP BY id HAVING count(*) > 1);
    PRAGMA cache_size = -${cacheKib};`);
}

/** A store outside and the flow that feeds it are two findings; each names the other in `related`. */
export function relateFindings({ db }: RunStore): void {
  db.exec(`
    DELETE FROM relation;
    CREATE INDEX IF NOT EXISTS finding_resource ON finding (resource, edge_kind);
    CREATE TEMP TABLE pair AS SELECT s.id AS at_rest, f.id AS flow FROM finding f JOIN finding s ON s.resource = f.edge_to
      WHERE s.edge_kind = 'stored-in' AND f.edge_kind <> 'stored-in';
    INSERT OR IGNORE INTO relation SELECT at_rest, flow FROM pair;
    INSERT OR IGNORE INTO relation SELECT flow, at_rest FROM pair;
    DROP TABLE pair;`);
}

interface FindingRow {
  readonly body: string;
  readonly wording: number;
  readonly related: string | null;
  readonly members: number;
}

/** Findings worst first: severity, verdict, policy, resource, id. */
export function* readFindings(store: RunStore): Iterable<StreamedFinding> {
  const rows = store.rows<FindingRow>(`
    SELECT f.body, f.wording,
      (SELECT json_group_array(r.other) FROM relation r WHERE r.finding = f.id) AS related,
      (SELECT count(*) FROM member m WHERE m.finding = f.id) AS members
    FROM finding f
    ORDER BY f.severity, f.verdict, f.policy, ifnull(f.resource, ''), f.id`);
  const sharedOf = sharedWords(store);
  for (const row of rows) yield findingOf(row, sharedOf(row.wording));
}

/** Words held at a time; there are as many as there are rules and their outcomes. */
const mostWords = 1_000;

/** Findings that share their words share them as objects too, so that who writes them can write that once. */
function sharedWords({ db }: RunStore): (wording: number) => SharedWords {
  const find = db.prepare("SELECT body FROM wording WHERE n = ?");
  const held = new Map<number, SharedWords>();
  return (wording) => {
    const known = held.get(wording);
    if (known !== undefined) return known;
    const read: SharedWords = JSON.parse(String(find.get(wording)?.["body"]));
    if (held.size === mostWords) held.clear();
    held.set(wording, read);
    return read;
  };
}

function findingOf({ body, related, members }: FindingRow, shared: SharedWords): StreamedFinding {
  const own: OwnFinding = JSON.parse(body);
  const others: readonly string[] = related === null ? [] : JSON.parse(related);
  return {
    ...own,
    ...shared,
    memberCount: members,
    related: others.length === 0 ? own.related : [...new Set([...own.related, ...others])].sort(),
  };
}

/**
 * Findings in the order in which they were written, without what they share. In pages: a cursor that stays open while its own
 * database is written to holds the transaction.
 */
export function* eachFinding({ db }: RunStore): Iterable<OwnFinding> {
  const pageAfter = db.prepare("SELECT n, body FROM finding WHERE n > ? ORDER BY n LIMIT 1000");
  for (let last = 0; ; ) {
    const page = pageAfter.all(last);
    for (const row of page) yield JSON.parse(String(row["body"]));
    const end = page.at(-1);
    if (end === undefined) return;
    last = Number(end["n"]);
  }
}

/** Ids folded into a finding, sorted. */
export function* membersOf(store: RunStore, finding: string): Iterable<string> {
  const sql = "SELECT resource FROM member WHERE finding = ? ORDER BY resource";
  for (const row of store.rows<{ resource: string }>(sql, finding)) yield row.resource;
}

export function countFindings(store: RunStore): Summary["findings"] {
  const rows = store.rows<{ verdict: number; severity: number; count: number }>(
    "SELECT verdict, severity, count(*) AS count FROM finding GROUP BY verdict, severity ORDER BY verdict, severity",
  );
  return [...rows].map((row) => ({
    verdict: Verdict.parse(verdicts[row.verdict]),
    severity: Severity.parse(severities[row.severity]),
    count: row.count,
  }));
}

function bodyOf(finding: StreamedFinding): string {
  const { remediation: _remediation, basis: _basis, ...own } = finding;
  return JSON.stringify(own satisfies OwnFinding);
}

/** The number under which the shared part of a finding is kept. As many as there are rules and their outcomes. */
function wordings({ db }: RunStore, batch: Batch): (finding: StreamedFinding) => number {
  const add = db.prepare("INSERT INTO wording (body) VALUES (?)");
  const numbers = new Map<string, number>();
  // Findings that share them by identity are told apart without writing them out.
  const known = new WeakMap<object, WeakMap<object, number>>();
  return ({ remediation, basis }) => {
    const byRemediation = known.get(basis) ?? new WeakMap<object, number>();
    known.set(basis, byRemediation);
    const number = byRemediation.get(remediation);
    if (number !== undefined) return number;
    const body = JSON.stringify({ remediation, basis } satisfies SharedWords);
    let kept = numbers.get(body);
    if (kept === undefined) {
      batch.write();
      kept = Number(add.run(body).lastInsertRowid);
      numbers.set(body, kept);
    }
    byRemediation.set(remediation, kept);
    return kept;
  };
}
