import { documentSource } from "../../reports/json/document-source.ts";
import type { ReportSource, StreamedFinding } from "../../src/model/index.ts";
import { fixtureDocument } from "./report-fixture.ts";
import { finding, places } from "./report-parts.ts";

export interface LargeReport {
  readonly source: ReportSource;
  /** Findings that were taken from the stream so far. */
  pulled(): number;
}

/** A run with `count` findings that exist only while they are read, each on a store of its own, and one folded million. */
export function largeReport(count: number): LargeReport {
  const whole = documentSource(fixtureDocument());
  let pulled = 0;
  function* findings(): Generator<StreamedFinding> {
    for (let index = 0; index < count; index++) {
      pulled++;
      const id = String(index).padStart(16, "0");
      const { members, ...made } = finding({
        id,
        policy: "CBDF-8-CONTRACT",
        resource: `arn:aws:s3:::store-${id}`,
        edge: { kind: "stored-in", to: null, party: null },
        place: places.virginia,
        evidence: [`s3:ListBuckets Buckets[${index}].BucketRegion = us-east-1`],
      });
      yield { ...made, memberCount: index === 0 ? 1_000_000 : 0 };
    }
  }
  return {
    pulled: () => pulled,
    source: {
      ...whole,
      summary: { ...whole.summary, findings: [{ verdict: "not-met", severity: "high", count }] },
      findings,
      *members() {
        for (let index = 0; index < 1_000_000; index++) yield `arn:aws:s3:::member-${index}`;
      },
    },
  };
}
