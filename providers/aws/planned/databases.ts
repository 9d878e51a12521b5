import type { PlannedLink } from "../../../src/model/index.ts";
import { flows, statement } from "./flows.ts";
import { blocks, type Here, textAt } from "./here.ts";
import { byName, ownPlace } from "./targets.ts";

const byGroup = byName("logs", "log-group:");

/** Log exports: one log group for each log, under a name that the service gives. */
export function logExports(here: Here, path: string, prefix: string, name: string | undefined): readonly PlannedLink[] {
  return blocks(here, path).map((log) => {
    const value = textAt(log, "");
    const group = name === undefined || value === undefined ? undefined : `${prefix}/${name}/${value}`;
    return statement(
      log,
      "logs-to",
      { ...byGroup(here, group), ...ownPlace(here) },
      "",
      value ?? "known only when the change is applied",
    );
  });
}

/** Accounts that may restore a snapshot; `all` is everyone. */
export function sharedAccounts(here: Here, path: string): readonly PlannedLink[] {
  return flows(here, "shared-with", "to", path, (_, value) =>
    value === undefined ? {} : { party: value === "all" ? "*" : value },
  ).filter(({ target }) => target.party === undefined || target.party !== here.account);
}
