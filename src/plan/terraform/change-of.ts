import type { PlannedChange } from "../../model/index.ts";
import { listMember } from "./json-guards.ts";

/**
 * What a plan does with a resource; `undefined` for what it takes away and nothing else. What it forgets stays in the cloud as it is,
 * without Terraform. Actions that this version does not know count as an update: they do something.
 */
export function changeOf(change: unknown): PlannedChange | undefined {
  const actions = listMember(change, "actions");
  const has = (action: string) => actions.includes(action);
  if (has("create")) return has("delete") || has("forget") ? "replace" : "create";
  if (has("delete")) return undefined;
  return actions.length === 0 || ["no-op", "read", "forget"].some(has) ? "none" : "update";
}
