import { z } from "zod";
import { DataClass } from "./data-class.ts";
import { EdgeKind } from "./edge.ts";
import { Outcome } from "./finding.ts";
import { operatorStatuses } from "./operator.ts";
import { Place } from "./place.ts";
import { Severity, Verdict } from "./severity.ts";
import { Text } from "./text.ts";

/** `new`: only then; `gone`: only now; `changed`: another rule, severity or verdict of the same family in the same spot. */
export const whatIfChanges = ["new", "changed", "gone"] as const;

export const WhatIfFinding = z.object({
  change: z.enum(whatIfChanges),
  /** Of `new` and `changed`: the finding as it would be. Of `gone`: the finding as it is. */
  policy: z.string(),
  title: Text,
  severity: Severity,
  verdict: Verdict,
  resource: z.string().nullable(),
  subject: z.object({ kind: z.string(), id: z.string() }).nullable(),
  edge: z.object({ kind: EdgeKind, to: z.string().nullable(), party: z.string().nullable() }).nullable(),
  place: Place,
  dataClass: DataClass,
  /** Of `changed`: what is there now. */
  now: Outcome.optional(),
});
export type WhatIfFinding = z.infer<typeof WhatIfFinding>;

/** The same edges judged for an operator of another status: what a designation would change. A thought, not a finding. */
export const WhatIf = z.object({
  status: z.array(z.enum(operatorStatuses)),
  new: z.number().int(),
  changed: z.number().int(),
  gone: z.number().int(),
  unchanged: z.number().int(),
  /** Findings as they would be, counted. */
  findings: z.array(z.object({ verdict: Verdict, severity: Severity, count: z.number().int() })),
  /** Worst first; a report shows so many at most, the counts are exact. */
  changes: z.array(WhatIfFinding),
});
export type WhatIf = z.infer<typeof WhatIf>;
