import type { GenericResourceExpanded } from "@azure/arm-resources";
import { z } from "zod";
import type { Caller, Gap } from "../../src/model/index.ts";
import type { Pager } from "./arm.ts";
import { genericLists } from "./generic-list.ts";
import { type Found, listed } from "./list.ts";
import type { AzureSession } from "./session.ts";

/**
 * The lists of Synapse by path. Its own SDK client (@azure/arm-synapse 8.0.0) hands out pages without their next links, so that no
 * page could be asked for again; the generic client reads the same lists.
 */
export function synapseLists(session: AzureSession): Promise<(path: string) => Pager<GenericResourceExpanded>> {
  return genericLists(session, "2021-06-01");
}

export const workspacesOperation = "Workspaces_List";
export const workspacesPermission = "Microsoft.Synapse/workspaces/read";

const word = z.string().nullish();

/** `properties` of a workspace, as far as they are read. Source: Synapse REST reference, 2021-06-01. */
export const WorkspaceProperties = z.object({
  defaultDataLakeStorage: z.object({ accountUrl: word, resourceId: word }).nullish(),
  publicNetworkAccess: word,
  encryption: z.object({ cmk: z.object({ key: z.object({ keyVaultUrl: word }).nullish() }).nullish() }).nullish(),
  managedVirtualNetwork: word,
  trustedServiceBypassEnabled: z.boolean().nullish(),
});

export type WorkspaceProperties = z.infer<typeof WorkspaceProperties>;

export const PoolProperties = z.object({
  status: word,
  createMode: word,
  sourceDatabaseId: word,
  recoverableDatabaseId: word,
  storageAccountType: word,
});

export const RuleProperties = z.object({ startIpAddress: word, endIpAddress: word });

export const PolicyProperties = z.object({ state: word });

/** The workspaces of a subscription, for the type that makes records of them or of what lies in them. */
export function workspacesOf(
  session: AzureSession,
  caller: Caller,
  lists: (path: string) => Pager<GenericResourceExpanded>,
  { type, readsTags }: { readonly type: string; readonly readsTags: boolean },
): AsyncGenerator<Found<GenericResourceExpanded> | Gap> {
  const listing = { type, operation: workspacesOperation, readsTags };
  const path = `/subscriptions/${session.scope.account}/providers/Microsoft.Synapse/workspaces`;
  return listed(session, caller, listing, () => lists(path));
}
