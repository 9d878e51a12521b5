import type { Link } from "../../../src/model/index.ts";
import { hostOf } from "../hosts.ts";
import { blobHostOfAccount, isArmId } from "../ids.ts";
import { keyHeldIn } from "../key-held-in.ts";
import { gapOf, recordsOf } from "../list.ts";
import { recordOf } from "../record.ts";
import type { AzureResourceType, AzureSession } from "../session.ts";
import {
  synapseLists,
  WorkspaceProperties,
  workspacesOf,
  workspacesOperation,
  workspacesPermission,
} from "../synapse.ts";

/** It works on its SQL pools, which are records of their own, and on its data lake, and keeps nothing besides. */
export const synapseWorkspace: AzureResourceType = {
  type: "azure/synapse/workspace",
  armTypes: ["Microsoft.Synapse/workspaces"],
  title: { en: "Synapse workspace", zh: "Synapse 工作区" },
  role: "compute",
  service: "synapse",
  reach: "global",
  operations: [{ operation: workspacesOperation, permission: workspacesPermission }],
  links: ["streams-to", "key-held-in"],
  unseen: {
    en: "Pipelines, linked services and data flows with the places that they read and write, notebooks, Spark pools, Data Explorer pools, and what the serverless SQL pool queries.",
    zh: "管道、链接服务和数据流及其读写的位置、笔记本、Spark 池、数据资源管理器池，以及无服务器 SQL 池所查询的数据。",
  },
  async *collect(session, _region, caller) {
    const lists = await synapseLists(session);
    const workspaces = workspacesOf(session, caller, lists, { type: synapseWorkspace.type, readsTags: true });
    yield* recordsOf(caller, workspaces, (found) => {
      const properties = WorkspaceProperties.safeParse(found.item.properties);
      const { encryption, defaultDataLakeStorage: lake, ...told } = properties.data ?? {};
      const record = recordOf(synapseWorkspace, session, found, {
        links: [
          ...(lake ? defaultLake(session, lake) : []),
          ...keyHeldIn(
            workspacesOperation,
            "properties.encryption.cmk.key.keyVaultUrl",
            encryption?.cmk?.key?.keyVaultUrl,
          ),
        ],
        attributes: {
          publicNetworkAccess: told.publicNetworkAccess ?? undefined,
          managedVirtualNetwork: told.managedVirtualNetwork ?? undefined,
          trustedServicesBypassFirewall: told.trustedServiceBypassEnabled ?? undefined,
        },
      });
      if (properties.success) return record;
      const listing = { type: synapseWorkspace.type, operation: workspacesOperation };
      return [record, { ...gapOf(session, listing, "malformed", "its properties cannot be read"), resource: found.id }];
    });
  },
};

type Lake = NonNullable<WorkspaceProperties["defaultDataLakeStorage"]>;

/** Where Spark tables, logs of jobs and what pipelines stage are written unless they are told elsewhere. */
function defaultLake(session: AzureSession, { accountUrl, resourceId }: Lake): readonly Link[] {
  const host = hostOf(accountUrl);
  const account = host?.split(".")[0];
  if (typeof resourceId === "string" && isArmId(resourceId)) return [writes("resourceId", resourceId, resourceId)];
  if (host === undefined || account === undefined || account === "") return [];
  return [writes("accountUrl", blobHostOfAccount(account, session.cloud), host)];
}

function writes(field: string, id: string, value: string): Link {
  return {
    kind: "streams-to",
    direction: "to",
    target: { id },
    evidence: { source: workspacesOperation, field: `properties.defaultDataLakeStorage.${field}`, value },
  };
}
