import type { GrantRequest, Grants, Text } from "../../src/model/index.ts";

/** Replaced by whoever creates the role: which subscriptions it may be assigned in is nobody else's to say. */
const placeholder = "/subscriptions/SUBSCRIPTION_ID";

const fillIn: Text = {
  en: "Put the ids of your subscriptions, or one management group (/providers/Microsoft.Management/managementGroups/ID), into AssignableScopes.",
  zh: "在 AssignableScopes 中填入订阅 ID，或一个管理组（/providers/Microsoft.Management/managementGroups/ID）。",
};

/**
 * A custom role that reads Resource Manager and, where that is asked for, blobs; else `DataActions` stays empty. There is no Deny in a role, and none is needed as long
 * as nothing else is assigned. The same text serves both clouds.
 */
export function customRole({ reading, content = [], entering, source }: GrantRequest): Grants {
  const scopes = scopesOf(source);
  // Blobs are data, and have actions of their own kind.
  const dataActions = content.filter((action) => action.endsWith("/blobs/read"));
  const actions = [...reading, ...entering].filter((action) => !dataActions.includes(action));
  const role = {
    Name: "jingnei-read",
    IsCustom: true,
    Description:
      dataActions.length === 0
        ? "Reads where resources lie and where their data goes; no data, no keys, no secrets."
        : "Reads where resources lie and where their data goes, and samples of blobs; no keys, no secrets.",
    Actions: [...new Set(actions)].sort(),
    NotActions: [],
    DataActions: dataActions,
    NotDataActions: [],
    AssignableScopes: scopes,
  };
  return {
    documents: { "jingnei-read": role },
    advice: [
      // Nothing is to be filled in where the source tells it.
      ...(scopes.includes(placeholder) ? [fillIn] : []),
      {
        en: "Create it: az role definition create --role-definition @{file} (for 21Vianet after: az cloud set --name AzureChinaCloud)",
        zh: "创建：az role definition create --role-definition @{file}（世纪互联运营的 Azure 须先执行：az cloud set --name AzureChinaCloud）",
      },
      {
        en: "Assign it to a service principal of its own, on the subscriptions to be scanned or on their management group.",
        zh: "将其分配给专用的服务主体，范围为待扫描的订阅或其管理组。",
      },
    ],
  };
}

/** What the source entry speaks of, as a role may be assigned in it. */
function scopesOf({ managementGroup, subscriptions }: GrantRequest["source"]): readonly string[] {
  if (typeof managementGroup === "string")
    return [`/providers/Microsoft.Management/managementGroups/${managementGroup}`];
  if (Array.isArray(subscriptions)) return subscriptions.map((id) => `/subscriptions/${String(id)}`);
  return [placeholder];
}
