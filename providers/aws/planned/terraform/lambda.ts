import type { PlannedLink, PlannedShape } from "../../../../src/model/index.ts";
import { flow, flowIfStated, statement } from "../flows.ts";
import { type Here, textAt } from "../here.ts";
import { shape } from "../shape.ts";
import { byEvents, byLogGroup, byName } from "../targets.ts";

export const lambdaShapes: readonly PlannedShape[] = [
  shape({
    kind: "aws_lambda_function",
    type: "aws/lambda/function",
    role: "compute",
    name: "function_name",
    arn: ["lambda", "function:{}"],
    // Of its environment nothing is read.
    links: (here) => [...logGroup(here), ...flow(here, "streams-to", "to", "dead_letter_config.target_arn", byEvents)],
    texts: { runtime: "runtime", packageType: "package_type" },
  }),
];

/** Where no group is stated, Lambda makes one of the function's name ("Sending Lambda function logs", read 2026-11-22). */
function logGroup(here: Here): readonly PlannedLink[] {
  const path = "logging_config.log_group";
  const stated = flowIfStated(here, "logs-to", "to", path, byLogGroup);
  const name = textAt(here, "function_name");
  if (stated.length > 0 || name === undefined) return stated;
  const group = `/aws/lambda/${name}`;
  return [statement(here, "logs-to", byName("logs", "log-group:")(here, group), path, `provider default: ${group}`)];
}
