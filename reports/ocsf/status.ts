import type { Verdict } from "../../src/model/index.ts";

interface Status {
  readonly status_id: number;
  readonly status: string;
}

/** Where the finding stands with the people who handle it. */
export const lifecycle: Readonly<Record<Verdict, Status>> = {
  "not-met": { status_id: 1, status: "New" },
  review: { status_id: 1, status: "New" },
  // A record covers it, or the law exempts it: neither resolved nor suppressed.
  accepted: { status_id: 99, status: "Accepted" },
  permitted: { status_id: 99, status: "Permitted" },
  suppressed: { status_id: 3, status: "Suppressed" },
};

/** What the check came to. `Pass` is never said: what settles a finding is declared, and the tool does not verify it. */
export const outcome: Readonly<Record<Verdict, Status>> = {
  "not-met": { status_id: 3, status: "Fail" },
  // "The compliance check did not yield a result due to missing information."
  review: { status_id: 2, status: "Warning" },
  accepted: { status_id: 99, status: "Accepted" },
  permitted: { status_id: 99, status: "Permitted" },
  suppressed: { status_id: 99, status: "Suppressed" },
};
