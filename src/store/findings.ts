import { type Judgement, type StreamedFinding, severities, verdicts } from "../model/index.ts";
import { createBatch } from "./batch.ts";
import type { RunStore } from "./open.ts";

/** Keeps judgements as they stream in. A folded finding is written once per member; the last writing has the final text. */
export function writeFindings(store: RunStore, judgements: Iterable<Judgement>): void {
  const { db } = store;
  db.exec("DELETE FROM finding; DELETE FROM member;");
  const batch = createBatch(db);
  const add = db.prepare("INSERT OR REPLACE INTO finding VALUES (?, ?, ?, ?, ?, ?, ?, ?)");
  const addMember = db.prepare("INSERT OR IGNORE INTO member VALUES (?, ?)");
  for (const judgement of judgements) {
    batch.write();
    if (judgement.kind === "member") addMember.run(judgement.finding.id, judgement.resource);
    else write(add, judgement.finding);
  }
  batch.flush();
}

type Statement = ReturnType<RunStore["db"]["prepare"]>;

function write(add: Statement, finding: StreamedFinding): void {
  add.run(
    finding.id,
    severities.indexOf(finding.severity),
    verdicts.indexOf(finding.verdict),
    finding.policy,
    finding.resource,
    finding.edge?.kind ?? null,
    finding.edge?.to ?? null,
    JSON.stringify(finding),
  );
}

/** A store outside and the flow that feeds it are two findings; each names the other in `related`. */
export function relateFindings(store: RunStore): void {
  const { db } = store;
  const pairs = store.rows<{ store: string; flow: string }>(`
    SELECT s.id AS store, f.id AS flow FROM finding f JOIN finding s ON s.resource = f.edge_to
    WHERE s.edge_kind = 'stored-in' AND f.edge_kind <> 'stored-in' ORDER BY s.id, f.id`);
  const read = db.prepare("SELECT body FROM finding WHERE id = ?");
  const write = db.prepare("UPDATE finding SET body = ? WHERE id = ?");
  db.exec("CREATE INDEX IF NOT EXISTS finding_resource ON finding (resource, edge_kind); BEGIN");
  for (const pair of [...pairs]) {
    for (const [from, to] of [
      [pair.store, pair.flow],
      [pair.flow, pair.store],
    ] as const) {
      const finding: StreamedFinding = JSON.parse(String(read.get(from)?.["body"]));
      write.run(JSON.stringify({ ...finding, related: [...new Set([...finding.related, to])].sort() }), from);
    }
  }
  db.exec("COMMIT");
}
