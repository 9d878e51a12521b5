import type { TokenCredential } from "@azure/identity";
import type { Caller } from "../../src/model/index.ts";
import type { Arm } from "./arm.ts";
import { classicPager } from "./classic-pager.ts";

/** The version that Terraform's provider uses in both clouds. */
const apiVersion = "2020-05-01";
export const descendantsOperation = "ManagementGroups_GetDescendants";

/**
 * Ids of all subscriptions below a management group, at any depth; lower case. One list tells them all, seen by the credential or not.
 * @throws where it cannot be read: without it, nothing says which subscriptions are meant.
 */
export async function subscriptionsBelow(
  group: string,
  credential: TokenCredential,
  arm: Arm,
  caller: Caller,
): Promise<ReadonlySet<string>> {
  const { getContinuationToken, ManagementGroupsAPI } = await import("@azure/arm-managementgroups");
  const client = new ManagementGroupsAPI(credential, arm.clientOptions(apiVersion));
  const ids = new Set<string>();
  const pages = caller.pages(descendantsOperation, (link, signal) =>
    arm.page(classicPager(client.managementGroups.listDescendants(group), getContinuationToken), link, signal),
  );
  for await (const page of pages) {
    for (const { id } of page) {
      // `/subscriptions/…`, among groups whose id ends otherwise.
      const found = /\/subscriptions\/([^/]+)$/i.exec(id ?? "")?.[1];
      if (found !== undefined) ids.add(found.toLowerCase());
    }
  }
  return ids;
}
