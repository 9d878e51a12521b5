import type { PlannedShape } from "../../../src/model/index.ts";
import { byName, type Here, linkAt, regionLink, shape } from "./read.ts";

const database = { type: "azure/sql/managed-database", role: "store" } as const;
const hsm = { type: "azure/keyvault/managed-hsm", role: "flow" } as const;

function madeFrom(...paths: readonly string[]) {
  return (here: Here) => paths.flatMap((path) => linkAt(here, "copied-to", path, "from"));
}

/** Extended regions of a pool; its first one stands among them. */
function replicas(here: Here) {
  const list = "properties.regions";
  const all = here.resource.settings.each(list);
  if (!all.known) return [regionLink("replicates-to", list, undefined)];
  return all.value.flatMap((one) => {
    const [name, primary] = [one.text("name"), one.flag("isPrimary")];
    const region = name.known ? name.value : undefined;
    const isHome = (primary.known && primary.value === true) || (region !== undefined && region === here.location);
    return isHome ? [] : [regionLink("replicates-to", `${list}[].name`, region)];
  });
}

/** Databases of managed instances and pools of hardware for keys (azurerm provider and Resource Manager models, 2026-08). */
export const managedShapes: readonly PlannedShape[] = [
  shape({
    kind: "azurerm_mssql_managed_database",
    ...database,
    parent: "managed_instance_id",
    links: madeFrom("point_in_time_restore.source_database_id"),
  }),
  shape({
    kind: "Microsoft.Sql/managedInstances/databases",
    ...database,
    parent: byName,
    links: madeFrom(
      "properties.sourceDatabaseId",
      "properties.recoverableDatabaseId",
      "properties.crossSubscriptionSourceDatabaseId",
      "properties.storageContainerUri",
    ),
  }),
  shape({ kind: "azurerm_key_vault_managed_hardware_security_module", ...hsm }),
  shape({ kind: "Microsoft.KeyVault/managedHSMs", ...hsm, links: replicas }),
];
