import { createHash } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { loadPolicies } from "../../policies/index.ts";
import { type EvaluateOptions, evaluate } from "../../src/evaluate/index.ts";
import { type EdgeInQuestion, Operator } from "../../src/model/index.ts";
import { keepHeapSmall } from "../../src/run/heap.ts";
import { writeFindings } from "../../src/store/findings.ts";
import { openStore } from "../../src/store/open.ts";
import { drawCombinations, edgesOf } from "./edges.ts";

/*
 * Judges so many edges by the whole catalogue and writes the findings to a run store; hashes the canonical JSON of the same edges
 * before and after. Says what each took. Arguments: edges, share that fires, distinct combinations of facts, rounds.
 */
const [edges = 0, share = 0, distinct = 0, rounds = 1] = process.argv.slice(2).map(Number);

keepHeapSmall();
const options: EvaluateOptions = {
  book: loadPolicies(),
  // Undeclared: every edge is judged for both outcomes.
  operator: Operator.parse({
    sectors: ["finance", "insurance"],
    handled: 500_000,
    exported: { asOf: "2026-11-01", personal: 200_000, sensitivePersonal: 500 },
  }),
  approvals: [],
  suppressions: [],
  asOf: "2026-11-22",
  mode: "scan",
  caseInsensitiveIds: () => false,
  subjects: { stores: [], attestations: [], reviewedProviders: [] },
};
const combinations = drawCombinations(distinct, options);

export interface JudgeFigures {
  readonly hashMs: readonly number[];
  readonly judgeMs: readonly number[];
  readonly findings: number;
}

const hashMs: number[] = [];
const judgeMs: number[] = [];
let findings = 0;
for (let round = 0; round < rounds; round++) {
  hashMs.push(cpuMs(() => hash(edgesOf(combinations, edges, share))));
  judgeMs.push(
    cpuMs(() => {
      findings = judge(edgesOf(combinations, edges, share));
    }),
  );
}
const figures: JudgeFigures = { hashMs, judgeMs, findings };
writeFileSync(process.env["BENCH_FIGURES"] ?? "", JSON.stringify(figures));

/** Time of the processor, user and system: a shared machine's clock on the wall says less. */
function cpuMs(work: () => void): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1_000;
}

function hash(questions: Iterable<EdgeInQuestion>): void {
  for (const question of questions) createHash("sha256").update(JSON.stringify(question)).digest("hex");
}

function judge(questions: Iterable<EdgeInQuestion>): number {
  const folder = mkdtempSync(join(tmpdir(), "jingnei-bench-"));
  const store = openStore(join(folder, "run.sqlite"), "create");
  try {
    writeFindings(store, evaluate(questions, options));
    const [row] = store.rows<{ count: number }>("SELECT count(*) AS count FROM finding");
    return row?.count ?? 0;
  } finally {
    store.close();
    rmSync(folder, { recursive: true });
  }
}
