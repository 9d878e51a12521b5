import type { LogDeliveryConfiguration } from "@aws-sdk/client-elasticache";
import type { Link, Scope } from "../../../src/model/index.ts";
import { neighbour } from "../neighbours.ts";

/** Slow and engine logs, to a log group or a delivery stream of the own account and region. */
export function logDeliveries(
  own: Scope,
  region: string,
  source: string,
  deliveries: readonly LogDeliveryConfiguration[] | undefined,
): readonly Link[] {
  return (deliveries ?? []).flatMap(({ DestinationDetails: details, Status: status }): readonly Link[] => {
    // One in error is still configured.
    if (status === "disabling") return [];
    const group = details?.CloudWatchLogsDetails?.LogGroup;
    const stream = details?.KinesisFirehoseDetails?.DeliveryStream;
    const field = "LogDeliveryConfigurations[].DestinationDetails";
    return [
      ...(group
        ? [logs(neighbour(own, region, "logs", `log-group:${group}`), `${field}.CloudWatchLogsDetails.LogGroup`, group)]
        : []),
      ...(stream
        ? [
            logs(
              neighbour(own, region, "firehose", `deliverystream/${stream}`),
              `${field}.KinesisFirehoseDetails.DeliveryStream`,
              stream,
            ),
          ]
        : []),
    ];
  });

  function logs(target: Link["target"], field: string, value: string): Link {
    return { kind: "logs-to", direction: "to", target, evidence: { source, field, value } };
  }
}
