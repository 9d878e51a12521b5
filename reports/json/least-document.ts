import { z } from "zod";
import { Basis, Coverage, Document, Finding, ReportResource, RunInfo, Summary } from "../../src/model/index.ts";
import { countDocument } from "./count-document.ts";

const { operator } = RunInfo.shape;

const Least = Document.extend({
  run: RunInfo.extend({
    asOf: z.string().optional(),
    operator: operator.extend({
      status: operator.shape.status.default(["undeclared"]),
      sectors: operator.shape.sectors.default([]),
    }),
  }),
  coverage: Coverage.extend({ regionDifferences: Coverage.shape.regionDifferences.default([]) }),
  summary: Summary.optional(),
  resources: z.array(
    ReportResource.extend({
      scope: ReportResource.shape.scope.default("unknown"),
      attributes: ReportResource.shape.attributes.default({}),
    }),
  ),
  findings: z.array(
    Finding.extend({ basis: z.array(Basis.extend({ status: Basis.shape.status.default("in-force") })) }),
  ),
});

/** A document with no more than every report has; what reports say besides is filled in: counted, or as what nobody declared. */
export const LeastDocument = Least.transform(
  ({ run, summary, ...rest }): Document => ({
    ...rest,
    run: { ...run, asOf: run.asOf ?? run.finishedAt.slice(0, 10) },
    summary: summary ?? countDocument(rest),
  }),
);
