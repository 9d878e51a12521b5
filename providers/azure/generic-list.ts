import type { GenericResourceExpanded } from "@azure/arm-resources";
import type { Pager } from "./arm.ts";
import type { AzureSession } from "./session.ts";

/**
 * Lists of services that no typed client is installed for: the generic client reads any list from its link, with `properties`
 * as they come. `path` is the list's, from `/subscriptions/` on.
 */
export async function genericLists(
  session: AzureSession,
  apiVersion: string,
): Promise<(path: string) => Pager<GenericResourceExpanded>> {
  const { ResourceManagementClient } = await import("@azure/arm-resources");
  const { account } = session.scope;
  const client = new ResourceManagementClient(session.credential, account, session.arm.clientOptions(apiVersion));
  return (path) => ({
    byPage: ({ continuationToken } = {}) =>
      client.resources.list().byPage({ continuationToken: continuationToken ?? `${path}?api-version=${apiVersion}` }),
  });
}
