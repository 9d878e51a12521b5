import type { PlannedPart, PlannedShape } from "../../../../src/model/index.ts";
import { flow, flowIfStated } from "../flows.ts";
import { lambdaLogs, toFunction } from "../functions.ts";
import { isOther } from "../here.ts";
import { part, shape } from "../shape.ts";
import { byEvents } from "../targets.ts";

const type = "aws/lambda/function";
const of = ["function_name", toFunction] as const;

export const lambdaShapes: readonly PlannedShape[] = [
  shape({
    kind: "aws_lambda_function",
    type,
    role: "compute",
    name: "function_name",
    arn: ["lambda", "function:{}"],
    // Of its environment nothing is read.
    links: (here) => [
      ...lambdaLogs(here, "logging_config.log_group", "function_name"),
      ...flow(here, "streams-to", "to", "dead_letter_config.target_arn", byEvents),
    ],
    texts: { runtime: "runtime", packageType: "package_type" },
  }),
];

export const lambdaParts: readonly PlannedPart[] = [
  part({
    kind: "aws_lambda_event_source_mapping",
    type,
    of,
    links: (here) => {
      // A mapping that is switched off feeds nothing.
      if (isOther(here, "enabled", "true")) return [];
      return [
        ...flow(here, "streams-to", "from", "event_source_arn", byEvents),
        ...flow(here, "streams-to", "to", "destination_config.on_failure.destination_arn", byEvents),
      ];
    },
  }),
  part({
    kind: "aws_lambda_function_event_invoke_config",
    type,
    of,
    links: (here) =>
      ["on_failure", "on_success"].flatMap((outcome) =>
        flowIfStated(here, "streams-to", "to", `destination_config.${outcome}.destination`, byEvents),
      ),
  }),
];
