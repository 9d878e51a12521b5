import type { Caller, Gap } from "../../src/model/index.ts";
import { unexpectedAnswer } from "./errors.ts";
import type { BadRow, Rows } from "./rpc-fields.ts";
import type { AlibabaSession } from "./session.ts";

/** Where a list was asked. */
export interface ListAsked {
  readonly type: string;
  readonly region: string | null;
  readonly operation: string;
  /** The resource id that the contract makes of an item's own id. */
  idOf(own: string): string;
}

/** What a page's unreadable items leave unknown: a gap each, with the name of the resource where that can be read. */
export function gapsOf(session: AlibabaSession, { bad }: Rows<unknown>, asked: ListAsked): readonly Gap[] {
  return bad.map(({ id, error }) => {
    const { code, message } = unexpectedAnswer(error);
    return {
      kind: "gap",
      scope: session.scope,
      type: asked.type,
      region: asked.region,
      operation: asked.operation,
      reason: "malformed",
      detail: `${code}: ${message}`,
      resource: id === undefined ? null : asked.idOf(id),
    };
  });
}

/** The same for the list behind a detail, which cannot end the list of resources: a gap for each item that cannot be read. */
export async function reportBad(
  caller: Caller,
  operation: string,
  rows: readonly BadRow[],
  resource: (row: BadRow) => string,
): Promise<void> {
  for (const row of rows) await caller.ask(operation, resource(row), () => Promise.reject(unexpectedAnswer(row.error)));
}
