import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { JudgeFigures } from "./judge-once.ts";
import { type Measured, measure, median } from "./measure.ts";

const distinct = 50_000;
const most = Number(process.env["BENCH_EDGES"] ?? 1_000_000);
const rounds = Number(process.env["BENCH_RUNS"] ?? 3);

/**
 * The whole catalogue over a million edges with 50,000 distinct combinations of facts, findings written, against sha256 over the
 * canonical JSON of the same edges in the same process; and the peak memory at a tenth of the edges.
 */
export async function judge(shares: readonly number[] = [0.12, 0.6]): Promise<void> {
  console.log(
    `\njudge: the whole catalogue, ${distinct.toLocaleString("en")} distinct combinations of facts, undeclared operator, findings written; CPU time, in turn, median of ${rounds}`,
  );
  for (const share of shares) {
    const large = await judgeOnce(most, share, rounds);
    const small = await judgeOnce(most / 10, share, rounds);
    const [hashed, judged] = [median(large.hashMs), median(large.judgeMs)];
    console.log(
      `  ${most.toLocaleString("en")} edges, ${share * 100} % fire, ${large.findings.toLocaleString("en")} findings: judged in ${(judged / 1000).toFixed(1)} s, hashed in ${(hashed / 1000).toFixed(1)} s, ${(judged / hashed).toFixed(1)} × (goal: at most 10 ×)`,
    );
    console.log(
      `    peak ${large.peakMib.toFixed(0)} MiB, at ${(most / 10).toLocaleString("en")} edges ${small.peakMib.toFixed(0)} MiB: ${(large.peakMib / small.peakMib).toFixed(2)} × (goal: flat, at most 1.30 ×)`,
    );
  }
}

async function judgeOnce(edges: number, share: number, times: number): Promise<JudgeFigures & Measured> {
  const folder = mkdtempSync(join(tmpdir(), "jingnei-bench-"));
  const file = join(folder, "figures.json");
  try {
    const args = ["test/bench/judge-once.ts", ...[edges, share, distinct, times].map(String)];
    const measured = await measure(args, { BENCH_FIGURES: file });
    const figures: JudgeFigures = JSON.parse(readFileSync(file, "utf8"));
    return { ...measured, ...figures };
  } finally {
    rmSync(folder, { recursive: true });
  }
}
