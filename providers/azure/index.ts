import type { Provider } from "../../src/model/index.ts";
import { clouds } from "./clouds.ts";
import { describeError } from "./errors.ts";
import { azureRegions } from "./regions.ts";
import { AzureSource } from "./source.ts";

export const azure: Provider = {
  id: "azure",
  title: { en: "Microsoft Azure", zh: "微软 Azure（含世纪互联运营的 Azure）" },
  regions: azureRegions,
  caseInsensitiveIds: true,
  source: AzureSource,
  partitionOf: (source) => clouds[AzureSource.parse(source).cloud].partition,
  describeError,
  entry: [
    {
      operation: "ManagementGroups_GetDescendants",
      permission: "Microsoft.Management/managementGroups/descendants/read",
      with: "managementGroup",
    },
    { operation: "Subscriptions_List", permission: "Microsoft.Resources/subscriptions/read" },
    { operation: "Subscriptions_Get", permission: "Microsoft.Resources/subscriptions/read" },
    { operation: "Subscriptions_ListLocations", permission: "Microsoft.Resources/subscriptions/locations/read" },
  ],
  grants: async (request) => (await import("./custom-role.ts")).customRole(request),
  async imports() {
    return [(await import("./imports/purview.ts")).purviewImport];
  },
  types: async () => (await import("./types/index.ts")).azureTypes,
  async *connect(source, context) {
    const { connect } = await import("./connect.ts");
    yield* connect(source, context);
  },
  demo: async () => (await import("./demo.ts")).startAzureDemo(),
};
