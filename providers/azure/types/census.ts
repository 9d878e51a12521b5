import { evidenceLine } from "../../../src/model/index.ts";
import { holdsNoData } from "../holds-no-data.ts";
import { gapOf, listed } from "../list.ts";
import type { AzureResourceType } from "../session.ts";

const apiVersion = "2021-04-01";
const operation = "Resources_List";

/**
 * What else a subscription holds: one listing without properties. Resources of a type that can hold data and that no other
 * file reads become one gap per type, so that an estate full of databases is never reported as empty.
 */
export function resourceCensus(types: readonly AzureResourceType[]): AzureResourceType {
  const read = new Set(types.flatMap((type) => type.armTypes.map((name) => name.toLowerCase())));
  const census: AzureResourceType = {
    type: "azure/resources/census",
    armTypes: [],
    title: { en: "Census of resource types", zh: "资源类型清点" },
    role: "flow",
    service: "resources",
    reach: "global",
    operations: [{ operation, permission: "Microsoft.Resources/subscriptions/resources/read" }],
    links: [],
    unseen: {
      en: "What is inside a resource: containers, tables, secrets, and child resources that Resource Manager does not list.",
      zh: "资源内部的内容：容器、表、机密，以及 Resource Manager 不列出的子资源。",
    },
    async *collect(session, _region, caller) {
      const { ResourceManagementClient } = await import("@azure/arm-resources");
      const client = new ResourceManagementClient(
        session.credential,
        session.scope.account,
        session.arm.clientOptions(apiVersion),
      );
      const uncovered = new Map<string, { count: number; first: string }>();
      const listing = { type: census.type, operation, readsTags: false };
      for await (const found of listed(session, caller, listing, () => client.resources.list())) {
        if (found.kind === "gap") {
          yield found;
          continue;
        }
        const type = typeof found.item.type === "string" ? found.item.type.toLowerCase() : "unknown";
        if (read.has(type) || holdsNoData(type)) continue;
        const entry = uncovered.get(type);
        // The least id and not the first met: pages come in any order.
        if (entry === undefined) uncovered.set(type, { count: 1, first: found.id });
        else uncovered.set(type, { count: entry.count + 1, first: least(entry.first, found.id) });
      }
      for (const [type, { count, first }] of [...uncovered].sort(([one], [other]) => (one < other ? -1 : 1))) {
        const detail = evidenceLine("unreadTypes", {
          count: String(count),
          resources: count === 1 ? "resource" : "resources",
        });
        yield { ...gapOf(session, { type, operation }, "unsupported", detail), resource: first };
      }
    },
  };
  return census;
}

function least(one: string, other: string): string {
  return one.toLowerCase() <= other.toLowerCase() ? one : other;
}
