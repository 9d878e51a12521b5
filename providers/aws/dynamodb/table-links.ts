import type { GlobalTable, KinesisDataStreamDestination, TableDescription } from "@aws-sdk/client-dynamodb";
import type { Link, Scope } from "../../../src/model/index.ts";
import { keyElsewhere, neighbour } from "../neighbours.ts";
import { arnTarget } from "../targets.ts";

/** The table that speaks. */
export interface TableName {
  readonly scope: Scope;
  readonly region: string;
  readonly name: string;
}

const source = "dynamodb:DescribeTable";

/** Where the table's data goes and what it was made from. */
export function tableLinks(
  table: TableName,
  description: TableDescription,
  streams: readonly KinesisDataStreamDestination[],
  globals: readonly GlobalTable[],
): readonly Link[] {
  const key = description.SSEDescription?.KMSMasterKeyArn;
  return [
    ...replicas(table, description),
    ...oldReplicas(table, globals),
    ...origins(table, description),
    ...kinesis(table, streams),
    ...keyElsewhere(table.scope, table.region, key, { source, field: "Table.SSEDescription.KMSMasterKeyArn" }),
  ];
}

/**
 * Global tables of 2017 are not told by the table itself. They need a stream of both images, so that only such tables without
 * replicas are looked up.
 */
export function isOldGlobalCandidate({ Replicas, StreamSpecification: stream }: TableDescription): boolean {
  return (
    (Replicas ?? []).length === 0 && stream?.StreamEnabled === true && stream.StreamViewType === "NEW_AND_OLD_IMAGES"
  );
}

/** Every replica takes writes and sends them to every other, so each states only what goes out from it. */
function replicas({ scope, region, name }: TableName, description: TableDescription): readonly Link[] {
  const members = (description.Replicas ?? []).flatMap((replica): readonly Link[] => {
    const { RegionName: where, ReplicaArn: arn, ReplicaStatus: status } = replica;
    if (where === undefined || where === region || status === "CREATION_FAILED" || status === "DELETING") return [];
    const target = arn ? arnTarget(arn, scope) : neighbour(scope, where, "dynamodb", `table/${name}`);
    const evidence = { source, field: "Table.Replicas[].RegionName", value: where };
    return [{ kind: "replicates-to", direction: "to", target, evidence }];
  });
  // A witness keeps the changes of a strongly consistent global table and is no table.
  const witnesses = (description.GlobalTableWitnesses ?? []).flatMap(({ RegionName: where }): readonly Link[] => {
    if (where === undefined || where === region) return [];
    const evidence = { source, field: "Table.GlobalTableWitnesses[].RegionName", value: where };
    return [{ kind: "replicates-to", direction: "to", target: { place: { region: where } }, evidence }];
  });
  return [...members, ...witnesses];
}

function oldReplicas({ scope, region, name }: TableName, globals: readonly GlobalTable[]): readonly Link[] {
  const group = globals.find((global) => global.GlobalTableName === name)?.ReplicationGroup ?? [];
  return group.flatMap(({ RegionName: where }): readonly Link[] => {
    if (where === undefined || where === region) return [];
    const target = neighbour(scope, where, "dynamodb", `table/${name}`);
    const field = "GlobalTables[].ReplicationGroup[].RegionName";
    const evidence = { source: "dynamodb:ListGlobalTables", field, value: where };
    return [{ kind: "replicates-to", direction: "to", target, evidence }];
  });
}

/** A restored table holds what its backup, and the table of that backup, held. */
function origins({ scope }: TableName, { RestoreSummary: restored }: TableDescription): readonly Link[] {
  return (["SourceBackupArn", "SourceTableArn"] as const).flatMap((field): readonly Link[] => {
    const value = restored?.[field];
    if (value === undefined || value === "") return [];
    const evidence = { source, field: `Table.RestoreSummary.${field}`, value };
    return [{ kind: "copied-to", direction: "from", target: arnTarget(value, scope), evidence }];
  });
}

function kinesis({ scope }: TableName, streams: readonly KinesisDataStreamDestination[]): readonly Link[] {
  return streams.flatMap(({ StreamArn: value, DestinationStatus: status }): readonly Link[] => {
    if (value === undefined || (status !== "ACTIVE" && status !== "ENABLING" && status !== "UPDATING")) return [];
    const field = "KinesisDataStreamDestinations[].StreamArn";
    const evidence = { source: "dynamodb:DescribeKinesisStreamingDestination", field, value };
    return [{ kind: "streams-to", direction: "to", target: arnTarget(value, scope), evidence }];
  });
}
