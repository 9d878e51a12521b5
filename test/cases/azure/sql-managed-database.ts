import type { AzureHeld } from "../../support/case-clouds.ts";
import type { FoundLink, TypeCase, Where } from "../../support/type-case.ts";

const instanceId = ({ account, region }: Where, name: string) =>
  `/subscriptions/${account}/resourceGroups/rg-${region}/providers/Microsoft.Sql/managedInstances/${name}-${region}`;
const idOf = (where: Where, instance: string, name: string) => `${instanceId(where, instance)}/databases/${name}`;
const theirs =
  "/subscriptions/99999999-1111-4222-8333-444455556666/resourceGroups/rg/providers/Microsoft.Sql/managedInstances/mi";

const typeCase: TypeCase<AzureHeld> = {
  type: "azure/sql/managed-database",
  held(where) {
    const { region } = where;
    const instance = (name: string) => ({
      id: instanceId(where, name),
      name: `${name}-${region}`,
      type: "Microsoft.Sql/managedInstances",
      location: region,
      properties: { state: "Ready" },
    });
    const database = (on: string, name: string, properties: object, rest: object = {}) => ({
      id: idOf(where, on, name),
      name,
      type: "Microsoft.Sql/managedInstances/databases",
      location: region,
      properties: { status: "Online", ...properties },
      ...rest,
    });
    const path = (on: string) => `${instanceId(where, on)}/databases`.toLowerCase();
    return {
      resources: { "Microsoft.Sql/managedInstances": [instance("core"), instance("branch")] },
      children: {
        [path("core")]: [
          database("core", "payroll", {}, { tags: { "data-class": "个人信息", team: "" } }),
          database("core", "payroll_old", {
            createMode: "PointInTimeRestore",
            sourceDatabaseId: idOf(where, "core", "payroll"),
          }),
        ],
        [path("branch")]: [
          database("branch", "theirs", { crossSubscriptionSourceDatabaseId: `${theirs}/databases/theirs` }),
          database("branch", "imported", {
            createMode: "RestoreExternalBackup",
            storageContainerUri: "https://dumps.blob.core.windows.net/full?sv=2024&sig=c2VjcmV0",
            storageContainerSasToken: "sv=2024&sig=c2VjcmV0",
          }),
        ],
      },
    };
  },
  finds(where) {
    const partOf = (name: string): FoundLink => ({ kind: "part-of", direction: "from", id: instanceId(where, name) });
    const plain = { role: "store", tags: {} } as const;
    return [
      {
        ...plain,
        id: idOf(where, "core", "payroll"),
        name: `core-${where.region}/payroll`,
        tags: { "data-class": "个人信息", team: "" },
        attributes: { status: "Online" },
        links: [partOf("core")],
      },
      {
        ...plain,
        id: idOf(where, "core", "payroll_old"),
        name: `core-${where.region}/payroll_old`,
        links: [partOf("core"), { kind: "copied-to", direction: "from", id: idOf(where, "core", "payroll") }],
      },
      {
        ...plain,
        id: idOf(where, "branch", "theirs"),
        name: `branch-${where.region}/theirs`,
        links: [partOf("branch"), { kind: "copied-to", direction: "from", id: `${theirs}/databases/theirs` }],
      },
      {
        ...plain,
        id: idOf(where, "branch", "imported"),
        name: `branch-${where.region}/imported`,
        links: [partOf("branch"), { kind: "copied-to", direction: "from", id: "dumps.blob.core.windows.net" }],
      },
    ];
  },
  lists: [{ operation: "ManagedInstances_List" }, { operation: "ManagedDatabases_ListByInstance" }],
};

export default typeCase;
