import type { RpcProductRows, RpcRow } from "../rpc-row.ts";
import { actiontrailRows } from "./actiontrail.ts";
import { crRows } from "./cr.ts";
import { ddsRows } from "./dds.ts";
import { dtsRows } from "./dts.ts";
import { ebsRows } from "./ebs.ts";
import { ecsRows } from "./ecs.ts";
import { hbrRows } from "./hbr.ts";
import { kmsRows } from "./kms.ts";
import { kvstoreRows } from "./kvstore.ts";
import { nasRows } from "./nas.ts";
import { polardbRows } from "./polardb.ts";
import { rdsRows } from "./rds.ts";
import { resourceDirectoryRows } from "./resource-directory.ts";

/** Every RPC product that the loopback cloud serves: one file each, one line here. */
const products: readonly RpcProductRows[] = [
  actiontrailRows,
  crRows,
  ddsRows,
  dtsRows,
  ebsRows,
  ecsRows,
  hbrRows,
  kmsRows,
  kvstoreRows,
  nasRows,
  polardbRows,
  rdsRows,
  resourceDirectoryRows,
];

const rows: ReadonlyMap<string, RpcRow> = new Map(
  products.flatMap(({ version, actions }) => {
    return Object.entries(actions).map(([action, row]) => [`${version} ${action}`, row] as const);
  }),
);

export function rowOf(version: string, action: string): RpcRow | undefined {
  return rows.get(`${version} ${action}`);
}
