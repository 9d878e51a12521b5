import type { LinkTarget, PlannedLink } from "../../../src/model/index.ts";
import { flowIfStated, statement } from "./flows.ts";
import { type Here, textAt } from "./here.ts";
import { byEvents, byLogGroup, byName, ownPlace } from "./targets.ts";

/** Where no group is stated, Lambda makes one of the function's name ("Sending Lambda function logs", read 2026-11-22). */
export function lambdaLogs(here: Here, path: string, namePath: string): readonly PlannedLink[] {
  const stated = flowIfStated(here, "logs-to", "to", path, byLogGroup);
  const name = textAt(here, namePath);
  if (stated.length > 0 || name === undefined) return stated;
  const group = `/aws/lambda/${name}`;
  const target = { ...byName("logs", "log-group:")(here, group), ...ownPlace(here) };
  return [statement(here, "logs-to", target, path, `provider default: ${group}`)];
}

/** A function's name or ARN, with or without its version. */
export function toFunction(here: Here, value: string | undefined): LinkTarget {
  if (value?.startsWith("arn:") === true) return byEvents(here, value);
  return byName("lambda", "function:")(here, value?.split(":")[0]);
}
